internal import Model

/// Why a line that does not parse stands in the wrong column, and in which it should.
enum IndentationDiagnosis {
  /// - Parameter line: Where the parser stopped, 1-based.
  /// - Returns: the place with what to do; `nil` where the line's column is not what is wrong.
  static func mistake(
    at line: Int, in lines: [String]
  ) -> (at: TextPosition, words: LocalizedText)? {
    guard lines.indices.contains(line - 1) else { return nil }
    let text = lines[line - 1]
    let indent = text.prefix { $0 == " " }.count
    guard indent < text.count else { return nil }
    let place = TextPosition(line: line, column: indent + 1)
    if let meant = blockIndent(above: line, in: lines), meant > indent, !isKey(text) {
      return (
        place,
        LocalizedText(
          "这一行像是上面「|-」之下的内容，但缩进不够：行首有 \(indent) 个空格，应有 \(meant) 个",
          "this line seems to belong to the text under \"|-\" above, but begins with \(indent) spaces; it needs \(meant)"
        )
      )
    }
    guard let typed = TypedLine(text), typed.dashes.isEmpty else { return nil }
    let columns = openColumns(above: line, in: lines)
    guard !columns.contains(where: { $0.column == indent }),
      let meant = columns.min(by: {
        let (left, right) = (abs($0.column - indent), abs($1.column - indent))
        return left == right ? $0.column > $1.column : left < right
      })
    else { return nil }
    return (
      place,
      LocalizedText(
        "缩进与同级的行不一致：行首有 \(indent) 个空格，应与第 \(meant.line) 行的「\(meant.key)」左对齐，即 \(meant.column) 个",
        "this line is not indented like its neighbours: it begins with \(indent) spaces; \"\(meant.key)\" in line \(meant.line) begins in column \(meant.column + 1), so type \(meant.column)"
      )
    )
  }

  private static func isKey(_ text: String) -> Bool {
    guard let typed = TypedLine(text) else { return false }
    return typed.key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
  }

  /// The columns of the keys of all mappings that are open before a line, each with its last key.
  private static func openColumns(
    above line: Int, in lines: [String]
  ) -> [(column: Int, key: String, line: Int)] {
    let inside = TextBlocks.lines(in: lines, openQuotesAreSlips: false)
    var open: [(column: Int, key: String, line: Int)] = []
    for index in 0..<(line - 1) where !inside.contains(index) {
      guard let typed = TypedLine(lines[index]) else { continue }
      let column = typed.indent.count + typed.dashes.count
      open.removeAll { $0.column >= (typed.dashes.isEmpty ? column : typed.indent.count + 1) }
      open.append((column, typed.key, index + 1))
    }
    return open
  }

  /// The column of the text under `|` or `>` that the line before belongs to; `nil` where it belongs to none.
  private static func blockIndent(above line: Int, in lines: [String]) -> Int? {
    let inside = TextBlocks.lines(in: lines, openQuotesAreSlips: false)
    guard var first = (0..<(line - 1)).last, inside.contains(first) else { return nil }
    while inside.contains(first - 1) { first -= 1 }
    let indents = lines[first..<(line - 1)].filter { $0.contains { !$0.isWhitespace } }
    return indents.first.map { $0.prefix { $0 == " " }.count }
  }
}
