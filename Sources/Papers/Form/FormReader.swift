internal import Model
internal import Native
internal import Recognition

/// Reads the fields of one document whose kind is known.
struct FormReader {
  let material: MaterialDefinition
  /// The text holds the document's lines alone.
  package let text: PageText
  let place: PagePlace
  /// The upright page's size, to choose a layout.
  let aspect: Double
  /// QR codes of the page with their evidence.
  let codes: [(text: String, evidence: Evidence)]
  /// The picture, for marks that are colour and not text; `nil` for a text layer.
  let colour: ColourRegions?
  /// The page's round stamps; `nil` where there is no picture of it.
  package let stamps: PageStamps?

  struct Result {
    package var facts: [Fact]
    /// Fields whose value was not read although it is never absent.
    var unread: [FieldDefinition]
    /// Fields whose place on the form was left empty.
    var blank: [FieldDefinition] = []
    /// Fields that the paper does not mention.
    var absent: [FieldDefinition] = []
    var isWhole: Bool
    /// Lines whose letters make a value doubtful.
    var doubtfulLines: Set<Int> = []
    /// Lines that may go on where detection saw their end.
    var openLines: Set<Int> = []
    /// The text that was read, labels that detection passed over included.
    package var text: PageText
  }

  /// Values below this are read a second time.
  private static let sure = 0.97

  /// - Parameter rereading: what of the page may be read once more.
  package func read(_ rereading: Rereading) -> Result {
    let first = readOnce(rereading)
    guard !first.doubtfulLines.isEmpty || !first.openLines.isEmpty,
      let better = rereading.again(first.doubtfulLines, open: first.openLines, in: first.text)
    else { return first }
    return with(better).readOnce(rereading.withoutLabels)
  }

  private func with(_ text: PageText) -> FormReader {
    FormReader(
      material: material, text: text, place: place, aspect: aspect, codes: codes, colour: colour,
      stamps: stamps)
  }

  private func readOnce(_ rereading: Rereading) -> Result {
    if material.isProse { return readProse(rereading) }
    let layout = material.layouts.first { layout in
      (layout.aspectAtLeast.map { aspect >= $0 } ?? true)  // allowed: no bound holds for all
        && (layout.aspectBelow.map { aspect < $0 } ?? true)  // allowed: as above
    }
    let seen = LabelSearch(text: text).labels(of: material, layout: layout?.id)
    if let completed = rereading.completed(text, seen, material) {
      return with(completed).readOnce(rereading.withoutLabels)
    }
    let labels = LabelInference(text: text, material: material).completed(seen)
    var values: [Int: [Fact]] = [:]
    var consumed: Set<Int> = []
    var doubtful: Set<Int> = []
    var open: Set<Int> = []
    // Codes first: they are known by their form, so their lines are nobody else's.
    for (index, field) in fields(layout) {
      guard case .string(let rule) = field.kind, let pattern = rule.pattern,
        let scheme = rule.checksum
      else { continue }
      let label = labels.first { $0.field == index }
      if let found = code(field, pattern, scheme, label, labels, consumed) {
        values[index] = [found.fact]
        consumed.formUnion(found.lines)
        if found.fact.confidence < Self.sure { doubtful.formUnion(found.lines) }
      } else if let label {
        doubtful.formUnion(linesLikeCodes(beside: label, labels, consumed))
      }
    }
    let assignment = ValueAssignment(text: text, material: material, labels: labels)
    let columns = FormColumns(
      text: text, material: material, labels: labels,
      free: assignment.free.filter { !consumed.contains($0.line) })
    let inColumns = columns.values()
    let given = inColumns.compactMapValues(\.self)
    var texts = assignment.values(
      without: consumed, Set(given.values.flatMap(\.segments)), of: Set(inColumns.keys)
    ).merging(given.mapValues { FieldText(segments: $0.segments) }) { $1 }
    let byForm = unlabelledValues(assignment.free, consumed, texts, labels, layout)
    texts.merge(byForm.mapValues { FieldText(segments: $0) }) { own, _ in own }
    for (index, field) in fields(layout) where values[index] == nil {
      guard let found = texts[index] else { continue }
      let label = labels.first { $0.field == index }
      let segments = withoutNeighbour(withoutLabelRest(found.segments, field, label), labels)
      var reading = text.reading(of: segments, at: place)
      reading.margin = byForm[index] == nil ? given[index]?.margin : 0
      reading.mayBeginWithLabel = label.map { begins(segments, behind: $0) } == true
      let facts = FieldValue(field: field, prefix: material.prefix, text: text).facts(from: reading)
      if !facts.isEmpty { values[index] = facts }
      if facts.isEmpty || facts.contains(where: { $0.confidence < Self.sure }) {
        doubtful.formUnion(
          reading.letters.filter { $0.probability < 0.97 }.map(\.line))
      }
      doubtful.formUnion(reading.oddlySpacedLines)
      if let last = segments.last, TruncationSigns.mayGoOn(reading.text, field) {
        open.insert(last.line)
      }
      if let rule = field.rule, rule.pattern != nil, rule.checksum == nil, reading.hasRunOfDigits {
        doubtful.formUnion(reading.letters.map(\.line))
      }
    }
    let used = Set(texts.values.flatMap(\.segments))
    for (index, field) in fields(layout) {
      let fact: Fact?
      if let region = field.region {
        fact = IssueDate(
          field: field, region: region, prefix: material.prefix, text: text, place: place,
          labels: labels, free: assignment.free.filter { !used.contains($0) },
          isGrayscale: colour?.isGrayscale
        ).fact(rereading)
      } else if field.isStamped {
        fact = StampedValue(
          field: field, prefix: material.prefix, text: text, place: place, labels: labels,
          isGrayscale: colour?.isGrayscale
        ).fact(values[index]?.first, rereading)
      } else {
        continue
      }
      if let fact { values[index] = [fact] }
    }
    confirm(&values)
    confirmEquals(&values)
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
    readStamps(into: &values, layout)
    return Result(
      facts: values.keys.sorted().flatMap { values[$0] ?? [] },  // allowed: its own keys
      unread: missing.map(\.1), isWhole: isWhole, doubtfulLines: doubtful,
      openLines: open, text: text)
  }

  /// Values of fields whose labels were not found, known by their form.
  private func unlabelledValues(
    _ free: [TextSegment], _ consumed: Set<Int>, _ texts: [Int: FieldText], _ labels: [FoundLabel],
    _ layout: MaterialDefinition.Layout?
  ) -> [Int: [TextSegment]] {
    let taken = Set(texts.values.flatMap(\.segments))
    let found = Set(labels.compactMap(\.field))
    return UnlabelledValues(
      text: text, material: material, labels: labels,
      free: free.filter { !consumed.contains($0.line) && !taken.contains($0) },
      given: texts.filter { material.fields[$0.key].grammar != nil }
        .compactMap(\.value.segments.first)
    ).values(
      missing: fields(layout).filter { index, field in
        field.grammar != nil && !found.contains(index) && texts[index] == nil
      }.map(\.0))
  }

  /// What is printed nowhere but in the ring of a stamp.
  private func readStamps(into values: inout [Int: [Fact]], _ layout: MaterialDefinition.Layout?) {
    let texts = material.fields.indices.filter {
      if case .stampText = material.fields[$0].kind { true } else { false }
    }.flatMap { values[$0, default: []] }
    for (index, field) in fields(layout) where values[index] == nil {
      guard let rule = field.rule, rule.isFromStamp else { continue }
      let pattern = rule.pattern.flatMap { Patterns.compiled($0) }
      let fitting = texts.first { text in
        text.value.string.map { text in pattern.map { $0.matchesWhole(text) } != false } == true
      }
      guard var fact = fitting else { continue }
      fact.key = material.prefix + "." + field.key
      values[index] = [fact]
    }
  }

  /// The pieces of a value without the last letter of a label of which only the beginning was found apart, or half
  /// of which the value's own box shows again.
  private func withoutLabelRest(
    _ segments: [TextSegment], _ field: FieldDefinition, _ label: FoundLabel?
  ) -> [TextSegment] {
    guard let label, let first = segments.first, first.range.count > 1,
      let letter = text.characters[first.line][first.range].first?.symbol
    else { return segments }
    let isRest =
      label.parts.values.reduce(0, { $0 + $1.count }) < label.text.count
      && field.labels.contains(where: { $0.hasSuffix(letter) })
    guard isRest || isWithin(label, text.segment(line: first.line, range: first.range.prefix(1)))
    else { return segments }
    let rest = text.segment(line: first.line, range: first.range.dropFirst())
    return [rest] + segments.dropFirst()
  }

  /// Whether a value in a box of its own begins with its label's last letter, close behind it.
  private func begins(_ segments: [TextSegment], behind label: FoundLabel) -> Bool {
    guard let first = segments.first, label.parts[first.line] == nil,
      let letter = text.text(of: first).first
    else { return false }
    return label.text.last == letter && first.start < label.end + 0.5 * label.em
  }

  /// The pieces of a value without the first letter of a label behind it that its own box shows again: 女民, of
  /// which the next box reads 民族.
  private func withoutNeighbour(_ segments: [TextSegment], _ labels: [FoundLabel]) -> [TextSegment]
  {
    guard let last = segments.last, last.range.count > 1 else { return segments }
    let letter = text.segment(line: last.line, range: last.range.suffix(1))
    let symbol = text.text(of: letter)
    let isShownTwice = labels.contains { label in
      !label.parts.isEmpty && label.parts[last.line] == nil && label.text.hasPrefix(symbol)
        && abs(letter.v - label.v) < 0.4 * label.height
        && (letter.start + letter.end) / 2 > label.start + 0.2 * label.em
        && letter.end < label.end
    }
    guard isShownTwice else { return segments }
    return segments.dropLast() + [text.segment(line: last.line, range: last.range.dropLast())]
  }

  /// Whether a letter of another line than the label's stands where the label does: 期, of which a box that begins
  /// too early shows 月.
  private func isWithin(_ label: FoundLabel, _ letter: TextSegment) -> Bool {
    guard label.parts[letter.line] == nil,
      !text.text(of: letter).contains(where: { $0.isASCII })
    else { return false }
    return abs(letter.v - label.v) < 0.4 * label.height && letter.start > label.start
      && (letter.start + letter.end) / 2 < label.end - 0.2 * label.em
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

  /// Two fields that say the same, each read on its own.
  private func confirmEquals(_ values: inout [Int: [Fact]]) {
    for (index, field) in material.fields.enumerated() {
      guard let other = field.sameAs.map({ material.prefix + "." + $0 }),
        let own = values[index]?.first,
        let (place, offset) = values.lazy.compactMap({ entry -> (Int, Int)? in
          entry.value.firstIndex { $0.key == other }.map { (entry.key, $0) }
        }).first,
        values[place]?[offset].value == own.value
      else { continue }
      values[index]?[0].confidence = max(own.confidence, Confidence.ceiling)
      if let twin = values[place]?[offset].confidence {
        values[place]?[offset].confidence = max(twin, Confidence.ceiling)
      }
    }
  }
}
