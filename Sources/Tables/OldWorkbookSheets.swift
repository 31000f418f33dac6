package import Native

extension Workbook {
  /// Reads a workbook of the time before 2007 (`.xls`).
  ///
  /// - Parameter bytes: The bytes of the whole file.
  package init(old bytes: [UInt8], limits: TableLimits = TableLimits()) throws(OldWorkbook.Refusal)
  {
    var remarks: [TableRemark] = []
    let old = try OldWorkbook.sheets(in: bytes, cellLimit: limits.cells)
    var isCut = old.isCut
    let sheets = old.sheets.map { sheet in
      var rows: [TableSheet.Row] = []
      for (index, cells) in sheet.rows.enumerated() {
        if cells.dropFirst(limits.columns).contains(where: { !$0.isEmpty }) { isCut = true }
        var cells = cells.prefix(limits.columns).map { cell in
          if cell.utf8.count > limits.cellSize { remarks.append(.cellTooLong(row: index + 1)) }
          return cell.utf8.count > limits.cellSize ? "" : cell
        }
        while cells.last?.isEmpty == true { cells.removeLast() }
        if !cells.isEmpty { rows.append(TableSheet.Row(number: index + 1, cells: cells)) }
      }
      return TableSheet(name: sheet.name, rows: rows)
    }
    self.init(sheets: sheets, remarks: remarks + (isCut ? [.cut] : []))
  }
}
