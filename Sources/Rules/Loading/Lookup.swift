internal import CEL

/// A table of a pack: rows by the value of their key column.
struct Lookup: Sendable {
  let name: String
  let keyType: CELType
  let columns: [String: CELType]
  /// Key -> map of column -> cell.
  let rows: CELMap
}

/// A setting of a pack that rules use by name.
struct Parameter: Sendable {
  let type: CELType
  let value: CELValue
}
