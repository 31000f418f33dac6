internal import CEL
internal import Model
internal import Schema

// Tables in CSV files: what is wrong with a cell is told in its file, at its line and column.
extension LookupReader {
  /// A row for each key.
  func file(
    _ node: YAMLNode, _ columns: [Column], into log: inout DiagnosticLog
  ) -> [Row] {
    guard let table = table(node, into: &log),
      let places = places(of: columns.map(\.name), in: table, into: &log),
      let key = places.first
    else { return [] }
    var read: [Row] = []
    for row in table.rows.dropFirst() {
      let values = zip(columns, places).compactMap { column, place in
        value(place, of: row, column, table, into: &log)
      }
      guard values.count == columns.count else { continue }
      read.append(
        Row(position: node.position, cell: table.cell(key, of: row), values: values))
    }
    return read
  }

  private func value(
    _ place: Int, of row: CSVTable.Row, _ column: Column, _ table: CSVFile,
    into log: inout DiagnosticLog
  ) -> CELValue? {
    let cell = table.cell(place, of: row)
    guard row.cells.indices.contains(place) else {
      log.add(
        cell.diagnostic(
          "lookup-file",
          "这一行没有「\(column.name)」一格：首行有 \(table.rows[0].cells.count) 列，此行有 \(row.cells.count) 列",
          "this row has no cell \"\(column.name)\": the first line has \(table.rows[0].cells.count) columns, this one \(row.cells.count)"
        ))
      return nil
    }
    let text = row.cells[place].trimmed
    if column.isNullable, text.isEmpty { return .null }
    if let value = column.type.value(ofText: text) { return value }
    let meant = column.type.meant(by: text).map { ("；请写 \($0)", "; write \($0)") } ?? ("", "")
    let shown =
      text.isEmpty ? LocalizedText("空", "empty") : LocalizedText("「\(text)」", "\"\(text)\"")
    log.add(
      cell.diagnostic(
        "lookup-file",
        "「\(column.name)」列应为 \(column.type.rawValue)，这一格是\(shown.chinese)\(meant.0)",
        "the column \"\(column.name)\" holds a \(column.type.rawValue), this cell is \(shown.english)\(meant.1)"
      ))
    return nil
  }

  /// A file with a row for each cell: `pivot: {item: item, value: value}` names its columns.
  ///
  /// What a key has no row for is null; items that the lookup has no column for are others' business.
  func pivoted(
    _ node: YAMLNode, _ pivot: YAMLNode, key keyIndex: Int, _ columns: [Column],
    into log: inout DiagnosticLog
  ) -> [Row] {
    guard let record = log.record(pivot, PivotKey.self),
      let item = log.string(record[.item]),
      let value = log.string(record[.value]),
      let table = table(node, into: &log),
      let places = places(of: [columns[keyIndex].name, item, value], in: table, into: &log)
    else { return [] }
    var order: [String] = []
    var first: [String: CSVFile.Cell] = [:]
    var cells: [String: [String: CELValue]] = [:]
    for row in table.rows.dropFirst() {
      if let missing = places.first(where: { !row.cells.indices.contains($0) }) {
        log.add(
          table.cell(missing, of: row).diagnostic(
            "lookup-file", "这一行有格缺失", "a cell of this row is missing"))
        continue
      }
      let key = row.cells[places[0]].trimmed
      if first[key] == nil {
        order.append(key)
        first[key] = table.cell(places[0], of: row)
      }
      let name = row.cells[places[1]].trimmed
      guard let column = columns.first(where: { $0.name == name }) else { continue }
      if cells[key]?[name] == nil {
        cells[key, default: [:]][name] = self.value(places[2], of: row, column, table, into: &log)
      } else {
        log.add(
          table.cell(places[1], of: row).diagnostic(
            "lookup-file", "「\(key)」的「\(name)」出现了两次，请删去一行",
            "\"\(name)\" of \"\(key)\" is there twice; delete one row"))
      }
    }
    return order.compactMap { key in
      let values = columns.enumerated().compactMap { index, column -> CELValue? in
        if index == keyIndex { return column.type.value(ofText: key) }
        return cells[key]?[column.name] ?? (column.isNullable ? .null : nil)
      }
      if values.count == columns.count {
        return Row(position: node.position, cell: first[key], values: values)
      }
      log.report(
        "lookup-file", at: node, "\(table.path) 中「\(key)」缺少必有的项",
        "\(table.path): \"\(key)\" lacks an item that every key must have")
      return nil
    }
  }

  private func table(_ node: YAMLNode, into log: inout DiagnosticLog) -> CSVFile? {
    guard let name = log.string(node) else { return nil }
    do throws(TableFiles.Refusal) {
      let (path, text) = try files.read(name)
      do throws(CSVTable.FormError) {
        return try CSVFile(path: path, text: text)
      } catch {
        throw TableFiles.Refusal(
          words: LocalizedText(
            "\(name) 第 \(error.line) 行的引号没有结束",
            "\(name), line \(error.line): a quotation mark is not closed"))
      }
    } catch {
      log.report("lookup-file", at: node, error.words.chinese, error.words.english)
      return nil
    }
  }

  /// Where the first line has the columns.
  private func places(
    of names: [String], in table: CSVFile, into log: inout DiagnosticLog
  ) -> [Int]? {
    guard let header = table.rows.first else {
      log.add(
        table.cell(0, of: CSVTable.Row(cells: [], line: 1)).diagnostic(
          "lookup-file", "文件没有内容；首行应为 \(names.joined(separator: ","))",
          "the file is empty; its first line is \(names.joined(separator: ","))"))
      return nil
    }
    let found = header.cells.map(\.trimmed)
    var places: [Int] = []
    for name in names {
      guard let place = found.firstIndex(of: name) else {
        let words = Self.absence(of: name, in: found)
        log.add(table.cell(0, of: header).diagnostic("lookup-file", words.chinese, words.english))
        return nil
      }
      places.append(place)
    }
    return places
  }

  private static func absence(of name: String, in header: [String]) -> LocalizedText {
    let others = [";", "\t", "，", "；", "|"]
    if header.count == 1, let sign = others.first(where: { header[0].contains($0) }) {
      let shown =
        sign == "\t" ? LocalizedText("制表符", "a tab") : LocalizedText("「\(sign)」", "\"\(sign)\"")
      return LocalizedText(
        "各格之间是\(shown.chinese)，请改用半角逗号「,」（Excel：另存为 CSV UTF-8）",
        "cells are parted by \(shown.english) here; part them by \",\" (in Excel: save as CSV UTF-8)"
      )
    }
    let hint = Hint(name, among: header)
    return LocalizedText(
      "首行没有列「\(name)」\(hint.chinese)", "the first line has no column \"\(name)\"\(hint.english)")
  }
}
