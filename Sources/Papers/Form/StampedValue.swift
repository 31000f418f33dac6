internal import Glibc
internal import Model
internal import Native
internal import Recognition

/// A value that a stamp may cover: the date of issue, which has no label, and the authority beside its label.
///
/// Detection breaks where red ink crosses print. So the row in which pieces of the value were seen is read as one
/// strip, once as it is and once with the stamp taken away; readings that agree are sure.
struct StampedValue {
  let field: FieldDefinition
  let prefix: String
  package let text: PageText
  let place: PagePlace
  let labels: [FoundLabel]
  /// Pieces of text that belong to no label.
  let free: [TextSegment]
  /// `nil` for a text layer.
  let isGrayscale: Bool?

  /// From here on a value needs no rereading.
  private static let sure = 0.99

  /// - Parameter first: what the field's own label yielded.
  func fact(_ first: Fact?, _ rereading: Rereading) -> Fact? {
    let seen = first ?? regionValue(in: text, free)
    if let seen, seen.confidence >= Self.sure || isGrayscale == nil { return seen }
    var readings = [seen].compactMap { $0 }
    for strip in strips {
      // With the stamp taken away first; the strip as it is only where that leaves a doubt.
      for withoutStamp in [true, false] {
        let found = rereading.lines(at: [strip], withoutStamp: withoutStamp)
          .compactMap { value(in: PageText(lines: [$0], level: text.level)) }
        readings += found
        if found.contains(where: { $0.confidence >= Self.sure }) { break }
      }
      if !readings.isEmpty { break }
    }
    if readings.isEmpty, field.region != nil {
      let again = rereading.withoutRed((0.3, 0.5, 1, 1), text.level)
      let pieces = again.lines.indices.map {
        again.segment(line: $0, range: 0..<again.characters[$0].count)
      }
      readings = [regionValue(in: again, pieces)].compactMap { $0 }
    }
    return agreed(readings)
  }

  /// The value most readings give, as sure as they agree.
  private func agreed(_ readings: [Fact]) -> Fact? {
    let groups = Dictionary(grouping: readings, by: \.value)
    let ranked = groups.values.sorted {
      ($1.count, $1[0].confidence, $0[0].value.text) < (
        $0.count, $0[0].confidence, $1[0].value.text
      )
    }
    guard let best = ranked.first, var fact = best.max(by: { $0.confidence < $1.confidence }) else {
      return nil
    }
    // A grey stamp cannot be distinguished from print, so one reading of it proves little.
    let single = isGrayscale != false ? 0.84 : fact.confidence > 0.97 ? 0.93 : 0.86
    if best.count == 1 { fact.confidence = min(single, fact.confidence) }
    if best.count > 1, ranked.count == 1 {
      fact.confidence = min(
        isGrayscale == false ? 0.985 : 0.84, 1 - best.reduce(1) { $0 * (1 - $1.confidence) })
    }
    if ranked.count > 1 {
      // A reading beyond doubt stands against one that doubted itself; two of a kind cancel out.
      // allowed: there is a rival
      let rival = ranked.dropFirst().joined().map(\.confidence).max() ?? 0
      let isClear =
        isGrayscale == false && (best.count > 1 || (fact.confidence > 0.97 && rival < 0.8))
      fact.confidence = min(isClear ? 0.86 : 0.7, fact.confidence)
    }
    // Readings that lost the same letter or digit agree as well.
    let isCut =
      field.isDate
      ? fact.evidence.first?.raw.map(TruncationSigns.isCutDate)
      : fact.value.string.map(FieldValue(field: field, prefix: prefix, text: text).showsTruncation)
    if isCut == true { fact.confidence = min(Confidence.truncated, fact.confidence) }
    return fact
  }

  // MARK: Where it stands

  private var anchor: FoundLabel? {
    guard let after = field.region?.after ?? field.labels.first else { return nil }
    return labels.last { $0.text == after }
      ?? LabelSearch(text: text).places(of: after, field: nil).last
  }

  private func isPiece(_ segment: TextSegment, in text: PageText) -> Bool {
    !field.isDate
      || text.text(of: segment).contains { letter in
        // To Unicode 京 and 兆 are numbers too.
        letter.isASCII ? letter.isNumber : Self.dateLetters.contains(letter)
      }
  }

  private func isBelowAnchor(_ segment: TextSegment, lowest: Double?) -> Bool {
    if let anchor { return segment.v > anchor.v - anchor.height }
    // The anchor may be under the stamp: the lower half must do.
    return lowest.map { segment.v > 0.5 * $0 } == true
  }

  /// Pieces side by side are one value: 2019 | 年 03 月 | 05 日.
  private func groups(of pieces: [TextSegment], in text: PageText, reach: Double)
    -> [[TextSegment]]
  {
    let lowest = pieces.map(\.v).max()
    let fitting = pieces.filter { isPiece($0, in: text) && isBelowAnchor($0, lowest: lowest) }
    var groups: [[TextSegment]] = []
    for piece in fitting.sorted(by: { ($0.start, $0.v) < ($1.start, $1.v) }) {
      let fellow = groups.firstIndex { group in
        group.last.map { last in
          abs(last.v - piece.v) < 0.6 * min(last.height, piece.height)
            && piece.start - last.end < reach * max(last.em, piece.em)
        } == true
      }
      if let fellow { groups[fellow].append(piece) } else { groups.append([piece]) }
    }
    return groups.sorted { ($0[0].v, $0[0].start) < ($1[0].v, $1[0].start) }
  }

  private func regionValue(in text: PageText, _ pieces: [TextSegment]) -> Fact? {
    guard field.region != nil else { return nil }
    for group in groups(of: pieces, in: text, reach: 3) {
      let reading = text.reading(of: group, at: place)
      let facts = FieldValue(field: field, prefix: prefix, text: text).facts(from: reading)
      if let fact = facts.first { return fact }
    }
    return nil
  }

  // MARK: Strips

  /// Rows in which the value, or pieces of it, were seen.
  private var strips: [TextBox] {
    if field.region == nil {
      // Nothing beside the label means that nothing is printed there, and a strip would cost for nothing.
      guard let anchor, isBeside(anchor) else { return [] }
      return [
        strip(
          from: anchor.start - 0.5 * anchor.em, to: anchor.end + 22 * anchor.em, v: anchor.v,
          height: anchor.height)
      ]
    }
    return groups(of: free, in: text, reach: 9).prefix(2).map { group in
      let height = group.map(\.height).sorted()[group.count / 2]
      let v = group.reduce(0) { $0 + $1.v } / Double(group.count)
      let start = group.map(\.start).min() ?? 0  // allowed: a group has pieces
      let end = group.map(\.end).max() ?? 0  // allowed: as above
      // A whole date is about eight letters wide: what is missing lies to either side.
      let missing = max(1.2, (9 * 0.72 * height - (end - start)) / height)
      return strip(
        from: start - missing * height, to: end + missing * height, v: v, height: height)
    }
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

  /// A box on the page that is level on the levelled page.
  private func strip(from start: Double, to end: Double, v: Double, height: Double) -> TextBox {
    let center = text.level.page(Point(x: (start + end) / 2, y: v))
    return TextBox(
      center: center, width: end - start, height: height, angle: text.level.angle(at: center),
      score: 1)
  }

  /// The value within a strip.
  private func value(in strip: PageText) -> Fact? {
    let characters = strip.characters[0].filter { $0.symbol != " " }
    let pattern = field.isDate ? Self.datePattern : field.rule?.pattern
    guard let pattern, let expression = Patterns.compiled(pattern) else { return nil }
    var shown = characters[...]
    if let label = field.labels.first(where: { strip.lines[0].line.text.contains($0.suffix(2)) }),
      let last = label.last, let cut = shown.lastIndex(where: { $0.symbol == String(last) })
    {
      shown = shown[(cut + 1)...].drop { "：:. ".contains($0.symbol) }
    }
    let scalars = shown.map(\.symbol).joined()
    guard let range = expression.firstMatch(in: scalars)?.scalarRange(of: 0),
      range.count > 0, range.upperBound <= shown.count
    else { return nil }
    let matched = shown[
      (shown.startIndex + range.lowerBound)..<(shown.startIndex + range.upperBound)]
    guard let first = matched.first, let last = matched.last else { return nil }
    let reading = strip.reading(
      of: [strip.segment(line: 0, range: first.index..<(last.index + 1))], at: place)
    return FieldValue(field: field, prefix: prefix, text: strip).facts(from: reading).first
  }

  private static let dateLetters: Set<Character> = Set("年月日〇零○一二三四五六七八九十廿卅")

  private static let datePattern =
    "[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日"
    + "|[一二][0-9〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
}
