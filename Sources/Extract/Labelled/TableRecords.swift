internal import Model
internal import Tables

/// Records of a table: rows below a header, or pairs of label and value beside each other.
struct TableRecords<Field: Hashable & CaseIterable & Sendable> {
  let labels: LabelSet<Field>
  /// 0-based sheet.
  let page: Int?

  func records(in sheet: TableSheet) -> [LabelledRecord<Field>] {
    var records: [LabelledRecord<Field>] = []
    var pairs = LabelledRecord<Field>(page: page)
    var header: [(column: Int, field: Field)] = []
    for row in sheet.rows {
      let found = columns(of: row)
      if isHeader(found) {
        header = found
        continue
      }
      // A row of totals below a header (合计) holds more than a pair.
      let isPairs = header.isEmpty || row.cells.count { !$0.isEmpty } == found.count * 2
      if isPairs, addPairs(row, found, to: &pairs) { continue }
      guard !header.isEmpty else { continue }
      var record = LabelledRecord<Field>(page: page)
      for (column, field) in header { record.add(row[column], row: row.number, to: field) }
      if !record.fields.isEmpty { records.append(record) }
    }
    guard !records.isEmpty else { return pairs.fields.isEmpty ? [] : [pairs] }
    for index in records.indices { records[index].complete(from: pairs) }
    return records
  }

  private func columns(of row: TableSheet.Row) -> [(column: Int, field: Field)] {
    row.cells.indices.compactMap { column in
      labels.field(of: row[column]).map { (column, $0) }
    }
  }

  /// Labels stand side by side, at least two; in a row of pairs a value parts them.
  private func isHeader(_ found: [(column: Int, field: Field)]) -> Bool {
    zip(found, found.dropFirst()).contains { $1.column - $0.column == 1 }
  }

  private func addPairs(
    _ row: TableSheet.Row, _ found: [(column: Int, field: Field)],
    to record: inout LabelledRecord<Field>
  ) -> Bool {
    var hasAny = false
    for (column, field) in found {
      let value = row[column + 1]
      guard !value.trimmed.isEmpty else { continue }
      record.add(value, row: row.number, to: field)
      hasAny = true
    }
    return hasAny
  }
}
