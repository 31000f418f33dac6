internal import CEL

/// A table of a pack: rows by the value of their key column.
struct Lookup: Sendable {
  let name: String
  let keyType: CELType
  let columns: [String: CELType]
  /// Key -> map of column -> cell.
  let rows: CELMap
}
