internal import CEL

/// A table of a pack: rows by the value of their key column.
struct Lookup: Sendable {
  let name: String
  let keyType: CELType
  let columns: [String: CELType]
  /// Key -> map of column -> cell.
  let rows: CELMap

  /// What expressions read as `lookup.name` (key -> row) or `lookup.name.column` (key -> cell).
  func map(_ column: String?) -> CELMap? {
    guard let column else { return rows }
    return cells[column]
  }

  private let cells: [String: CELMap]

  init(name: String, keyType: CELType, columns: [String: CELType], rows: CELMap) {
    self.name = name
    self.keyType = keyType
    self.columns = columns
    self.rows = rows
    var cells: [String: CELMap] = [:]
    for column in columns.keys {
      var map = CELMap()
      for entry in rows.entries {
        guard case .map(let row) = entry.value, let cell = row[.string(column)] else { continue }
        // Keys are unique already.
        _ = map.insert(entry.key, cell)
      }
      cells[column] = map
    }
    self.cells = cells
  }
}
