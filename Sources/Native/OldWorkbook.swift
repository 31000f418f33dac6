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
  private static let sheetLimit: UInt32 = 256
  private static let (textLimit, bytesLimit) = (128 << 10, 64 << 20)

  /// How much more is read, and whether something was left out.
  private struct Rest {
    var cells: Int
    var bytes = bytesLimit
    var isCut = false
  }

  /// Returns the sheets in the order of the tabs, and whether something of them was left out: beyond a limit, or
  /// because it cannot be read.
  ///
  /// - Parameter cellLimit: of cells that are looked at, in all sheets together.
  package static func sheets(in bytes: [UInt8], cellLimit: Int) throws(Refusal)
    -> (sheets: [Sheet], isCut: Bool)
  {
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
    var rest = Rest(cells: cellLimit, isCut: count > sheetLimit)
    for number in 0..<UInt16(min(count, sheetLimit)) {
      guard unsafe freexl_select_active_worksheet(handle, number) == FREEXL_OK else {
        rest.isCut = true
        continue
      }
      var name: UnsafePointer<CChar>?
      unsafe freexl_get_worksheet_name(handle, number, &name)
      sheets.append(
        Sheet(
          // allowed: a sheet without a name
          name: unsafe name.map { unsafe String(cString: $0) } ?? "",
          rows: unsafe rows(of: handle, &rest)))
    }
    return (sheets, rest.isCut)
  }

  @unsafe private static func info(_ what: Int32, of handle: UnsafeRawPointer?) -> UInt32 {
    var value: UInt32 = 0
    unsafe freexl_get_info(handle, UInt16(what), &value)
    return value
  }

  @unsafe private static func rows(
    of handle: UnsafeRawPointer?, _ rest: inout Rest
  ) -> [[String]] {
    var rowCount: UInt32 = 0
    var columnCount: UInt16 = 0
    guard unsafe freexl_worksheet_dimensions(handle, &rowCount, &columnCount) == FREEXL_OK,
      columnCount > 0
    else { return [] }
    var rows: [[String]] = []
    for row in 0..<rowCount {
      guard rest.cells >= Int(columnCount) else {
        rest.isCut = true
        break
      }
      rest.cells -= Int(columnCount)
      var cells: [String] = []
      for column in 0..<columnCount {
        var cell = unsafe FreeXL_CellValue()
        let status = unsafe freexl_get_cell_value(handle, row, column, &cell)
        let text = status == FREEXL_OK ? unsafe text(of: cell, &rest.bytes) : nil
        if text == nil { rest.isCut = true }
        cells.append(text ?? "")  // allowed: told as cut
      }
      rows.append(cells)
    }
    return rows
  }

  /// Returns `nil` for a text beyond what is read of one cell, or of all of them.
  @unsafe private static func text(of cell: FreeXL_CellValue, _ bytesLeft: inout Int) -> String? {
    switch unsafe Int32(cell.type) {
    case FREEXL_CELL_INT: return unsafe String(cell.value.int_value)
    case FREEXL_CELL_DOUBLE:
      let number = unsafe cell.value.double_value
      // Telephone numbers are numbers to a spreadsheet.
      return Int(exactly: number).map(String.init) ?? String(number)
    case FREEXL_CELL_TEXT, FREEXL_CELL_SST_TEXT, FREEXL_CELL_DATE, FREEXL_CELL_DATETIME,
      FREEXL_CELL_TIME:
      guard let text = unsafe cell.value.text_value else { return "" }
      // One shared text may stand in a million cells.
      let size = unsafe strnlen(text, textLimit + 1)
      guard size <= textLimit, size <= bytesLeft else { return nil }
      bytesLeft -= size
      return unsafe String(cString: text)
    default: return ""
    }
  }
}
