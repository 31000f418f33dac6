internal import Foundation

extension ReadingComparison {
  /// One line a mistake: file, quality, result, key, confidence, truth, what was read; with tabs between.
  package var mistakes: String {
    let lines = outcomes.filter { ![.right, .implied, .unreadable].contains($0.result) }.map {
      outcome in
      [
        outcome.file, outcome.quality.rawValue, outcome.result.rawValue, outcome.key,
        outcome.confidence.map { String($0) } ?? "-", outcome.truth?.text ?? "-",
        outcome.read?.text ?? "-",
      ].map { $0.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ") }
        .joined(separator: "\t") + "\n"
    }
    return lines.joined()
  }
}

extension Measurement {
  /// The tables for the terminal.
  package var text: String {
    var lines = [
      "\(files) \(heldOut ? "held-out" : "development") specimens, seed \(seed)", "",
    ]
    lines += Self.table("all facts, by quality", byQuality + [overall])
    lines += Self.table("without QR codes, by quality", byQualityWithoutQR)
    lines += Self.table("by material", byMaterial)
    lines += Self.table("by material and quality", byMaterialAndQuality)
    lines += Self.table("by field", byField)
    if !byForm.isEmpty { lines += Self.table("by form of paper", byForm) }
    if !illegible.isEmpty {
      lines += [Self.row("not legible, by form of paper", ["facts", "read", ">=0.85"])]
      lines += illegible.map {
        Self.row($0.group, [String($0.facts), String($0.read), String($0.trusted)])
      }
      lines += [""]
    }
    lines += [Self.row("documents", ["number", "kind", "orientation"])]
    lines += documents.map {
      Self.row($0.group, [String($0.documents), Self.four($0.kind), Self.four($0.orientation)])
    }
    lines += ["", Self.row("confidence", ["facts", "wrong", "extra", "share"])]
    lines += reliability.map { bin in
      let name = "[\(bin.from), \(bin.to)\(bin.to == 1 ? "]" : ")")"
      return Self.row(
        name,
        [
          String(bin.facts), String(bin.wrong), String(bin.extra),
          Self.four(share(bin.wrong + bin.extra, of: bin.facts + bin.extra)),
        ])
    }
    lines += ["", Self.row("accepted from", ["facts", "share", "wrong", "wrong/1000"])]
    lines += acceptance.map { point in
      Self.row(
        String(point.from),
        [
          String(point.accepted), Self.four(point.share), String(point.wrong),
          String(format: "%.1f", point.wrongPerThousand),
        ])
    }
    lines += ["", "facts that truth does not have: " + (extraFacts.isEmpty ? "none" : "")]
    lines += extraFacts.map { Self.row("  " + $0.key, [String($0.count)]) }
    lines += ["documents that truth does not have: \(spuriousDocuments.count)"]
    lines += spuriousDocuments.map { "  " + $0 }
    return lines.joined(separator: "\n")
  }

  private static func table(_ title: String, _ scores: [FactScore]) -> [String] {
    [row(title, ["facts", "right", "wrong", "missing", "accuracy", ">=0.85", "wrong/1000"])]
      + scores.map { score in
        row(
          score.group,
          [
            String(score.facts), String(score.right), String(score.wrong), String(score.missing),
            four(score.accuracy), four(score.confidentShare),
            String(format: "%.1f", score.wrongPerThousand),
          ])
      } + [""]
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    tableRow(name, cells, widths: (40, 12))
  }

  private static func four(_ number: Double) -> String { String(format: "%.4f", number) }
}
