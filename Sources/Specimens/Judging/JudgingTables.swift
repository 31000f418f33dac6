internal import Foundation

extension JudgingMeasurement {
  /// The tables for the terminal.
  package var text: String {
    var lines = ["\(heldOut ? "held-out" : "development") submissions, seed \(seed)", ""]
    lines += table("planted, by quality", planted)
    lines += table("planted, by discrepancy", plantedByKind)
    lines += [
      row("clean, by quality", ["number", "errors", "warnings", "error rules", "open", "share"])
    ]
    lines += clean.map { clean in
      row(
        clean.group,
        [
          String(clean.count), String(clean.falseErrors), String(clean.falseWarnings),
          String(clean.errorRules), String(clean.errorRulesOpen),
          String(format: "%.4f", share(clean.errorRulesOpen, of: clean.errorRules)),
        ])
    }
    return (lines + [""] + misses).joined(separator: "\n")
  }

  private func table(_ title: String, _ groups: [Planted]) -> [String] {
    [row(title, ["number", "found", "cannot_tell", "passed", "share"])]
      + groups.map { group in
        row(
          group.group,
          [
            String(group.count), String(group.found), String(group.cannotTell),
            String(group.passed), String(format: "%.4f", share(group.found, of: group.count)),
          ])
      } + [""]
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    tableRow(name, cells, widths: (34, 13))
  }
}
