internal import Model
internal import Native
internal import Recognition

/// A date without a label of its own, at the foot of a paper beside or below the name of the authority.
///
/// Mostly it is typed over a pre-printed 年 月 日 and stamped upon, so that detection sees pieces of it. The foot is
/// searched again enlarged and without red ink, then the rows in which pieces were seen are read as strips. Nothing
/// above or left of the anchor can be it: scopes name dates as well.
struct IssueDate {
  let field: FieldDefinition
  let region: FieldDefinition.Region
  let prefix: String
  package let text: PageText
  let place: PagePlace
  let labels: [FoundLabel]
  /// Pieces of text that belong to no label.
  let free: [TextSegment]
  /// `nil` for a text layer.
  let isGrayscale: Bool?

  /// Without the authority's label another date of the paper may be taken for it, so none is sure.
  func fact(_ rereading: Rereading) -> Fact? {
    guard var fact = seenFact(rereading) else { return nil }
    if anchor == nil { fact.confidence = min(Confidence.truncated, fact.confidence) }
    return fact
  }

  private func seenFact(_ rereading: Rereading) -> Fact? {
    let foot = Foot(anchor: anchor, pieces: free)
    let seen = value(in: text, foot.pieces)
    if let seen, seen.fact.confidence >= Confidence.settled { return seen.fact }
    guard let isGrayscale else { return seen?.fact }
    var readings = [seen].compactMap(\.self)
    let again = rereading.enlarged(foot.box(in: text), text.level)
    let pieces = again.whole.filter { !isBesideLabel($0) }
    readings += [value(in: again, pieces)].compactMap(\.self)
    for row in rows(foot, pieces, again) where !isSettled(readings) {
      for look in row.looks where !isSettled(readings) {
        let shown: PageText
        var isByCluster = false
        switch look {
        case .strip(let box, let withoutStamp):
          shown = PageText(
            lines: rereading.lines(at: [box], withoutStamp: withoutStamp), level: text.level)
        case .clusters(let box):
          shown = rereading.clusters(in: box, text.level)
          isByCluster = true
        }
        readings += [value(in: shown, shown.whole, isByCluster: isByCluster)].compactMap(\.self)
      }
    }
    let consistent = readings.filter {
      agrees($0, with: foot.pieces, text) && agrees($0, with: pieces, again)
    }
    if consistent.count < readings.count {
      // What detection saw of the numbers stands against a strip that cut them.
      readings =
        consistent.isEmpty
        ? readings.map { reading in
          var reading = reading
          reading.fact.confidence = min(Confidence.contradicted, reading.fact.confidence)
          return reading
        } : consistent
    }
    return ReadingAgreement(
      field: field, isGrayscale: isGrayscale,
      value: FieldValue(field: field, prefix: prefix, text: text)
    ).agreed(readings.map(\.fact))
  }

  /// A date with the height of its row on the levelled page.
  private struct Reading {
    var fact: Fact
    var v: Double
  }

  /// Whether every number that was surely seen in the row of a date is part of it.
  private func agrees(_ reading: Reading, with pieces: [TextSegment], _ text: PageText) -> Bool {
    guard case .date(let date) = reading.fact.value else { return false }
    let parts = [date.year, date.month, date.day]
    let row = pieces.filter { piece in
      abs(piece.v - reading.v) < piece.height && isPart(text.text(of: piece))
    }
    return SpreadDate(text: text, pieces: row).sureNumbers.allSatisfy(parts.contains)
  }

  /// Whether another field's label stands before a piece in its row: 成立日期, above 发照日期 on old forms.
  private func isBesideLabel(_ piece: TextSegment) -> Bool {
    guard let anchor else { return false }
    return labels.contains { label in
      label.field != nil && !region.after.contains(label.text)
        && label.start > anchor.start - 6 * anchor.em
        && abs(label.v - piece.v) < 0.6 * max(label.height, piece.height)
        && label.start < piece.end
    }
  }

  private var anchor: FoundLabel? {
    let names = region.after
    return labels.last { names.contains($0.text) }
      ?? names.lazy.compactMap { LabelSearch(text: text).places(of: $0, field: nil).last }.first
  }

  /// The part of a paper that may hold the date.
  private struct Foot {
    let anchor: FoundLabel?
    let pieces: [TextSegment]

    init(anchor: FoundLabel?, pieces: [TextSegment]) {
      self.anchor = anchor
      let lowest = pieces.map(\.v).max()
      let middle = pieces.map(\.end).max().map { 0.4 * $0 }
      self.pieces = pieces.filter { piece in
        guard let anchor else {
          // The anchor may be under the stamp: the lower half must do.
          return lowest.map { piece.v > 0.5 * $0 } == true
            && middle.map { piece.start > $0 } == true
        }
        return piece.v > anchor.v - 2.6 * anchor.height && piece.v < anchor.v + 6 * anchor.height
          && piece.start > anchor.start - 4 * anchor.em && piece.end < anchor.end + 22 * anchor.em
      }
    }

    /// Where to look once more, on the page; `nil` where nothing says where the foot is.
    func box(in text: PageText) -> TextBox? {
      guard let anchor else { return nil }
      return text.strip(
        from: anchor.start - 3 * anchor.em, to: anchor.end + 15 * anchor.em,
        v: anchor.v + 2 * anchor.height, height: 7 * anchor.height)
    }
  }

  /// Whether two readings that do not doubt themselves agree.
  private func isSettled(_ readings: [Reading]) -> Bool {
    let clear = readings.map(\.fact).filter { $0.confidence > Confidence.contradicted }
      .map(\.value)
    return clear.count > Set(clear).count
  }

  /// A way to look at a row once more.
  private enum Look {
    case strip(TextBox, withoutStamp: Bool)
    /// Digits that stand far apart are read one by one.
    case clusters(TextBox)
  }

  /// A row in which pieces of a date were seen.
  private struct Row {
    let v: Double
    /// A little higher as well, so that two looks do not make the same mistake.
    let looks: [Look]
  }

  /// At most two rows, those with most digits first.
  private func rows(_ foot: Foot, _ pieces: [TextSegment], _ again: PageText) -> [Row] {
    let parts =
      foot.pieces.filter { isPart(text.text(of: $0)) }.map { ($0, Self.digits(text.text(of: $0))) }
      + pieces.filter { isPart(again.text(of: $0)) }.map { ($0, Self.digits(again.text(of: $0))) }
    var rows: [[(piece: TextSegment, digits: Int)]] = []
    for part in parts.sorted(by: { ($0.1, $0.0.end) > ($1.1, $1.0.end) }) {
      let row = rows.firstIndex { row in
        abs(row[0].piece.v - part.0.v) < 0.35 * max(row[0].piece.height, part.0.height)
      }
      if let row { rows[row].append(part) } else { rows.append([part]) }
    }
    return rows.prefix(2).map { row in
      let height = row.map(\.piece.height).sorted()[row.count / 2]
      let em = height * 0.72
      let start = row.map(\.piece.start).min() ?? 0  // allowed: a row has parts
      let end = row.map(\.piece.end).max() ?? 0  // allowed: as above
      // allowed: no anchor bounds it
      let from = max(start - 8 * em, foot.anchor.map { $0.start - 2 * em } ?? -.infinity)
      let to = max(end + 3 * em, min(end + 9 * em, start + 14 * em))
      let v = row[0].piece.v
      func strip(_ share: Double) -> TextBox {
        text.strip(from: from, to: to, v: v, height: share * height)
      }
      return Row(
        v: v,
        looks: [
          .strip(strip(1), withoutStamp: true), .clusters(strip(1.05)),
          .strip(strip(1.25), withoutStamp: true), .strip(strip(1.1), withoutStamp: false),
        ])
    }
  }

  private static func digits(_ words: String) -> Int { words.count { $0.isNumber } }

  private func isPart(_ words: String) -> Bool {
    words.count <= 14
      && words.contains { $0.isASCII ? $0.isNumber : "年月日〇零○一二三四五六七八九十廿卅".contains($0) }
  }

  /// The date that pieces of print show: written in full, or as three numbers of one row.
  private func value(in text: PageText, _ pieces: [TextSegment], isByCluster: Bool = false)
    -> Reading?
  {
    for group in groups(of: pieces.filter { isPart(text.text(of: $0)) }) {
      let reading = text.reading(of: group, at: place)
      let facts = FieldValue(field: field, prefix: prefix, text: text).facts(from: reading)
      if let fact = facts.first { return Reading(fact: fact, v: group[0].v) }
    }
    if let written = written(in: text, pieces) { return written }
    guard let spread = SpreadDate(text: text, pieces: pieces, isByCluster: isByCluster).date else {
      return nil
    }
    let reading = text.reading(of: spread.segments, at: place)
    let fact = Fact(
      key: prefix + "." + field.key, value: .date(spread.date),
      confidence: min(
        spread.mayLackDigit ? Confidence.contradicted : 1, Confidence.ofNumber(reading)),
      evidence: [reading.evidence])
    return Reading(fact: fact, v: spread.segments[0].v)
  }

  /// A date written in full within a line that shows more.
  private func written(in text: PageText, _ pieces: [TextSegment]) -> Reading? {
    for piece in pieces {
      let shown = text.characters[piece.line][piece.range].filter { $0.symbol != " " }
      guard
        let range = Patterns.compiled(Self.pattern)?.firstMatch(in: shown.map(\.symbol).joined())?
          .scalarRange(of: 0), !range.isEmpty, range.upperBound <= shown.count
      else { continue }
      let date = shown[range.lowerBound].index..<(shown[range.upperBound - 1].index + 1)
      let reading = text.reading(of: [text.segment(line: piece.line, range: date)], at: place)
      if let fact = FieldValue(field: field, prefix: prefix, text: text).facts(from: reading).first
      {
        return Reading(fact: fact, v: piece.v)
      }
    }
    return nil
  }

  private static let pattern =
    "[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日"
    + "|[一二][0-9〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"

  /// Pieces side by side are one value: 2019 | 年 03 月 | 05 日.
  private func groups(of pieces: [TextSegment]) -> [[TextSegment]] {
    var groups: [[TextSegment]] = []
    for piece in pieces.sorted(by: { ($0.start, $0.v) < ($1.start, $1.v) }) {
      let fellow = groups.firstIndex { group in
        group.last.map { last in
          abs(last.v - piece.v) < 0.6 * min(last.height, piece.height)
            && piece.start - last.end < 3 * max(last.em, piece.em)
        } == true
      }
      if let fellow { groups[fellow].append(piece) } else { groups.append([piece]) }
    }
    return groups.sorted { ($0[0].v, $0[0].start) < ($1[0].v, $1[0].start) }
  }
}
