internal import Model
internal import Native
internal import Recognition

extension FormReader {
  /// Facts of fields that have no label: marks, colours, codes and terms that are not printed.
  func unlabelled(_ field: FieldDefinition, isWhole: Bool, hasLabel: Bool) -> [Fact] {
    let key = material.prefix + "." + field.key
    switch field.type {
    case .mark:
      for mark in field.marks {
        if let found = LabelSearch(text: text).places(of: mark.text, field: nil).first {
          let segments = found.parts.keys.sorted().compactMap { line in
            found.parts[line].map { text.segment(line: line, range: $0) }
          }
          let reading = text.reading(of: segments, at: place)
          return [
            Fact(
              key: key, value: mark.value, confidence: Confidence.ofReading(reading),
              evidence: [reading.evidence])
          ]
        }
      }
      guard let otherwise = field.otherwise, isWhole, !hasPiece(of: field) else { return [] }
      return [
        Fact(key: key, value: otherwise, confidence: 0.9, evidence: [pageEvidence(.computed)])
      ]
    case .red:
      guard let area = field.area, let colour, let isRed = colour.hasRed(in: area) else {
        return []
      }
      return [
        Fact(
          key: key, value: .bool(isRed), confidence: isRed ? 0.95 : 0.8,
          evidence: [pageEvidence(.computed)])
      ]
    case .stamp:
      guard let area = field.area else { return [] }
      return [stamps?.isSeen(in: area, key: key)].compactMap(\.self)
    case .stampText:
      guard let area = field.area else { return [] }
      return [stamps?.text(in: area, key: key, matching: field.pattern)].compactMap(\.self)
    case .qr:
      return qrFacts(field, key)
    case .period:
      guard field.hasKind, isWhole, !hasLabel, !text.lines.isEmpty else { return [] }
      return [
        Fact(
          key: key + "_kind", value: .string("not_printed"), confidence: 0.9,
          evidence: [pageEvidence(place.method)])
      ]
    case .string, .text, .date, .amount: return []
    }
  }

  /// Whether a short line holds a letter of one of the marks: then the mark may be there, half read.
  private func hasPiece(of field: FieldDefinition) -> Bool {
    let letters = Set(field.marks.flatMap { $0.text })
    return text.lines.contains { line in
      line.line.characters.count <= 10 && line.line.text.contains { letters.contains($0) }
    }
  }

  private func qrFacts(_ field: FieldDefinition, _ key: String) -> [Fact] {
    for code in codes {
      guard let source = field.pattern else {
        return [
          Fact(key: key, value: .string(code.text), confidence: 1, evidence: [code.evidence])
        ]
      }
      guard let scheme = field.checksum, let pattern = Patterns.compiled(source) else { return [] }
      let runs = code.text.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      // 2019 links carry the code alone or followed by words of the link (…-SAIC_SHOW_1000009191…).
      if let run = runs.first(where: { pattern.matchesWhole(String($0)) }),
        Checksum.isRight(String(run), scheme: scheme) == true
      {
        return [
          Fact(key: key, value: .string(String(run)), confidence: 1, evidence: [code.evidence])
        ]
      }
    }
    return []
  }

  private func pageEvidence(_ method: EvidenceMethod) -> Evidence {
    Evidence(file: place.file, page: place.page, method: method)
  }
}
