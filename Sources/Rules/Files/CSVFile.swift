internal import Model

/// A CSV file of the rules folder with its lines, for diagnostics that show them.
struct CSVFile: Sendable {
  let path: String
  /// The header among them.
  let rows: [CSVTable.Row]
  private let lines: [String]

  /// What of a row is meant, by the 0-based index of its cell.
  struct Cell: Sendable {
    let file: CSVFile
    let row: CSVTable.Row
    let index: Int

    /// - Parameter part: the text in the cell that is meant; the whole cell without it.
    func diagnostic(
      _ code: String, part: String? = nil, level: Diagnostic.Level = .error, _ chinese: String,
      _ english: String
    ) -> Diagnostic {
      let text = part ?? (row.cells.indices.contains(index) ? row.cells[index] : "")
      let line = file.lines[row.line - 1]
      let start = line.unicodeScalars.dropFirst(Self.offset(ofCell: index, in: line))
      let found = String(start).firstRange(of: text)
      let skipped = found.map { String(start)[..<$0.lowerBound].unicodeScalars.count }
      return Diagnostic(
        level: level, code: code, message: LocalizedText(chinese, english),
        file: file.path,
        position: TextPosition(
          line: row.line,
          // allowed: what is not found in the line, a cell of several lines, is shown at its start
          column: line.unicodeScalars.count - start.count + (skipped ?? 0) + 1),
        length: found == nil ? 0 : text.unicodeScalars.count, sourceLine: line)
    }

    /// How many scalars stand before a cell in the first line of its row.
    private static func offset(ofCell index: Int, in line: String) -> Int {
      var cell = 0
      var isQuoted = false
      for (offset, scalar) in line.unicodeScalars.enumerated() {
        if cell == index { return offset }
        if scalar == "\"" { isQuoted.toggle() }
        if scalar == ",", !isQuoted { cell += 1 }
      }
      return line.unicodeScalars.count
    }
  }

  init(path: String, text: String) throws(CSVTable.FormError) {
    self.path = path
    rows = try CSVTable(text).rows
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
  }

  /// Reads a file that is there.
  ///
  /// - Parameter reading: How texts are got that are open in an editor, or in another encoding.
  static func read(
    _ path: String, _ reading: TextReading = TextReading()
  ) -> (file: CSVFile?, diagnostics: [Diagnostic]) {
    func refusal(_ line: Int, _ reason: LocalizedText) -> Diagnostic {
      Diagnostic(
        code: "table-file", message: reason, file: path,
        position: TextPosition(line: line, column: 1))
    }
    switch TextFile.read(path, reading) {
    case .failure(let reason): return (nil, [refusal(1, reason)])
    case .text(let text):
      do throws(CSVTable.FormError) {
        return (try CSVFile(path: path, text: text), [])
      } catch {
        let reason = LocalizedText("引号没有结束", "a quotation mark is not closed")
        return (nil, [refusal(error.line, reason)])
      }
    }
  }

  func cell(_ index: Int, of row: CSVTable.Row) -> Cell { Cell(file: self, row: row, index: index) }
}
