internal import CEL
internal import Model

/// Values that stand behind a key or a dash, and keys.
extension OutlineReader {
  /// Reads what begins on the line: brackets, quotes, a block's sign or a plain text.
  mutating func inline(parent: Int) -> OutlineNode {
    switch peek() {
    case "{", "[": return flow(parent: parent)
    case "|", ">": return blockScalar(parent: parent)
    case "'", "\"": return quoted(parent: parent)
    default: return plain(parent: parent)
    }
  }

  // MARK: Keys

  /// Finds the column of the colon behind a key that begins at a column; `nil` where there is none on the line.
  func keyEnd(from start: Int, inFlow: Bool) -> Int? {
    guard lines.indices.contains(line) else { return nil }
    let scalars = lines[line]
    var index = start
    guard index < scalars.count, !["#", "{", "[", "}", "]", ",", "|", ">"].contains(scalars[index])
    else { return nil }
    if scalars[index] == "'" || scalars[index] == "\"" {
      let quote = scalars[index]
      index += 1
      while index < scalars.count, scalars[index] != quote { index += 1 }
      index += 1
      while index < scalars.count, scalars[index] == " " { index += 1 }
      guard index < scalars.count, scalars[index] == ":" else { return nil }
      return index
    }
    while index < scalars.count {
      let scalar = scalars[index]
      let next = scalars.indices.contains(index + 1) ? scalars[index + 1] : nil
      if scalar == ":",
        next == nil || next == " " || next == "\t"
          || (inFlow && [",", "}", "]"].contains(next))
      {
        return index
      }
      if scalar == "#", index > start, scalars[index - 1] == " " { return nil }
      if inFlow, [",", "}", "]", "{", "["].contains(scalar) { return nil }
      index += 1
    }
    return nil
  }

  /// Reads a key and leaves the cursor at its colon; without a colon the whole word is the key.
  mutating func key(inFlow: Bool) -> (text: String, range: SourceRange) {
    let start = position
    let scalars = lines[line]
    var end = keyEnd(from: column, inFlow: inFlow) ?? unfinishedEnd(inFlow: inFlow)
    let stop = end
    while end > column, scalars[end - 1] == " " || scalars[end - 1] == "\t" { end -= 1 }
    var text = scalars[column..<end]
    if let quote = text.first, quote == "'" || quote == "\"" {
      text = text.dropFirst()
      if text.last == quote { text = text.dropLast() }
    }
    column = stop
    return (
      String(String.UnicodeScalarView(text)),
      SourceRange(start: start, end: TextPosition(line: line + 1, column: end + 1))
    )
  }

  /// Where a word without a colon ends.
  private func unfinishedEnd(inFlow: Bool) -> Int {
    let scalars = lines[line]
    var index = column
    while index < scalars.count {
      if scalars[index] == "#", index > column, scalars[index - 1] == " " { break }
      if inFlow, [",", "}", "]"].contains(scalars[index]) { break }
      index += 1
    }
    return index
  }

  // MARK: Texts

  private mutating func plain(parent: Int) -> OutlineNode {
    let start = position
    let margin = column + 1
    var words = [rest()]
    var end = position
    line += 1
    column = 0
    // Deeper lines go on with the text, unless they look like something of their own.
    while true {
      let mark = (line, column)
      skipToContent()
      guard !isAtEnd, line == mark.0, column > parent, !isAtKey, !isAtDash else {
        if isAtEnd || line != mark.0 { (line, column) = mark }
        break
      }
      words.append(rest())
      end = position
      line += 1
      column = 0
    }
    let range = SourceRange(start: start, end: end)
    return OutlineNode(
      .scalar(
        OutlineScalar(
          text: words.joined(separator: " "), style: .plain, textRange: range, margin: margin)),
      range)
  }

  /// Takes the rest of the line without its comment and without blanks at its end.
  private mutating func rest() -> String {
    let scalars = lines[line]
    var end = column
    while end < scalars.count {
      if scalars[end] == "#", end > 0, scalars[end - 1] == " " || scalars[end - 1] == "\t" { break }
      end += 1
    }
    while end > column, scalars[end - 1] == " " || scalars[end - 1] == "\t" { end -= 1 }
    let text = String(String.UnicodeScalarView(scalars[column..<end]))
    column = end
    return text
  }

  /// Reads a text in quotes; one that is never closed ends with its line.
  mutating func quoted(parent: Int) -> OutlineNode {
    let start = position
    let quote = lines[line][column]
    let openLine = line
    column += 1
    let inner = position
    var text = String.UnicodeScalarView()
    while let next = peek() {
      if next == quote {
        if quote == "'", peek(1) == "'" {
          text.append("'")
          column += 2
          continue
        }
        let innerEnd = position
        column += 1
        return scalar(text, quote, SourceRange(start: inner, end: innerEnd), start)
      }
      if next == "\\", quote == "\"", let escaped = peek(1) {
        text.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
        column += 2
      } else {
        text.append(next)
        column += 1
      }
      if peek() == nil,
        let (nextLine, nextColumn) = continuation(parent: parent, of: quote, openLine)
      {
        text.append(" ")
        line = nextLine
        column = nextColumn
      }
    }
    return scalar(text, quote, SourceRange(start: inner, end: position), start)
  }

  /// The start of the next line where the quotes are closed on one of the next lines.
  private func continuation(
    parent: Int, of quote: Unicode.Scalar, _ openLine: Int
  ) -> (line: Int, column: Int)? {
    guard line - openLine < 50 else { return nil }
    var index = line + 1
    while index < lines.count, index - openLine < 50 {
      let indent = lines[index].prefix { $0 == " " }.count
      guard lines[index].count == indent || indent > parent else { return nil }
      if lines[index].contains(quote) {
        let next = lines[line + 1].prefix { $0 == " " }.count
        return (line + 1, next)
      }
      index += 1
    }
    return nil
  }

  private func scalar(
    _ text: String.UnicodeScalarView, _ quote: Unicode.Scalar, _ inner: SourceRange,
    _ start: TextPosition
  ) -> OutlineNode {
    OutlineNode(
      .scalar(
        OutlineScalar(
          text: String(text), style: quote == "'" ? .singleQuoted : .doubleQuoted,
          textRange: inner, margin: inner.start.column)),
      SourceRange(start: start, end: position))
  }

  /// Reads a text under `|` or `>`: all lines that stand deeper than its key.
  private mutating func blockScalar(parent: Int) -> OutlineNode {
    let start = position
    let isFolded = peek() == ">"
    _ = rest()
    var end = position
    let first = line + 1
    var last = line
    var indent: Int?
    var index = first
    while index < lines.count {
      let blanks = lines[index].prefix { $0 == " " }.count
      if blanks < lines[index].count {
        guard blanks > parent else { break }
        indent = min(indent ?? blanks, blanks)
        last = index
      }
      index += 1
    }
    let margin = indent ?? parent + 2
    var texts: [String] = []
    if last >= first {
      texts = lines[first...last].map {
        String(String.UnicodeScalarView($0.dropFirst(margin)))
      }
      end = TextPosition(line: last + 1, column: lines[last].count + 1)
    }
    line = max(last + 1, first)
    column = 0
    let textStart = TextPosition(line: first + 1, column: margin + 1)
    return OutlineNode(
      .scalar(
        OutlineScalar(
          text: texts.joined(separator: "\n"), style: isFolded ? .folded : .literal,
          textRange: SourceRange(start: textStart, end: max(textStart, end)), margin: margin + 1)),
      SourceRange(start: start, end: end))
  }
}
