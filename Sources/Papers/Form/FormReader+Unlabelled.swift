internal import Model
internal import Native
internal import Recognition

extension FormReader {
  /// Facts of fields that have no label: marks, colours, codes and terms that are not printed.
  func unlabelled(_ field: FieldDefinition, isWhole: Bool, hasLabel: Bool) -> [Fact] {
    let key = material.prefix + "." + field.key
    switch field.kind {
    case .mark(let marks, let otherwise):
      for mark in marks {
        if let found = LabelSearch(text: text).places(of: mark.text, field: nil).first {
          let segments = found.parts.keys.sorted().compactMap { line in
            found.parts[line].map { text.segment(line: line, range: $0) }
          }
          let reading = text.reading(of: segments, at: place)
          return facts(key, mark.value, Confidence.ofReading(reading), reading.evidence)
        }
      }
      guard let otherwise, isWhole, !hasPiece(of: marks) else { return [] }
      return facts(key, otherwise, 0.9, pageEvidence(.computed))
    case .red(let area):
      guard let colour, let isRed = colour.hasRed(in: area) else { return [] }
      return facts(key, .bool(isRed), isRed ? 0.95 : 0.8, pageEvidence(.computed))
    case .stamp(let area):
      return [stamps?.isSeen(in: area, key: key, isRed: colour?.hasRed(in: area) == true)]
        .compactMap(\.self)
    case .stampText(let area, let pattern):
      return [stamps?.text(in: area, key: key, matching: pattern)].compactMap(\.self)
    case .qr(let pattern, let checksum): return qrFacts(key, pattern, checksum)
    case .period(let hasKind):
      guard hasKind, isWhole, !hasLabel, !text.lines.isEmpty else { return [] }
      return facts(key + "_kind", .string("not_printed"), 0.9, pageEvidence(place.method))
    case .string, .text, .date, .amount: return []
    }
  }

  /// Whether a short line holds a letter of one of the marks: then the mark may be there, half read.
  private func hasPiece(of marks: [FieldDefinition.Mark]) -> Bool {
    let letters = Set(marks.flatMap { $0.text })
    return text.lines.contains { line in
      line.line.characters.count <= 10 && line.line.text.contains { letters.contains($0) }
    }
  }

  private func qrFacts(_ key: String, _ source: String?, _ scheme: ChecksumScheme?) -> [Fact] {
    for code in codes {
      guard let source else { return facts(key, .string(code.text), 1, code.evidence) }
      guard let scheme, let pattern = Patterns.compiled(source) else { return [] }
      let runs = code.text.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      // 2019 links carry the code alone or followed by words of the link (…-SAIC_SHOW_1000009191…).
      if let run = runs.first(where: { pattern.matchesWhole(String($0)) }),
        Checksum.isRight(String(run), scheme: scheme) == true
      {
        return facts(key, .string(String(run)), 1, code.evidence)
      }
    }
    return []
  }

  private func facts(
    _ key: String, _ value: Value, _ confidence: Double, _ evidence: Evidence
  ) -> [Fact] {
    [Fact(key: key, value: value, confidence: confidence, evidence: [evidence])]
  }

  private func pageEvidence(_ method: EvidenceMethod) -> Evidence {
    Evidence(file: place.file, page: place.page, method: method)
  }
}
