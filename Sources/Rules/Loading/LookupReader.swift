internal import CEL
internal import Model
internal import Schema

/// Reads `lookups`: typed tables, written inline or in CSV files beside the pack.
struct LookupReader {
  let files: TableFiles

  func lookup(_ entry: YAMLNode.Entry, into log: inout DiagnosticLog) -> Lookup? {
    guard let record = log.record(entry.value, LookupKey.self),
      let key = log.string(record[.key]),
      let columns = record[.columns].flatMap({ self.columns($0, into: &log) })
    else { return nil }
    guard let keyIndex = columns.firstIndex(where: { $0.name == key }),
      !columns[keyIndex].isNullable
    else {
      log.reportUnknown(
        "unknown-column", key, at: record[.key]?.position ?? entry.keyPosition,
        among: columns.filter { !$0.isNullable }.map(\.name), "列", "column")
      return nil
    }
    let cells: [Row]
    switch (record[.rows], record[.file], record[.pivot]) {
    case (let rows?, nil, nil): cells = inline(rows, columns, into: &log)
    case (nil, let file?, nil): cells = self.file(file, columns, into: &log)
    case (nil, let file?, let pivot?):
      cells = pivoted(file, pivot, key: keyIndex, columns, into: &log)
    case (nil, nil, _), (.some, .some, _), (.some, nil, .some):
      log.report(
        "lookup-source", at: entry.keyPosition, "查找表须有 rows 或 file，且只能有一个；pivot 只用于 file",
        "a lookup has either rows or a file; pivot goes with a file")
      return nil
    }
    var rows = CELMap()
    for row in cells {
      let content = CELMap(zip(columns.map(\.name), row.values).map { ($0, $1) })
      if !rows.insert(row.values[keyIndex], .map(content)) {
        let key = row.values[keyIndex]
        let first = cells.first { $0.values[keyIndex].text == key.text }?.cell?.row.line
        let place = first.map { ("，首次在第 \($0) 行", ", first in line \($0)") } ?? ("", "")
        let words = LocalizedText(
          "键「\(key.text)」重复或不能作键\(place.0)",
          "the key \"\(key.text)\" is there twice or cannot be a key\(place.1)")
        if let cell = row.cell {
          log.add(cell.diagnostic("duplicate-row", words.chinese, words.english))
        } else {
          log.report("duplicate-row", at: row.position, words.chinese, words.english)
        }
      }
    }
    return Lookup(
      name: entry.key, keyType: columns[keyIndex].type.celType,
      columns: Dictionary(
        columns.map { ($0.name, $0.isNullable ? .nullable($0.type.celType) : $0.type.celType) },
        uniquingKeysWith: { first, _ in first }),
      rows: rows)
  }

  /// A row of the lookup, with the place that is told where its key is wrong.
  struct Row {
    let position: TextPosition
    /// The cell of its key, of a row that stands in a file of its own.
    var cell: CSVFile.Cell?
    let values: [CELValue]
  }

  struct Column {
    let name: String
    let type: DeclaredType
    /// Written `int?`: a cell may be null, or missing in a file with a row for each cell.
    let isNullable: Bool
  }

  private func columns(_ node: YAMLNode, into log: inout DiagnosticLog) -> [Column]? {
    guard let mapping = node.mapping else {
      log.wrongType(node, "键值表（列名: 类型）", "a mapping (column: type)")
      return nil
    }
    var columns: [Column] = []
    for entry in mapping {
      guard let (type, isNullable) = DeclaredType.nullable(entry.value, into: &log) else {
        return nil
      }
      columns.append(Column(name: entry.key, type: type, isNullable: isNullable))
    }
    return columns
  }

  private func inline(
    _ node: YAMLNode, _ columns: [Column], into log: inout DiagnosticLog
  ) -> [Row] {
    guard let rows = node.sequence else {
      log.wrongType(node, "行的列表", "a list of rows")
      return []
    }
    var read: [Row] = []
    for row in rows {
      guard let cells = row.sequence, cells.count == columns.count else {
        log.report(
          "lookup-row", at: row, "一行须有 \(columns.count) 格", "a row has \(columns.count) cells")
        continue
      }
      var values: [CELValue] = []
      for (cell, column) in zip(cells, columns) {
        if column.isNullable, cell.scalar == .null {
          values.append(.null)
        } else if let value = column.type.value(of: cell) {
          values.append(value)
        } else {
          log.wrongType(
            cell, "类型 \(column.type.rawValue)", "a \(column.type.rawValue)",
            instead: cell.text.flatMap { column.type.meant(by: $0) })
        }
      }
      if values.count == columns.count {
        read.append(Row(position: row.position, values: values))
      }
    }
    return read
  }
}
