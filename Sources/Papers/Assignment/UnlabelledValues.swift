internal import Model
internal import Recognition

/// Values whose labels are cut off, covered or not read: known by what they look like and by standing one below the
/// other.
///
/// Only what a form leaves over is searched, and only a text that leaves no choice is taken.
struct UnlabelledValues {
  let text: PageText
  let material: MaterialDefinition
  let labels: [FoundLabel]
  /// Pieces of print that are no label and nobody's value.
  let free: [TextSegment]
  /// The first pieces of values that were found by their labels.
  let given: [TextSegment]

  /// Scores of ``FieldGrammar`` from which a text may be a value, and the lead it needs over the next best.
  private static let (least, lead) = (1.4, 1.0)
  /// Fields that can be recognized by their text alone, in the order in which they are looked for.
  private static let known: [FieldGrammar] = [.company, .companyType, .address, .amount]

  /// What each field without a label is given, by its place in the material.
  func values(missing: [Int]) -> [Int: [TextSegment]] {
    var rows = self.rows
    var found: [Int: ColumnRow] = [:]
    for grammar in Self.known {
      guard let field = missing.first(where: { material.fields[$0].grammar == grammar }) else {
        continue
      }
      let scored = rows.map { ($0, grammar.score(words(of: $0))) }.sorted { $0.1 > $1.1 }
      guard let best = scored.first, best.1 >= Self.least,
        scored.dropFirst().first.map({ best.1 - $0.1 >= Self.lead }) != false
      else { continue }
      found[field] = best.0
      rows.removeAll { $0.v == best.0.v }
    }
    // One text alone may be anything; two in one column are a form.
    let starts = (found.values.map { $0.segments[0] } + given).map(\.start).sorted()
    guard starts.count >= 2 else { return [:] }
    let start = starts[starts.count / 2]
    let column = rows.filter { abs($0.segments[0].start - start) < 1.5 * $0.height * 0.72 }
    found = found.filter { _, row in
      abs(row.segments[0].start - start) < 2.5 * row.height * 0.72
    }
    let heights = found.values.map(\.v) + given.map(\.v)
    guard let top = heights.min(), let bottom = heights.max() else { return [:] }
    var values = found.mapValues { whole($0, among: column) }
    for grammar in [FieldGrammar.person, .date] {
      guard let field = missing.first(where: { material.fields[$0].grammar == grammar }) else {
        continue
      }
      let fitting = column.filter { row in
        row.v > top && row.v < bottom + 6 * row.height && grammar.score(words(of: row)) > 2
      }
      if fitting.count == 1, let only = fitting.first { values[field] = only.segments }
    }
    if let field = missing.first(where: { material.fields[$0].grammar == .scope }),
      let first = column.first(where: { row in
        row.v > bottom && ScopeGrammar.opening(words(of: row)) > 1
      })
    {
      values[field] = whole(first, among: column)
    }
    return values
  }

  private func words(of row: ColumnRow) -> String { text.words(of: row.segments) }

  /// Rows of ordinary print above the foot.
  private var rows: [ColumnRow] {
    let heights = free.map(\.height).sorted()
    guard !heights.isEmpty else { return [] }
    let usual = heights[heights.count / 2]
    let foot = labels.filter { $0.field.map { material.fields[$0].isStamped } == true }.map(\.v)
      .min()
    return ColumnRow.rows(
      of: free.filter { piece in
        piece.height < 2 * usual && foot.map { piece.v < $0 } != false
          && material.heading.map { text.text(of: piece).contains($0) } != true
      }, in: text)
  }

  /// A row with those that go on with it: close below, beginning where it begins.
  private func whole(_ first: ColumnRow, among rows: [ColumnRow]) -> [TextSegment] {
    var segments = first.segments
    var last = first
    for row in rows where row.v > last.v {
      let isOther = [FieldGrammar.person, .date, .companyType].contains {
        $0.score(words(of: row)) > 2
      }
      guard !isOther, row.v - last.v < 1.25 * max(row.height, last.height),
        last.segments.last.map({ $0.end > first.segments[0].start + 12 * last.height * 0.72 })
          == true
      else { break }
      segments += row.segments
      last = row
    }
    return segments
  }
}
