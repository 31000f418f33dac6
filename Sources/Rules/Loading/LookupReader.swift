internal import CEL
internal import FoundationEssentials
internal import Model
internal import Schema

/// Reads `lookups`: typed tables, written inline or in CSV files beside the pack.
struct LookupReader {
  /// The folder of the pack and the rules folder, in the order in which a lookup's file is looked for; no
  /// lookup file lies outside them.
  let folders: [String]

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
    let cells: [(position: TextPosition, values: [CELValue])]
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
        log.report(
          "duplicate-row", at: row.position, "键「\(row.values[keyIndex].text)」重复或不能作键",
          "the key \"\(row.values[keyIndex].text)\" is there twice or cannot be a key")
      }
    }
    return Lookup(
      name: entry.key, keyType: columns[keyIndex].type.celType,
      columns: Dictionary(
        columns.map { ($0.name, $0.isNullable ? .nullable($0.type.celType) : $0.type.celType) },
        uniquingKeysWith: { first, _ in first }),
      rows: rows)
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
  ) -> [(position: TextPosition, values: [CELValue])] {
    guard let rows = node.sequence else {
      log.wrongType(node, "行的列表", "a list of rows")
      return []
    }
    var read: [(position: TextPosition, values: [CELValue])] = []
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
          log.wrongType(cell, "类型 \(column.type.rawValue)", "a \(column.type.rawValue)")
        }
      }
      if values.count == columns.count { read.append((row.position, values)) }
    }
    return read
  }

  private func file(
    _ node: YAMLNode, _ columns: [Column], into log: inout DiagnosticLog
  ) -> [(position: TextPosition, values: [CELValue])] {
    guard let (name, table) = table(node, into: &log),
      let places = places(of: columns.map(\.name), in: table, name, node, into: &log)
    else { return [] }
    var read: [(position: TextPosition, values: [CELValue])] = []
    for row in table.rows.dropFirst() {
      let values = zip(columns, places).compactMap { column, place -> CELValue? in
        guard row.cells.indices.contains(place) else { return nil }
        if column.isNullable, row.cells[place].isEmpty { return .null }
        return column.type.value(ofText: row.cells[place])
      }
      if values.count == columns.count {
        read.append((node.position, values))
      } else {
        reportRow(row.line, name, node, into: &log)
      }
    }
    return read
  }

  /// A file with a row for each cell: `pivot: {item: item, value: value}` names its columns.
  ///
  /// What a key has no row for is null; items that the lookup has no column for are others' business.
  private func pivoted(
    _ node: YAMLNode, _ pivot: YAMLNode, key keyIndex: Int, _ columns: [Column],
    into log: inout DiagnosticLog
  ) -> [(position: TextPosition, values: [CELValue])] {
    guard let record = log.record(pivot, PivotKey.self),
      let item = log.string(record[.item]),
      let value = log.string(record[.value]),
      let (name, table) = table(node, into: &log),
      let places = places(
        of: [columns[keyIndex].name, item, value], in: table, name, node, into: &log)
    else { return [] }
    var order: [String] = []
    var cells: [String: [String: CELValue]] = [:]
    for row in table.rows.dropFirst() {
      guard places.allSatisfy({ row.cells.indices.contains($0) }) else {
        reportRow(row.line, name, node, into: &log)
        continue
      }
      let key = row.cells[places[0]]
      if !order.contains(key) { order.append(key) }
      guard let column = columns.first(where: { $0.name == row.cells[places[1]] }) else { continue }
      guard let value = column.type.value(ofText: row.cells[places[2]]),
        cells[key]?[column.name] == nil
      else {
        reportRow(row.line, name, node, into: &log)
        continue
      }
      cells[key, default: [:]][column.name] = value
    }
    return order.compactMap { key in
      let values = columns.enumerated().compactMap { index, column -> CELValue? in
        if index == keyIndex { return column.type.value(ofText: key) }
        return cells[key]?[column.name] ?? (column.isNullable ? .null : nil)
      }
      if values.count == columns.count { return (node.position, values) }
      log.report(
        "lookup-file", at: node, "\(name) 中「\(key)」缺少必有的项",
        "\(name): \"\(key)\" lacks an item that every key must have")
      return nil
    }
  }

  private func reportRow(
    _ line: Int, _ name: String, _ node: YAMLNode, into log: inout DiagnosticLog
  ) {
    log.report(
      "lookup-file", at: node, "\(name) 第 \(line) 行有格缺失、重复或类型不符",
      "\(name), line \(line): a cell is missing, there twice or of another type")
  }

  private func table(
    _ node: YAMLNode, into log: inout DiagnosticLog
  ) -> (name: String, table: CSVTable)? {
    guard let name = log.string(node), let text = text(ofFile: name, node, into: &log) else {
      return nil
    }
    do throws(CSVTable.FormError) {
      return (name, try CSVTable(text))
    } catch {
      log.report(
        "lookup-file", at: node, "\(name) 第 \(error.line) 行的引号没有结束",
        "\(name), line \(error.line): a quotation mark is not closed")
      return nil
    }
  }

  /// Where the first line has the columns.
  private func places(
    of names: [String], in table: CSVTable, _ file: String, _ node: YAMLNode,
    into log: inout DiagnosticLog
  ) -> [Int]? {
    var places: [Int] = []
    for name in names {
      guard let place = table.rows.first?.cells.firstIndex(of: name) else {
        log.report(
          "lookup-file", at: node, "\(file) 的首行没有列「\(name)」",
          "\(file): the first line has no column \"\(name)\"")
        return nil
      }
      places.append(place)
    }
    return places
  }

  private func text(
    ofFile name: String, _ node: YAMLNode, into log: inout DiagnosticLog
  ) -> String? {
    guard let path = path(ofFile: name) else {
      log.report(
        "lookup-file", at: node, "查找表文件须在规则包的文件夹内", "a lookup's file stays inside the pack's folder"
      )
      return nil
    }
    switch TextFile.read(path) {
    case .text(let text): return text
    case .failure(let reason):
      log.report(
        "lookup-file", at: node, "\(name)：\(reason.chinese)", "\(name): \(reason.english)")
      return nil
    }
  }

  /// In the first folder that has it, links followed; `nil` for a path that leaves its folder.
  private func path(ofFile name: String) -> String? {
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
    var last: String?
    for folder in folders {
      let root = URL(filePath: folder, directoryHint: .isDirectory).resolvingSymlinksInPath().path
      let path = URL(filePath: root + "/" + name).resolvingSymlinksInPath().path
      guard path.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { return nil }
      last = path
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    return last
  }
}
