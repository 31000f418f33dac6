internal import Model
internal import Native
internal import Recognition

/// A labelled value that a stamp may cover: the authority.
///
/// Detection breaks where red ink crosses print. So the row beside the label is read as one strip, once as it is and
/// once with the stamp taken away; readings that agree are sure.
struct StampedValue {
  let field: FieldDefinition
  let prefix: String
  package let text: PageText
  let place: PagePlace
  let labels: [FoundLabel]
  /// `nil` for a text layer.
  let isGrayscale: Bool?

  /// - Parameter first: what the field's own label yielded.
  func fact(_ first: Fact?, _ rereading: Rereading) -> Fact? {
    if let first, first.confidence >= Confidence.settled || isGrayscale == nil { return first }
    var readings = [first].compactMap { $0 }
    if let strip {
      // With the stamp taken away first; the strip as it is only where that leaves a doubt.
      for withoutStamp in [true, false] {
        let found = rereading.lines(at: [strip], withoutStamp: withoutStamp)
          .compactMap { value(in: PageText(lines: [$0], level: text.level)) }
        readings += found
        if found.contains(where: { $0.confidence >= Confidence.settled }) { break }
      }
    }
    return ReadingAgreement(
      field: field, isGrayscale: isGrayscale,
      value: FieldValue(field: field, prefix: prefix, text: text)
    ).agreed(readings)
  }

  /// The row beside the label; `nil` where nothing stands beside it: a strip would cost for nothing.
  private var strip: TextBox? {
    guard let name = field.labels.first,
      let anchor = labels.last(where: { $0.text == name })
        ?? LabelSearch(text: text).places(of: name, field: nil).last, isBeside(anchor)
    else { return nil }
    return text.strip(
      from: anchor.start - 0.5 * anchor.em, to: anchor.end + 22 * anchor.em, v: anchor.v,
      height: anchor.height)
  }

  private func isBeside(_ anchor: FoundLabel) -> Bool {
    text.lines.indices.contains { line in
      let count = text.characters[line].count
      let from = anchor.parts[line]?.upperBound ?? 0  // allowed: a line without the label
      guard from + 1 < count else { return false }
      let piece = text.segment(line: line, range: from..<count)
      return abs(piece.v - anchor.v) < 0.4 * anchor.height && piece.start > anchor.end - anchor.em
        && piece.start < anchor.end + 8 * anchor.em
    }
  }

  /// The value within a strip.
  private func value(in strip: PageText) -> Fact? {
    let characters = strip.characters[0].filter { $0.symbol != " " }
    guard let expression = field.rule?.pattern.flatMap(Patterns.compiled) else { return nil }
    var shown = characters[...]
    if let label = field.labels.first(where: { strip.lines[0].line.text.contains($0.suffix(2)) }),
      let last = label.last, let cut = shown.lastIndex(where: { $0.symbol == String(last) })
    {
      shown = shown[(cut + 1)...].drop { "：:. ".contains($0.symbol) }
    }
    guard let range = expression.firstMatch(in: shown.map(\.symbol).joined())?.scalarRange(of: 0),
      range.count > 0, range.upperBound <= shown.count
    else { return nil }
    let matched = shown[
      (shown.startIndex + range.lowerBound)..<(shown.startIndex + range.upperBound)]
    guard let first = matched.first, let last = matched.last else { return nil }
    let reading = strip.reading(
      of: [strip.segment(line: 0, range: first.index..<(last.index + 1))], at: place)
    return FieldValue(field: field, prefix: prefix, text: strip).facts(from: reading).first
  }
}

extension PageText {
  /// A box on the page that is level on the levelled page.
  func strip(from start: Double, to end: Double, v: Double, height: Double) -> TextBox {
    let center = level.page(Point(x: (start + end) / 2, y: v))
    return TextBox(
      center: center, width: end - start, height: height, angle: level.angle(at: center), score: 1)
  }
}
