/// A sheet of a workbook or a delimited text is a list of rows of texts.
package struct TableSheet: Hashable, Sendable {
  /// A row that holds something.
  package struct Row: Hashable, Sendable {
    /// 1-based, as people count; of a text the line on which it starts.
    package let number: Int
    /// By column from 0; trailing empty cells are left out.
    package var cells: [String]

    package init(number: Int, cells: [String]) {
      self.number = number
      self.cells = cells
    }

    /// The text of a column; empty where there is none.
    package subscript(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
  }

  /// Cells drawn as one; columns from 0, rows from 1, ends included, text in the first alone.
  package struct MergedRange: Hashable, Sendable {
    package let rows: ClosedRange<Int>
    package let columns: ClosedRange<Int>
  }

  /// The name of the sheet; a delimited text has an empty one.
  package let name: String
  package var rows: [Row]
  package var merged: [MergedRange]

  package init(name: String, rows: [Row], merged: [MergedRange] = []) {
    self.name = name
    self.rows = rows
    self.merged = merged
  }

  /// The sheet in which each of the merged cells has their text.
  package var filled: TableSheet {
    guard !merged.isEmpty else { return self }
    var copy = self
    let places = Dictionary(
      rows.enumerated().map { ($0.element.number, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    // Ranges may overlap a million times; a table for people fills a few thousand cells.
    var budget = 1_000_000
    for range in merged {
      budget -= range.rows.count * range.columns.count
      guard budget > 0 else { break }
      guard let top = places[range.rows.lowerBound] else { continue }
      let text = rows[top][range.columns.lowerBound]
      guard !text.isEmpty else { continue }
      for number in range.rows {
        guard let place = places[number] else { continue }
        for column in range.columns { copy.rows[place].set(text, at: column) }
      }
    }
    return copy
  }
}

extension TableSheet.Row {
  fileprivate mutating func set(_ text: String, at column: Int) {
    while cells.count <= column { cells.append("") }
    cells[column] = text
  }
}

/// How much of a table is read.
package struct TableLimits: Hashable, Sendable {
  package var rows = 200_000
  package var columns = 500
  /// Cells that hold something, of all sheets.
  package var cells = 5_000_000
  /// How many UTF-8 bytes a cell may have; a spreadsheet program stops at 32,767 characters.
  package var cellSize = 131_072

  package init() {}
}

/// What is odd about a table that was read all the same.
package enum TableRemark: Hashable, Sendable {
  /// Rows or columns beyond the limits were left out.
  case cut
  /// A cell holds far more than a cell may; its text was left out. 1-based row.
  case cellTooLong(row: Int)
  /// A quotation mark that is never closed; it was read as a letter. 1-based line.
  case unclosedQuote(row: Int)
  /// Cells hold formulas: the stored results were read, nothing was computed.
  case formulas
  /// It links to other workbooks, which were not opened.
  case externalLinks
  /// It holds macros, which were not run.
  case macros
}
