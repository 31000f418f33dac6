internal import CEL
internal import FoundationEssentials
internal import Model
internal import StrictYAML

/// Reads `lookups`: typed tables, written inline or in CSV files beside the pack.
struct LookupReader {
  /// The folder of the pack; no lookup file lies outside it.
  let folder: String

  func lookup(_ entry: YAMLNode.Entry, into log: inout DiagnosticLog) -> Lookup? {
    guard let entries = log.entries(of: entry.value, PackForm.lookup),
      let key = entries["key"].flatMap({ log.string($0) }),
      let columns = entries["columns"].flatMap({ self.columns($0, into: &log) })
    else { return nil }
    guard let keyIndex = columns.firstIndex(where: { $0.name == key }) else {
      log.reportUnknown(
        "unknown-column", key, at: entries["key"]?.position ?? entry.keyPosition,
        among: columns.map(\.name), "列", "column")
      return nil
    }
    let cells: [(position: TextPosition, values: [CELValue])]
    switch (entries["rows"], entries["file"]) {
    case (let rows?, nil): cells = inline(rows, columns, into: &log)
    case (nil, let file?): cells = self.file(file, columns, into: &log)
    case (nil, nil), (.some, .some):
      log.report(
        "lookup-source", at: entry.keyPosition, "查找表须有 rows 或 file，且只能有一个",
        "a lookup has either rows or a file")
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
        columns.map { ($0.name, $0.type.celType) }, uniquingKeysWith: { first, _ in first }),
      rows: rows)
  }

  private typealias Column = (name: String, type: DeclaredType)

  private func columns(_ node: YAMLNode, into log: inout DiagnosticLog) -> [Column]? {
    guard let mapping = node.mapping else {
      log.wrongType(node, "键值表（列名: 类型）", "a mapping (column: type)")
      return nil
    }
    var columns: [Column] = []
    for entry in mapping {
      guard let type: DeclaredType = log.choice(entry.value, "类型", "type") else { return nil }
      columns.append((entry.key, type))
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
        if let value = column.type.value(of: cell) {
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
    guard let name = log.string(node), let text = text(ofFile: name, node, into: &log) else {
      return []
    }
    let table: CSVTable
    do throws(CSVTable.FormError) {
      table = try CSVTable(text)
    } catch {
      log.report(
        "lookup-file", at: node, "\(name) 第 \(error.line) 行的引号没有结束",
        "\(name), line \(error.line): a quotation mark is not closed")
      return []
    }
    var places: [Int] = []
    for column in columns {
      guard let place = table.rows.first?.cells.firstIndex(of: column.name) else {
        log.report(
          "lookup-file", at: node, "\(name) 的首行没有列「\(column.name)」",
          "\(name): the first line has no column \"\(column.name)\"")
        return []
      }
      places.append(place)
    }
    var read: [(position: TextPosition, values: [CELValue])] = []
    for row in table.rows.dropFirst() {
      let values = zip(columns, places).compactMap { column, place in
        row.cells.indices.contains(place) ? column.type.value(ofText: row.cells[place]) : nil
      }
      if values.count == columns.count {
        read.append((node.position, values))
      } else {
        log.report(
          "lookup-file", at: node, "\(name) 第 \(row.line) 行有格缺失或类型不符",
          "\(name), line \(row.line): a cell is missing or of another type")
      }
    }
    return read
  }

  private func text(
    ofFile name: String, _ node: YAMLNode, into log: inout DiagnosticLog
  ) -> String? {
    let root = URL(filePath: folder, directoryHint: .isDirectory).resolvingSymlinksInPath().path
    let path = URL(filePath: root + "/" + name).resolvingSymlinksInPath().path
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains(".."),
      path.hasPrefix(root.hasSuffix("/") ? root : root + "/")
    else {
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
}
