/// Rows of a CSV text (RFC 4180), with the line each starts on.
struct CSVTable {
  struct Row {
    let cells: [String]
    /// 1-based.
    let line: Int
  }

  struct FormError: Error {
    /// 1-based.
    let line: Int
  }

  let rows: [Row]

  init(_ text: String) throws(FormError) {
    var rows: [Row] = []
    var cells: [String] = []
    var cell = ""
    var line = 1
    var start = 1
    var quoteLine: Int?
    var characters = Array(text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...])[...]
    func isBreak(_ character: Character) -> Bool { character == "\n" || character == "\r\n" }

    while let character = characters.popFirst() {
      if isBreak(character) { line += 1 }
      if quoteLine != nil {
        if character != "\"" {
          cell.append(character)
        } else if characters.first == "\"" {
          cell.append("\"")
          characters.removeFirst()
        } else {
          quoteLine = nil
        }
      } else if character == "\"", cell.isEmpty {
        quoteLine = line
      } else if character == "," {
        cells.append(cell)
        cell = ""
      } else if isBreak(character) {
        if !cells.isEmpty || !cell.isEmpty { rows.append(Row(cells: cells + [cell], line: start)) }
        cells = []
        cell = ""
        start = line
      } else {
        cell.append(character)
      }
    }
    if let quoteLine { throw FormError(line: quoteLine) }
    if !cells.isEmpty || !cell.isEmpty { rows.append(Row(cells: cells + [cell], line: start)) }
    self.rows = rows
  }
}
