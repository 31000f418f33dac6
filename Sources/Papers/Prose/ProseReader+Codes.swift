internal import Model
internal import Native
internal import Recognition

extension ProseReader {
  private func reader(of field: FieldDefinition) -> CodeReader? {
    guard let rule = field.rule, let scheme = rule.checksum,
      let pattern = rule.pattern.flatMap(Patterns.compiled)
    else { return nil }
    return CodeReader(scheme: scheme, pattern: pattern)
  }

  func hasCode(_ letters: [ProseLetter], _ field: FieldDefinition) -> Bool {
    code(letters, field) != nil
  }

  func code(
    _ letters: [ProseLetter], _ field: FieldDefinition
  ) -> (result: CodeReader.Result, reading: FieldReading)? {
    guard let reader = reader(of: field) else { return nil }
    var reading = text.reading(of: letters, at: place)
    guard var result = reader.code(in: reading) else { return nil }
    if !result.isChecked, let repaired = reader.repaired(reading, lines: page.lines) {
      result = repaired
    }
    if result.isRepaired { reading.evidence.method = .ocrChecksum }
    return (result, reading)
  }

  /// Codes whose check digits agree, wherever they stand: the first behind what the field follows.
  func codes(
    of field: FieldDefinition, _ places: [Int: (row: Int, place: Int)]
  ) -> [Candidate] {
    guard let reader = reader(of: field), reader.isSelfEvident else { return [] }
    let owner = field.follows.flatMap { key in
      material.fields.firstIndex { $0.key == key }
    }
    var found: [Candidate] = []
    for row in text.rows.indices {
      let letters = text.rows[row].letters
      let runs = letters.indices.split { !Self.isCodeLetter(letters[$0]) }
      for run in runs where run.count >= 15 {
        let piece = Array(letters[run.startIndex..<run.endIndex])
        guard let code = code(piece, field), code.result.isChecked else { continue }
        found.append(Candidate(letters: piece, isSure: true, at: (row, run.startIndex)))
      }
    }
    guard field.follows != nil else { return Array(found.prefix(1)) }
    // Without the name that it belongs to, only a number that is alone is nobody else's.
    let isOthers = labels.contains(where: \.isOthers)
    if let place = owner.flatMap({ places[$0] }) {
      return found.first { ($0.at.row, $0.at.place) > (place.row, place.place) }.map { [$0] }
        ?? (found.count == 1 && !isOthers ? found : [])  // allowed: none behind it
    }
    return found.count == 1 && !isOthers ? found : []
  }

  private static func isCodeLetter(_ letter: ProseLetter) -> Bool {
    letter.scalar.isASCII
      && (letter.scalar.properties.numericType != nil || letter.scalar.properties.isAlphabetic)
  }

  /// Numbers behind labels that are broken in two by the end of a row: 手 | 机号：139….
  func numbers(of field: FieldDefinition) -> [Candidate] {
    guard let pattern = field.rule?.pattern else { return [] }
    return text.sentences.compactMap { letters in
      for label in field.labels {
        guard
          let match = Patterns.compiled("([^，。；（]*)\(label)[：为是]*(\(pattern))")?
            .firstMatch(in: letters.text), let range = match.scalarRange(of: 2),
          let before = match[1], !material.others.contains(where: before.contains),
          let at = at(Array(letters[range]))
        else { continue }
        return Candidate(letters: Array(letters[range]), isSure: true, at: at)
      }
      return nil
    }
  }
}
