internal import CXlsxWriter
internal import Glibc

/// Writes workbooks (ECMA-376) with libxlsxwriter: the same sheets give the same bytes.
package enum WorkbookWriter {
  /// libxlsxwriter's own words.
  package struct Failure: Error, Hashable {
    package let reason: String
  }

  /// The most UTF-16 units of a cell, as spreadsheet programs count (32,767), less than what marks a cut.
  private static let longestText = 32_000
  /// The most rows of a sheet (2 to the 20th), and the most columns (2 to the 14th).
  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384

  /// Returns the workbook's bytes.
  ///
  /// - Parameters:
  ///   - creation: The moment that the workbook names as its own, in seconds since 1970.
  /// - Throws: ``Failure`` where memory or a temporary file cannot be had.
  package static func bytes(of sheets: [WorkbookSheet], creation: Int) throws(Failure) -> [UInt8] {
    let descriptor = cw_memory_file()
    guard descriptor >= 0 else { throw Failure(reason: "memfd_create: \(errno)") }
    defer { Glibc.close(descriptor) }
    var options = unsafe lxw_workbook_options()
    unsafe options.use_zip64 = 0
    guard let book = unsafe workbook_new_opt("/proc/self/fd/\(descriptor)", &options) else {
      throw Failure(reason: "workbook_new")
    }
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = creation
    var status = unsafe workbook_set_properties(book, &properties)
    let formats = unsafe Formats(book)
    for sheet in sheets {
      guard let page = unsafe workbook_add_worksheet(book, sheet.name) else {
        status = LXW_ERROR_MEMORY_MALLOC_FAILED
        continue
      }
      let result = unsafe fill(page, sheet, formats)
      if status == LXW_NO_ERROR { status = result }
    }
    // It frees the workbook, also where it fails.
    let closing = unsafe workbook_close(book)
    if status == LXW_NO_ERROR { status = closing }
    guard status == LXW_NO_ERROR else {
      throw Failure(reason: unsafe String(cString: lxw_strerror(status)))
    }
    return try contents(of: descriptor)
  }

  @unsafe private struct Formats {
    let title: UnsafeMutablePointer<lxw_format>?
    let heading: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    let date: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      unsafe title = unsafe workbook_add_format(book)
      unsafe format_set_bold(title)
      unsafe format_set_text_wrap(title)
      unsafe format_set_bg_color(title, 0xE4EBF3)
      unsafe format_set_align(title, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      unsafe heading = unsafe workbook_add_format(book)
      unsafe format_set_bold(heading)
      unsafe text = unsafe workbook_add_format(book)
      unsafe format_set_text_wrap(text)
      unsafe format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      unsafe date = unsafe workbook_add_format(book)
      unsafe format_set_num_format(date, "yyyy-mm-dd")
      unsafe format_set_align(date, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
  }

  private static func fill(
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: WorkbookSheet, _ formats: Formats
  ) -> lxw_error {
    var status = LXW_NO_ERROR
    func note(_ result: lxw_error) { if status == LXW_NO_ERROR { status = result } }
    let top: UInt32 = sheet.heading == nil ? 0 : 1
    if let heading = sheet.heading {
      note(unsafe worksheet_write_string(page, 0, 0, cut(heading), formats.heading))
    }
    let columns = sheet.columns.prefix(mostColumns)
    for (index, column) in columns.enumerated() {
      let number = UInt16(index)
      note(unsafe worksheet_set_column(page, number, number, column.width, nil))
      note(unsafe worksheet_write_string(page, top, number, cut(column.title), formats.title))
    }
    // What a sheet cannot hold is cut off with a sign, as what a cell cannot.
    let room = mostRows - Int(top) - 1
    let rows =
      sheet.rows.count > room ? sheet.rows.prefix(room - 1) + [[.text("…")]] : sheet.rows[...]
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.prefix(mostColumns).enumerated() {
        note(unsafe write(cell, to: page, top + 1 + UInt32(index), UInt16(column), formats))
      }
    }
    guard !columns.isEmpty else { return status }
    let last = UInt16(columns.count - 1)
    note(unsafe worksheet_autofilter(page, top, 0, top + UInt32(rows.count), last))
    unsafe worksheet_freeze_panes(page, top + 1, 1)
    note(unsafe worksheet_repeat_rows(page, top, top))
    unsafe worksheet_set_landscape(page)
    // A4, as wide as a page and as long as need be.
    unsafe worksheet_set_paper(page, 9)
    unsafe worksheet_fit_to_pages(page, 1, 0)
    note(
      unsafe worksheet_ignore_errors(
        page, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
    return status
  }

  private static func write(
    _ cell: WorkbookSheet.Cell, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32,
    _ column: UInt16, _ formats: Formats
  ) -> lxw_error {
    switch cell {
    case .empty: return LXW_NO_ERROR
    case .text(let text):
      return unsafe worksheet_write_string(page, row, column, cut(text), formats.text)
    case .number(let number):
      return unsafe worksheet_write_number(page, row, column, Double(number), formats.text)
    case .date(let year, let month, let day):
      var date = lxw_datetime()
      date.year = Int32(year)
      date.month = Int32(month)
      date.day = Int32(day)
      return unsafe worksheet_write_datetime(page, row, column, &date, formats.date)
    }
  }

  /// As much of a text as a cell holds: a letter may be of any number of units, which hostile texts use.
  private static func cut(_ text: String) -> String {
    guard text.utf16.count > longestText else { return text }
    var (kept, units) = (String.UnicodeScalarView(), 0)
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      guard units <= longestText else { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  private static func contents(of descriptor: Int32) throws(Failure) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0 else { throw Failure(reason: "lseek: \(errno)") }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var start = 0
    while start < bytes.count {
      let offset = start
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset, offset)
      }
      guard count > 0 else { throw Failure(reason: "pread: \(errno)") }
      start += count
    }
    return bytes
  }
}
