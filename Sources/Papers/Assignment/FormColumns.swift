internal import Model
internal import Recognition

/// The columns of labels of a form whose fields have grammars, each with the rows of print beside it.
struct FormColumns {
  let text: PageText
  let material: MaterialDefinition
  let labels: [FoundLabel]
  /// Pieces of print that are no label and nobody's value yet.
  let free: [TextSegment]

  /// Fewer labels make no column: their values are found one by one.
  private static let fewest = 2

  /// What each field of a column is given, by its place in the material; `nil` for those that are given nothing.
  func values() -> [Int: ColumnAssignment.Given?] {
    var given: [Int: ColumnAssignment.Given?] = [:]
    for column in columns {
      guard let assignment = assignment(of: column) else { continue }
      let values = assignment.values()
      for (slot, label) in column.labels.enumerated() {
        if let field = label.field { given.updateValue(values[slot], forKey: field) }
      }
    }
    return given
  }

  // MARK: Columns

  private struct Column {
    /// From top to bottom, all of fields with grammars.
    var labels: [FoundLabel]
    var start: Double
    var em: Double
  }

  private func grammar(_ label: FoundLabel) -> FieldGrammar? {
    label.field.flatMap { material.fields[$0].grammar }
  }

  private var columns: [Column] {
    var columns: [Column] = []
    for label in labels.filter({ grammar($0) != nil }).sorted(by: { $0.start < $1.start }) {
      if let own = columns.indices.last(where: {
        abs(columns[$0].start - label.start) < 1.3 * max(columns[$0].em, label.em)
      }) {
        columns[own].labels.append(label)
      } else {
        columns.append(Column(labels: [label], start: label.start, em: label.em))
      }
    }
    return columns.filter { $0.labels.count >= Self.fewest }.map { column in
      var column = column
      let heights = column.labels.map(\.height).sorted()
      column.em = heights[heights.count / 2] * 0.72
      column.labels.sort { $0.v < $1.v }
      return column
    }
  }

  /// The grammars of fields without labels that are hardly ever taken for another's.
  private var absent: [FieldGrammar] {
    let found = Set(labels.compactMap(\.field))
    let missing = material.fields.indices.filter { !found.contains($0) }
    return missing.compactMap { material.fields[$0].grammar }
      .filter { [.company, .companyType, .person].contains($0) }
  }

  private func assignment(of column: Column) -> ColumnAssignment? {
    guard let top = column.labels.first?.v, let bottom = column.labels.last?.v else { return nil }
    let right =
      labels.filter { other in
        grammar(other) != nil && other.start > column.start + 6 * column.em
          && other.v > top - 2 * column.em && other.v < bottom + 2 * column.em
      }.map(\.start).min() ?? .infinity
    // The foot of the paper begins with a printed text that is no label of the column.
    let foot =
      labels.filter { other in
        grammar(other) == nil && other.v > bottom + 0.5 * column.em && other.start < right
      }.map { $0.v - 0.8 * $0.height }.min() ?? .infinity  // allowed: no foot
    let em = column.em
    let pieces = free.filter { piece in
      piece.start > column.start - 2 * em && piece.start < right - em && piece.v < foot
        && piece.v > top - 2.4 * em && piece.height < 4 * em && piece.height > 0.5 * em
    }
    let rows = ColumnRow.rows(of: pieces, in: text)
    let starts = rows.map { $0.segments[0].start }.filter { $0 > column.start + 1.5 * em }
    func fellows(_ start: Double) -> Int { starts.count { abs($0 - start) < 0.8 * em } }
    guard let valueStart = starts.max(by: { (fellows($0), $1) < (fellows($1), $0) }) else {
      return nil
    }
    let ends = rows.filter { abs($0.segments[0].start - valueStart) < 1.5 * em }
      .compactMap(\.segments.last?.end)
    return ColumnAssignment(
      slots: column.labels.compactMap { label in
        guard let field = label.field.map({ material.fields[$0] }), let grammar = field.grammar
        else { return nil }
        return ColumnAssignment.Slot(
          label: label, grammar: grammar, lines: field.lines, isOptional: field.isOptional)
      }, rows: rows, absent: absent, text: text,
      valueStart: valueStart, rightEdge: ends.max() ?? valueStart)  // allowed: no line, no edge
  }
}
