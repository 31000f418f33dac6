internal import CFreeXL
internal import Glibc

/// A workbook in the format that spreadsheet programs wrote before 2007 (BIFF in a compound file, `.xls`), its sheets as
/// texts.
package enum OldWorkbook {
  /// A sheet by its name, with the texts of its rows from the first on.
  package struct Sheet: Hashable, Sendable {
    package let name: String
    package let rows: [[String]]
  }

  /// Why there is nothing to read.
  package enum Refusal: Error, Hashable {
    case encrypted
    case tooLarge(limit: Int)
    /// With FreeXL's number of the error.
    case damaged(code: Int)
  }

  /// Old programs wrote no more than 65,536 rows; files beyond this are something else.
  private static let sizeLimit = 32 << 20

  /// Returns the sheets in the order of the tabs, as far as the limit goes.
  ///
  /// - Parameter cellLimit: of cells that are looked at, in all sheets together.
  package static func sheets(in bytes: [UInt8], cellLimit: Int) throws(Refusal) -> [Sheet] {
    guard bytes.count <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
    let descriptor = cx_memory_file()
    guard descriptor >= 0 else { throw .damaged(code: Int(errno)) }
    defer { Glibc.close(descriptor) }
    guard PrivateFile.writeAll(bytes, to: descriptor) else { throw .damaged(code: Int(errno)) }
    var handle: UnsafeRawPointer?
    let status = unsafe freexl_open("/proc/self/fd/\(descriptor)", &handle)
    defer { unsafe freexl_close(handle) }
    guard status == FREEXL_OK else { throw .damaged(code: Int(status)) }
    guard unsafe info(FREEXL_BIFF_PASSWORD, of: handle) != UInt32(FREEXL_BIFF_OBFUSCATED) else {
      throw .encrypted
    }
    let count = unsafe info(FREEXL_BIFF_SHEET_COUNT, of: handle)
    var sheets: [Sheet] = []
    var cellsLeft = cellLimit
    for number in 0..<min(UInt16(clamping: count), 256) {
      guard unsafe freexl_select_active_worksheet(handle, number) == FREEXL_OK else { continue }
      var name: UnsafePointer<CChar>?
      unsafe freexl_get_worksheet_name(handle, number, &name)
      sheets.append(
        Sheet(
          // allowed: a sheet without a name
          name: unsafe name.map { unsafe String(cString: $0) } ?? "",
          rows: unsafe rows(of: handle, &cellsLeft)))
    }
    return sheets
  }

  @unsafe private static func info(_ what: Int32, of handle: UnsafeRawPointer?) -> UInt32 {
    var value: UInt32 = 0
    unsafe freexl_get_info(handle, UInt16(what), &value)
    return value
  }

  @unsafe private static func rows(
    of handle: UnsafeRawPointer?, _ cellsLeft: inout Int
  ) -> [[String]] {
    var rowCount: UInt32 = 0
    var columnCount: UInt16 = 0
    guard unsafe freexl_worksheet_dimensions(handle, &rowCount, &columnCount) == FREEXL_OK,
      columnCount > 0
    else { return [] }
    var rows: [[String]] = []
    for row in 0..<rowCount {
      guard cellsLeft >= Int(columnCount) else { break }
      cellsLeft -= Int(columnCount)
      var cells: [String] = []
      for column in 0..<columnCount {
        var cell = unsafe FreeXL_CellValue()
        let status = unsafe freexl_get_cell_value(handle, row, column, &cell)
        cells.append(status == FREEXL_OK ? unsafe text(of: cell) : "")
      }
      rows.append(cells)
    }
    return rows
  }

  @unsafe private static func text(of cell: FreeXL_CellValue) -> String {
    switch unsafe Int32(cell.type) {
    case FREEXL_CELL_INT: return unsafe String(cell.value.int_value)
    case FREEXL_CELL_DOUBLE:
      let number = unsafe cell.value.double_value
      // Telephone numbers are numbers to a spreadsheet.
      return Int(exactly: number).map(String.init) ?? String(number)
    case FREEXL_CELL_TEXT, FREEXL_CELL_SST_TEXT, FREEXL_CELL_DATE, FREEXL_CELL_DATETIME,
      FREEXL_CELL_TIME:
      guard let text = unsafe cell.value.text_value else { return "" }
      return unsafe String(cString: text)
    default: return ""
    }
  }
}
