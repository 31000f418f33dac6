internal import Model
internal import Native
internal import Recognition

/// Reads the fields of one document whose kind is known.
struct FormReader {
  let material: MaterialDefinition
  /// The document's lines alone.
  let text: PageText
  let place: PagePlace
  /// The upright page's size, to choose a layout.
  let aspect: Double
  /// QR codes of the page with their evidence.
  let codes: [(text: String, evidence: Evidence)]
  /// The picture, for marks that are colour and not text; `nil` for a text layer.
  let colour: ColourRegions?

  struct Result {
    var facts: [Fact]
    /// Fields whose value was not read although it is never absent.
    var unread: [FieldDefinition]
    var isWhole: Bool
  }

  /// - Parameter looks: what of the page may be read once more.
  func read(_ looks: SecondLooks) -> Result {
    let layout = material.layouts.first { layout in
      (layout.aspectAtLeast.map { aspect >= $0 } ?? true)  // allowed: no bound holds for all
        && (layout.aspectBelow.map { aspect < $0 } ?? true)  // allowed: as above
    }
    let seen = LabelSearch(text: text).labels(of: material, layout: layout?.id)
    if let completed = looks.completed(text, seen, material) {
      return FormReader(
        material: material, text: completed, place: place, aspect: aspect, codes: codes,
        colour: colour
      ).read(looks.withoutLabels)
    }
    let labels = LabelInference(text: text, material: material).completed(seen)
    var values: [Int: [Fact]] = [:]
    var consumed: Set<Int> = []
    // Codes first: they are known by their form, so their lines are nobody else's.
    for (index, field) in fields(layout) where field.pattern != nil && field.checksum != nil && field.type == .string {
      if let found = code(field, labels.first { $0.field == index }, labels, consumed) {
        values[index] = [found.fact]
        consumed.formUnion(found.lines)
      }
    }
    let assignment = ValueAssignment(text: text, material: material, labels: labels)
    let texts = assignment.values(without: consumed)
    for (index, field) in fields(layout) where values[index] == nil {
      guard let found = texts[index] else { continue }
      let facts = FieldValue(field: field, prefix: material.prefix, text: text)
        .facts(from: text.reading(of: found.segments, at: place))
      if !facts.isEmpty { values[index] = facts }
    }
    for (index, field) in fields(layout) where field.region != nil {
      let used = Set(texts.values.flatMap(\.segments))
      var fact = regionValue(field, labels, used: used, in: text)
      if fact.map({ $0.confidence < Self.sure }) ?? true, colour != nil {  // allowed: not read is not sure
        let again = looks.withoutRed((0.3, 0.5, 1, 1), text.level)
        let second = regionValue(
          field, LabelSearch(text: again).labels(of: material, layout: layout?.id), used: [],
          in: again, below: anchor(of: field, labels))
        fact = Self.better(fact, second)
      }
      if let fact { values[index] = [fact] }
    }
    confirm(&values)
    let missing = fields(layout).filter { index, field in
      values[index] == nil && isExpected(field, values)
    }
    let labelled = Set(labels.compactMap(\.field))
    let isWhole = fields(layout).allSatisfy { index, field in
      !isExpected(field, values) || field.labels.isEmpty || labelled.contains(index)
    }
    for (index, field) in fields(layout) where values[index] == nil {
      let facts = unlabelled(field, isWhole: isWhole, hasLabel: labelled.contains(index))
      if !facts.isEmpty { values[index] = facts }
    }
    return Result(
      facts: values.keys.sorted().flatMap { values[$0] ?? [] },  // allowed: its own keys
      unread: missing.map(\.1), isWhole: isWhole)
  }

  private func fields(_ layout: MaterialDefinition.Layout?) -> [(Int, FieldDefinition)] {
    Array(material.fields.enumerated()).filter { _, field in
      field.layouts.isEmpty || layout.map { field.layouts.contains($0.id) } == true
    }.map { ($0.offset, $0.element) }
  }

  private func isExpected(_ field: FieldDefinition, _ values: [Int: [Fact]]) -> Bool {
    guard !field.isOptional, !field.labels.isEmpty else { return false }
    guard let other = field.alternative else { return true }
    return !values.values.joined().contains { $0.key == material.prefix + "." + other }
  }

  /// From here on a value needs no second look.
  private static let sure = 0.99

  /// Of two readings of one value: agreement is surer than either, disagreement less.
  private static func better(_ first: Fact?, _ second: Fact?) -> Fact? {
    guard var first, var second else {
      // Read under a stamp once only.
      guard var only = first ?? second else { return nil }
      only.confidence = min(0.84, only.confidence)
      return only
    }
    if first.value == second.value {
      first.confidence = max(
        first.confidence, 1 - (1 - first.confidence) * (1 - second.confidence))
      return first
    }
    first.confidence = min(first.confidence, 0.6)
    second.confidence = min(second.confidence, 0.8)
    return second
  }

  // MARK: Codes

  private func code(
    _ field: FieldDefinition, _ label: FoundLabel?, _ labels: [FoundLabel], _ consumed: Set<Int>
  ) -> (fact: Fact, lines: Set<Int>)? {
    guard let source = field.pattern, let scheme = field.checksum,
      let pattern = Patterns.compiled(source)
    else { return nil }
    let reader = CodeReading(scheme: scheme, pattern: pattern)
    let free = ValueAssignment(text: text, material: material, labels: labels).free
      .filter { !consumed.contains($0.line) }
    var found: (result: CodeReading.Result, reading: FieldReading, lines: Set<Int>)?
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
      found.reading.evidence.method = .ocrChecksum
    }
    let fact = Fact(
      key: material.prefix + "." + field.key, value: .string(found.result.text),
      confidence: found.result.confidence, evidence: [found.reading.evidence])
    return (fact, found.lines)
  }

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

  // MARK: Values without a label

  private func regionValue(
    _ field: FieldDefinition, _ labels: [FoundLabel], used: Set<TextSegment>, in text: PageText,
    below known: FoundLabel? = nil
  ) -> Fact? {
    guard field.region != nil else { return nil }
    let assignment = ValueAssignment(text: text, material: material, labels: labels)
    let anchor = known ?? self.anchor(of: field, labels)
    // Letters of a stamp lie between those of the date under it.
    let free = assignment.free.filter { segment in
      !used.contains(segment)
        && (field.type != .date
          || text.text(of: segment).contains { $0.isNumber || "年月日".contains($0) })
    }
    let lowest = free.map(\.v).max()
    // Side by side pieces are one date: 2019 | 年 03 月 | 05 日.
    var groups: [[TextSegment]] = []
    for segment in free {
      if let last = groups.last?.last,
        abs(last.v - segment.v) < 0.5 * min(last.height, segment.height),
        segment.start - last.end < 3 * max(last.em, segment.em)
      {
        groups[groups.count - 1].append(segment)
      } else {
        groups.append([segment])
      }
    }
    let candidates = groups.filter { group in
      guard let first = group.first else { return false }
      if let anchor { return first.v > anchor.v - anchor.height }
      // The anchor may be under the stamp: the lower half must do.
      return lowest.map { first.v > 0.5 * $0 } == true
    }
    for group in candidates {
      let reading = text.reading(of: group, at: self.place)
      let facts = FieldValue(field: field, prefix: material.prefix, text: text).facts(from: reading)
      if let fact = facts.first { return fact }
    }
    return nil
  }

  private func anchor(of field: FieldDefinition, _ labels: [FoundLabel]) -> FoundLabel? {
    guard let after = field.region?.after else { return nil }
    return labels.last { $0.text == after }
      ?? LabelSearch(text: text).places(of: after, field: nil).last
  }

  private func unlabelled(_ field: FieldDefinition, isWhole: Bool, hasLabel: Bool) -> [Fact] {
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
      guard let otherwise = field.otherwise, isWhole else { return [] }
      return [
        Fact(key: key, value: otherwise, confidence: 0.9, evidence: [pageEvidence(.computed)])
      ]
    case .red:
      guard let area = field.area, let colour, let isRed = colour.hasRed(in: area) else {
        return []
      }
      return [
        Fact(key: key, value: .bool(isRed), confidence: 0.95, evidence: [pageEvidence(.computed)])
      ]
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

  // MARK: Fields that imply one another

  /// Where an identity number with right check digits implies a value that was read too, both are surer.
  private func confirm(_ values: inout [Int: [Fact]]) {
    for (index, field) in material.fields.enumerated() {
      guard let confirmed = field.confirmedBy, var own = values[index]?.first,
        let other = material.fields.firstIndex(where: { $0.key == confirmed.field }),
        let number = values[other]?.first, let text = number.value.string,
        let implied = confirmed.function.value(of: text), implied == own.value,
        number.evidence.first?.method != .ocrChecksum
      else { continue }
      own.confidence = max(own.confidence, Confidence.checked)
      values[index] = [own]
    }
  }
}
