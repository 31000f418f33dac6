package import Native

extension Workbook {
  /// Reads an "XML Spreadsheet 2003", which web systems export and call `.xls`.
  ///
  /// - Returns: `nil` where the XML is something else.
  package init?(xml bytes: [UInt8], limits: TableLimits = TableLimits()) throws(XMLRefusal) {
    let root = try XMLDocument.root(of: bytes)
    guard root.name == "Workbook" else { return nil }
    var rest = Rest(cells: limits.cells)
    let sheets = root.elements("Worksheet").map { sheet in
      TableSheet(
        // allowed: a sheet without a name
        name: sheet["Name"] ?? "",
        rows: sheet.elements("Table").flatMap { Self.rows(of: $0, limits, &rest) })
    }
    self.init(sheets: sheets, remarks: rest.remarks + (rest.isCut ? [.cut] : []))
  }

  /// How much more is read, and what was left out.
  private struct Rest {
    var cells: Int
    var isCut = false
    var remarks: [TableRemark] = []
  }

  /// Rows and cells count on from the one before, unless they say their place.
  private static func rows(
    of table: XMLElement, _ limits: TableLimits, _ rest: inout Rest
  ) -> [TableSheet.Row] {
    var rows: [TableSheet.Row] = []
    var number = 0
    for row in table.elements("Row") {
      guard rest.cells > 0, rows.count < limits.rows else {
        rest.isCut = true
        break
      }
      number = index(of: row) ?? number + 1
      var cells: [String] = []
      for cell in row.elements("Cell") {
        let place = index(of: cell).map { $0 - 1 } ?? cells.count
        guard place >= cells.count, place < limits.columns, rest.cells > 0 else {
          rest.isCut = true
          continue
        }
        cells += [String](repeating: "", count: place - cells.count)
        let text = cell.first("Data")?.text ?? ""  // allowed: an empty cell
        if text.utf8.count > limits.cellSize { rest.remarks.append(.cellTooLong(row: number)) }
        cells.append(text.utf8.count > limits.cellSize ? "" : text)
        // What a merged cell covers is counted, too.
        if let across = cell["MergeAcross"].flatMap({ Int($0) }), across > 0 {
          let room = max(0, limits.columns - cells.count)
          cells += [String](repeating: "", count: min(across, room))
        }
        rest.cells -= 1
      }
      while cells.last?.isEmpty == true { cells.removeLast() }
      if !cells.isEmpty { rows.append(TableSheet.Row(number: number, cells: cells)) }
    }
    return rows
  }

  private static func index(of element: XMLElement) -> Int? {
    element["Index"].flatMap { Int($0) }.flatMap {
      (1...SheetReader.mostRows).contains($0) ? $0 : nil
    }
  }
}
