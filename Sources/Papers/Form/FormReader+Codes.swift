internal import Model
internal import Native
internal import Recognition

extension FormReader {
  func code(
    _ field: FieldDefinition, _ source: String, _ scheme: ChecksumScheme, _ label: FoundLabel?,
    _ labels: [FoundLabel], _ consumed: Set<Int>
  ) -> (fact: Fact, lines: Set<Int>)? {
    guard let pattern = Patterns.compiled(source) else { return nil }
    let reader = CodeReader(scheme: scheme, pattern: pattern)
    let free = ValueAssignment(text: text, material: material, labels: labels).free
      .filter { !consumed.contains($0.line) }
    var found: (result: CodeReader.Result, reading: FieldReading, lines: Set<Int>)?
    func consider(_ segments: [TextSegment]) {
      guard !segments.isEmpty else { return }
      let reading = text.reading(of: segments, at: place)
      guard let result = reader.code(in: reading) else { return }
      if found == nil || (result.isChecked && found?.result.isChecked == false) {
        found = (result, reading, Set(segments.map(\.line)))
      }
    }
    if let label {
      for candidate in nearby(label, free) { consider(candidate) }
    }
    // A code whose check digits agree is that code wherever it stands.
    if found?.result.isChecked != true, reader.isSelfEvident {
      for segment in free {
        let reading = text.reading(of: [segment], at: place)
        if let result = reader.code(in: reading), result.isChecked {
          found = (result, reading, [segment.line])
          break
        }
      }
    }
    guard var found else { return nil }
    if !found.result.isChecked, let repaired = reader.repaired(found.reading, lines: text.lines) {
      found.result = repaired
    }
    if found.result.isRepaired { found.reading.evidence.method = .ocrChecksum }
    let fact = Fact(
      key: material.prefix + "." + field.key, value: .string(found.result.text),
      confidence: found.result.confidence, evidence: [found.reading.evidence])
    return (fact, found.lines)
  }

  /// Lines near a code's label with many digits and Latin letters and no date: the code, read wrong.
  func linesLikeCodes(beside label: FoundLabel, _ labels: [FoundLabel], _ consumed: Set<Int>)
    -> Set<Int>
  {
    let free = ValueAssignment(text: text, material: material, labels: labels).free
      .filter { !consumed.contains($0.line) }
    let like = nearby(label, free).joined().filter { segment in
      let symbols = text.text(of: segment)
      let fitting = symbols.count { $0.isASCII && ($0.isNumber || $0.isLetter) }
      return fitting >= Self.leastOfCode && !symbols.contains("年")
    }
    return Set(like.map(\.line))
  }

  /// The shortest code has 15 characters, of which some may be read as something else.
  private static let leastOfCode = 12

  /// Pieces right of a label joined, then the pieces below it.
  private func nearby(_ label: FoundLabel, _ free: [TextSegment]) -> [[TextSegment]] {
    let right = free.filter {
      abs($0.v - label.v) < 0.7 * max($0.height, label.height) && $0.start > label.end - label.em
    }.sorted { $0.start < $1.start }
    let below = free.filter {
      $0.v > label.v && $0.v - label.v < 4 * max($0.height, label.height)
        && $0.start < label.end + 4 * label.em && $0.end > label.start - 2 * label.em
    }.sorted { ($0.v, $0.start) < ($1.v, $1.start) }
    return [right] + right.map { [$0] } + below.map { [$0] }
  }
}
