/// Cells and rows as RFC 4180 has them, safe to open in a spreadsheet.
enum CSV {
  /// Spreadsheets take a file without it for the system's own encoding.
  static let byteOrderMark = "\u{FEFF}"
  /// The most characters of a cell; spreadsheets stop at 32,767.
  static let longestCell = 32_000

  static func row(_ cells: [String]) -> String { row(encoded: cells.map(cell)) }

  /// - Parameter cells: As ``cell(_:)`` gives them, or numbers of our own, which may be negative.
  static func row(encoded cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

  /// The text on one line, invisible characters spelled, in quotes where it needs them.
  ///
  /// A text that a spreadsheet would compute (`=`, `+`, `-`, `@`) or turn into a rounded number (a credit code
  /// of digits) begins with an apostrophe, which spreadsheets take for "this is text".
  static func cell(_ text: String) -> String {
    var shown = text.visible
    // There are no more characters than bytes.
    if shown.utf8.count > longestCell, shown.count > longestCell {
      shown = String(shown.prefix(longestCell)) + "…"
    }
    if isFormula(shown) || isLongNumber(shown) { shown = "'" + shown }
    guard shown.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C }) || shown.hasPrefix(" ") else {
      return shown
    }
    return "\""
      + shown.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
      .map { String($0) }.joined(separator: "\"\"") + "\""
  }

  private static let formulaSigns: Set<Character> = Set("=+-@＝＋－＠|%")

  /// Full-width forms count: some spreadsheets fold them.
  private static func isFormula(_ text: String) -> Bool {
    let first = text.drop { $0.isWhitespace }.first
    return first.map(formulaSigns.contains) == true
  }

  /// Digits that a number would not keep: 12 and more, a leading zero, or a `12E34` of them.
  private static func isLongNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return false }
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { "eE".contains($0) })
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    return parts.count == 2 || text.count >= 12 || (text.count > 1 && text.hasPrefix("0"))
  }
}
