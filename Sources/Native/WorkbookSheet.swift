/// A sheet of a workbook that is to be written: a row of titles that stays in sight, and rows below it.
package struct WorkbookSheet: Hashable, Sendable {
  /// What stands in a cell.
  package enum Cell: Hashable, Sendable {
    case empty
    /// Always a text, whatever it looks like: nothing is computed, and no digit is lost.
    case text(String)
    case number(Int)
    /// A day of the Gregorian calendar, from the year 1900 on.
    case date(year: Int, month: Int, day: Int)
  }

  package struct Column: Hashable, Sendable {
    let title: String
    /// In characters of the font.
    let width: Double

    package init(_ title: String, width: Double) {
      self.title = title
      self.width = width
    }
  }

  /// At most 31 characters, without `[]:*?/\`.
  let name: String
  /// A line above the titles.
  let heading: String?
  let columns: [Column]
  let rows: [[Cell]]

  package init(name: String, heading: String? = nil, columns: [Column], rows: [[Cell]]) {
    self.name = name
    self.heading = heading
    self.columns = columns
    self.rows = rows
  }
}
