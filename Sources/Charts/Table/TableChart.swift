internal import Model
package import Tables

/// Reads charts in tables: a column of parents, a column of paths, or a column for each level.
package enum TableChart {
  /// Returns whether a delimited text is such a table: by its header, or else by its names.
  package static func claims(_ text: String) -> Bool {
    let head = String(text.prefix(65_536))
    guard let delimiter = DelimitedText.delimiter(of: head) else { return false }
    let sheet = DelimitedText.sheet(head, delimiter: delimiter).sheet
    guard sheet.rows.count >= 2 else { return false }
    // Commas in an outline's names part nothing; a header of known words is a table's.
    guard TableHeader(sheet) != nil || !OutlineChart.isMarked(head) else { return false }
    return draft(of: sheet, page: nil).looksLikeOrganization
  }

  package static func read(text: String) throws(ChartRefusal) -> ChartReading {
    guard let delimiter = DelimitedText.delimiter(of: text) else { throw .noChart }
    let (sheet, remarks) = DelimitedText.sheet(text, delimiter: delimiter)
    var reading = ChartReading(draft(of: sheet, page: nil))
    reading.remarks = remarks
    return reading
  }

  /// Returns the sheets that hold a chart.
  package static func read(_ workbook: Workbook) -> ChartReading {
    var pages = ChartPages()
    for (number, sheet) in workbook.sheets.enumerated() {
      let found = draft(of: sheet, page: number)
      if found.looksLikeOrganization { pages.add(found) }
    }
    var reading = ChartReading(pages.joined)
    reading.remarks = workbook.remarks
    return reading
  }

  package static func draft(of sheet: TableSheet, page: Int?) -> HierarchyDraft {
    guard let header = TableHeader(sheet) else { return indented(sheet, page: page) }
    let body = sheet.rows.dropFirst(header.row + 1)
    if let path = header.path { return byPath(body, path, header, page: page) }
    if header.levels.count >= 2 {
      let filled = sheet.filled
      return byLevel(filled.rows.dropFirst(header.row + 1), header, page: page)
    }
    return byParent(body, header, page: page)
  }

  private static func byParent(
    _ rows: ArraySlice<TableSheet.Row>, _ header: TableHeader, page: Int?
  ) -> HierarchyDraft {
    var draft = HierarchyDraft()
    let usesIDs = header.id != nil && header.parentID != nil
    guard let name = header.name, let key = usesIDs ? header.id : name,
      let parent = usesIDs ? header.parentID : header.parent
    else { return draft }
    var places: [String: Int] = [:]
    var indices: [(row: TableSheet.Row, index: Int)] = []
    for row in rows where !trimmed(row[name]).isEmpty {
      let index = draft.add(
        label(row, name, header), place: Hierarchy.Place(page: page, row: row.number))
      indices.append((row, index))
      if places[trimmed(row[key])] == nil { places[trimmed(row[key])] = index }
    }
    for (row, index) in indices {
      let above = trimmed(row[parent])
      guard !isNone(above) else { continue }
      if let place = places[above] ?? places[last(of: above)] {
        if place != index { draft.link(place, index) }
      } else if usesIDs {
        // The id of the root's own parent (0, or -1) is nobody's.
        continue
      } else {
        // Named as a parent only: the company above all departments.
        let place = draft.add(above, place: Hierarchy.Place(page: page, row: row.number))
        places[above] = place
        draft.link(place, index)
      }
    }
    return draft
  }

  private static func isNone(_ text: String) -> Bool {
    ["", "-", "—", "/", "无", "0", "null", "NULL", "顶级", "N/A"].contains(text)
  }

  private static func byPath(
    _ rows: ArraySlice<TableSheet.Row>, _ path: Int, _ header: TableHeader, page: Int?
  ) -> HierarchyDraft {
    var tree = PathTree(page: page)
    let separator = PathTree.separator(of: rows.prefix(200).map { $0[path] })
    for row in rows where !trimmed(row[path]).isEmpty {
      let parts = row[path].split(separator: separator).map { trimmed(String($0)) }
        .filter { !$0.isEmpty }
      guard let index = tree.add(parts, row: row.number) else { continue }
      let head = header.person.map { trimmed(row[$0]) }
      tree.setHead(head, title: header.title.map { trimmed(row[$0]) }, of: index)
    }
    return tree.draft
  }

  /// Cells that are empty go on with what stood above them.
  private static func byLevel(
    _ rows: ArraySlice<TableSheet.Row>, _ header: TableHeader, page: Int?
  ) -> HierarchyDraft {
    var tree = PathTree(page: page)
    var current: [String] = []
    for row in rows {
      let cells = header.levels.map { trimmed(row[$0]) }
      guard let first = cells.firstIndex(where: { !$0.isEmpty }) else { continue }
      if first > 0, current.count < first { continue }
      current = Array(current.prefix(first))
      // A level that is left out below its parent ends the path.
      for cell in cells[first...] where !cell.isEmpty { current.append(cell) }
      guard let index = tree.add(current, row: row.number) else { continue }
      if let person = header.person, !header.levels.contains(person) {
        tree.setHead(trimmed(row[person]), title: nil, of: index)
      }
    }
    return tree.draft
  }

  /// No header: each row a name, as far in as its level, by columns or by spaces.
  private static func indented(_ sheet: TableSheet, page: Int?) -> HierarchyDraft {
    var draft = HierarchyDraft()
    var open: [(depth: Int, index: Int)] = []
    for row in sheet.rows {
      guard let column = row.cells.firstIndex(where: { !trimmed($0).isEmpty }) else { continue }
      let spaces = row[column].prefix { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }
        .reduce(0) { $0 + ($1 == " " ? 1 : $1 == "\t" ? 4 : 2) }
      let depth = column * 100 + spaces
      let label = row.cells[column...].map(trimmed).filter { !$0.isEmpty }.joined(separator: "\n")
      let index = draft.add(label, place: Hierarchy.Place(page: page, row: row.number))
      while let last = open.last, last.depth >= depth { open.removeLast() }
      if let above = open.last { draft.link(above.index, index) }
      open.append((depth, index))
    }
    return draft
  }

  private static func label(_ row: TableSheet.Row, _ name: Int, _ header: TableHeader) -> NodeLabel?
  {
    func other(_ column: Int?) -> String? { column.flatMap { $0 == name ? nil : row[$0] } }
    return NodeLabel(row[name], title: other(header.title), person: other(header.person))
  }

  private static func last(of path: String) -> String {
    path.split(separator: "/").last.map { trimmed(String($0)) } ?? path
  }

  static func trimmed(_ text: String) -> String {
    guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
    return String(
      text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
