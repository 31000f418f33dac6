internal import Model

/// Values under labels that belong together: a row of a table, an object of JSON, a page of pairs.
struct LabelledRecord<Field: Hashable & Sendable>: Sendable {
  /// A value where it stands.
  struct Cell: Hashable, Sendable {
    let text: String
    /// 1-based row or line.
    let row: Int?
  }

  /// 0-based sheet of a workbook.
  let page: Int?
  private(set) var cells: [Field: [Cell]] = [:]

  init(page: Int?) { self.page = page }

  var fields: Set<Field> { Set(cells.keys) }

  /// The first value of a field that is not empty.
  subscript(_ field: Field) -> Cell? { cells[field]?.first }

  func all(_ field: Field) -> [Cell] { cells[field, default: []] }

  mutating func add(_ text: String, row: Int?, to field: Field) {
    let text = text.trimmed
    // Dashes and strokes stand for nothing.
    guard !text.isEmpty, !["-", "--", "—", "/", "无", "null", "N/A"].contains(text) else { return }
    cells[field, default: []].append(Cell(text: text, row: row))
  }

  /// Adds what stands beside a table (统计月份：2026-10) and so belongs to each of its rows.
  mutating func complete(from other: LabelledRecord) {
    for (field, cells) in other.cells where self.cells[field] == nil { self.cells[field] = cells }
  }
}
