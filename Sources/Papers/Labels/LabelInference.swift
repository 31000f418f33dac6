internal import Model
internal import Recognition

/// Labels of which only a piece was read, or nothing: inferred from their column and, on papers with a fixed order, from their neighbours.
struct LabelInference {
  package let text: PageText
  let material: MaterialDefinition

  func completed(_ labels: [FoundLabel]) -> [FoundLabel] {
    var all = labels
    all += tails(all)
    for column in LabelColumn.columns(of: labels, in: text) {
      all += pieces(in: column, all)
      if material.isOrdered { all += skipped(in: column, all) }
    }
    return all.sorted { ($0.v, $0.start) < ($1.v, $1.start) }
  }

  /// Lines that begin with the end of a label that is missing, which ends where another label ends: of a label of four
  /// letters two, of one of two letters one.
  private func tails(_ labels: [FoundLabel]) -> [FoundLabel] {
    var found: [FoundLabel] = []
    for line in text.lines.indices {
      let characters = text.characters[line].filter { $0.symbol != " " }
      let whole = text.segment(line: line, range: 0..<text.characters[line].count)
      // A box that is higher than wide shows letters of two rows.
      guard let first = characters.first,
        characters.count == 1 || whole.end - whole.start > whole.height,
        !(labels + found).contains(where: { $0.parts[line] != nil })
      else { continue }
      let matches = missing(labels + found).compactMap { field -> (Int, Int, String)? in
        guard material.fields[field].grammar != nil else { return nil }
        for label in material.fields[field].labels where (2...4).contains(label.count) {
          for count in ((label.count + 1) / 2..<label.count).reversed()
          where characters.count >= count
            && characters.prefix(count).map(\.symbol) == label.suffix(count).map(String.init)
          {
            return (field, count, label)
          }
        }
        return nil
      }
      guard matches.count == 1, let (field, count, name) = matches.first else { continue }
      let segment = text.segment(
        line: line, range: first.index..<(characters[count - 1].index + 1))
      let column = labels.filter {
        $0.field != nil && abs($0.end - segment.end) < 0.8 * $0.em
          && abs($0.v - segment.v) > 0.8 * $0.height && abs($0.v - segment.v) < 9 * $0.height
      }
      guard let other = column.first else { continue }
      found.append(
        FoundLabel(
          field: field, text: name, parts: [line: segment.range], start: other.start,
          end: segment.end, v: segment.v, height: segment.height, strength: 0.5))
    }
    return found
  }

  private func missing(_ labels: [FoundLabel]) -> [Int] {
    let found = Set(labels.compactMap(\.field))
    return material.fields.indices.filter {
      !material.fields[$0].labels.isEmpty && !found.contains($0)
    }
  }

  // MARK: Pieces

  /// Lines that begin in the label column with the first or last letter of a label that is missing.
  private func pieces(in column: LabelColumn, _ labels: [FoundLabel]) -> [FoundLabel] {
    var found: [FoundLabel] = []
    for line in text.lines.indices {
      let characters = text.characters[line].filter { $0.symbol != " " }
      guard let first = characters.first, first.u > column.start - column.em,
        first.u < column.valueStart - 0.3 * column.em,
        !(labels + found).contains(where: { isBeside($0, line) })
      else { continue }
      // What stands left of where values begin is label, whatever it was read as.
      let head = characters.prefix { $0.u < column.valueStart - 0.35 * column.em }
      guard let last = head.last, head.count <= 6 else { continue }
      let matches = missing(labels + found).filter { field in
        material.fields[field].labels.contains { label in
          let letters = label.map(String.init)
          return head.count <= letters.count + 1
            && (letters.first == first.symbol || letters.last == last.symbol)
            && head.contains { letters.contains($0.symbol) }
        }
      }
      guard matches.count == 1, let field = matches.first else { continue }
      let range = first.index..<(last.index + 1)
      let segment = text.segment(line: line, range: range)
      found.append(
        FoundLabel(
          field: field, text: material.fields[field].title, parts: [line: range],
          start: column.start, end: segment.end, v: segment.v, height: segment.height,
          strength: 0.5))
    }
    return found
  }

  private func isBeside(_ label: FoundLabel, _ line: Int) -> Bool {
    if label.parts[line] != nil { return true }
    let whole = text.segment(line: line, range: 0..<text.characters[line].count)
    return abs(label.v - whole.v) < 0.5 * max(label.height, whole.height)
      && label.start < whole.start + 1 && whole.start - label.end < 6 * label.em
  }

  // MARK: Order

  /// Where exactly one label of the order is missing between two that were found, the first free line of the
  /// value column between them is its value.
  private func skipped(in column: LabelColumn, _ labels: [FoundLabel]) -> [FoundLabel] {
    let inColumn = labels.filter {
      $0.field != nil && abs($0.start - column.start) < 1.5 * column.em
    }
    .sorted { $0.v < $1.v }
    var found: [FoundLabel] = []
    for (upper, lower) in zip(inColumn, inColumn.dropFirst()) {
      guard let above = upper.field, let below = lower.field, above < below else { continue }
      // Fields that share a row with their predecessor (性别 and 民族) are not missed in the column.
      let between = ((above + 1)..<below).filter { field in
        !material.fields[field].labels.isEmpty && !labels.contains { $0.field == field }
          && material.fields[field].isInline == false
      }
      guard between.count == 1, let field = between.first else { continue }
      let candidates = text.lines.indices.map {
        text.segment(line: $0, range: 0..<text.characters[$0].count)
      }.filter { segment in
        abs(segment.start - column.valueStart) < 1.3 * column.em
          && segment.v > upper.v + 0.55 * upper.height && segment.v < lower.v - 0.55 * lower.height
      }
      guard let first = candidates.min(by: { $0.v < $1.v }) else { continue }
      found.append(
        FoundLabel(
          field: field, text: material.fields[field].title, parts: [:], start: column.start,
          end: column.valueStart - 0.5 * column.em, v: first.v, height: first.height,
          strength: 0.5))
    }
    return found
  }
}
