package import Model

/// The rows of a roster, as a spreadsheet or a delimited text has them.
package struct RosterTable: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    /// 1-based, as people count.
    package let number: Int
    package let cells: [String]

    package init(number: Int, cells: [String]) {
      self.number = number
      self.cells = cells
    }
  }

  /// The first holds the names of the columns.
  package let rows: [Row]
  /// Whether cells come from a spreadsheet, where dates are numbers of days.
  package let isSpreadsheet: Bool

  package init(rows: [Row], isSpreadsheet: Bool) {
    self.rows = rows
    self.isSpreadsheet = isSpreadsheet
  }
}

/// Why a roster is of no use: a mistake in the command.
package struct RosterUnusable: Error, Hashable {
  package let reason: LocalizedText

  package init(reason: LocalizedText) { self.reason = reason }
}
