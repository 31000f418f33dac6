internal import CEL
internal import Model

/// Walks a YAML text line by line and makes of it what can be made: nothing is an error.
///
/// It knows what the project's files use: mappings and lists by indent, brackets, quotes, blocks and comments.
package struct OutlineReader {
  /// How deep it follows; what lies deeper is left out.
  static let depthLimit = 64

  let lines: [[Unicode.Scalar]]
  /// 0-based.
  var line = 0
  var column = 0
  var depth = 0

  /// Reads the outline of a text.
  package static func outline(of text: DocumentText) -> OutlineNode {
    var reader = OutlineReader(lines: text.lines.map { Array($0.unicodeScalars) })
    reader.skipToContent()
    if reader.isAt("---") {
      reader.line += 1
      reader.column = 0
      reader.skipToContent()
    }
    guard !reader.isAtEnd else {
      return OutlineNode(.nothing, SourceRange(TextPosition(line: 1, column: 1)))
    }
    return reader.block(parent: -1)
  }

  var isAtEnd: Bool { line >= lines.count }

  var position: TextPosition { TextPosition(line: line + 1, column: column + 1) }

  /// Returns a scalar of the current line, `ahead` behind the cursor.
  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    guard lines.indices.contains(line) else { return nil }
    let index = column + ahead
    return lines[line].indices.contains(index) ? lines[line][index] : nil
  }

  private func isAt(_ word: String) -> Bool {
    lines.indices.contains(line) && lines[line].dropFirst(column).starts(with: word.unicodeScalars)
  }

  mutating func skipBlanks() {
    while let next = peek(), next == " " || next == "\t" { column += 1 }
  }

  /// Whether nothing but a comment follows on the line.
  var isAtLineEnd: Bool {
    guard let next = peek() else { return true }
    return next == "#" && (column == 0 || [" ", "\t"].contains(peek(-1)))
  }

  /// Goes to the next line that says something, to its first character.
  mutating func skipToContent() {
    while !isAtEnd {
      skipBlanks()
      if !isAtLineEnd { return }
      line += 1
      column = 0
    }
  }

  // MARK: Blocks

  /// Reads the value that begins at the cursor, which stands deeper than its parent.
  ///
  /// - Parameter parent: The 0-based column of the key or dash above it.
  mutating func block(parent: Int) -> OutlineNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      let start = position
      line += 1
      column = 0
      return OutlineNode(.nothing, SourceRange(start))
    }
    if isAtDash { return sequence(at: column) }
    if isAtKey { return mapping(at: column) }
    return inline(parent: parent)
  }

  var isAtDash: Bool {
    guard peek() == "-" else { return false }
    let next = peek(1)
    return next == nil || next == " " || next == "\t"
  }

  /// Whether the line goes on with a key and its colon.
  var isAtKey: Bool { keyEnd(from: column, inFlow: false) != nil }

  private mutating func sequence(at indent: Int) -> OutlineNode {
    let start = position
    var items: [OutlineNode] = []
    while !isAtEnd, column == indent, isAtDash {
      let dash = position
      column += 1
      skipBlanks()
      items.append(
        value(parent: indent, after: TextPosition(line: dash.line, column: dash.column + 1)))
      skipToContent()
      skipStray(deeperThan: indent)
    }
    let end = items.last?.range.end ?? start
    return OutlineNode(.sequence(items), SourceRange(start: start, end: end))
  }

  private mutating func mapping(at indent: Int) -> OutlineNode {
    let start = position
    var pairs: [OutlinePair] = []
    while !isAtEnd, column == indent, !isAtDash {
      pairs.append(pair(at: indent))
      skipToContent()
      skipStray(deeperThan: indent)
    }
    let end = pairs.last?.range.end ?? start
    return OutlineNode(.mapping(pairs), SourceRange(start: start, end: end))
  }

  /// Leaves out lines that stand deeper than anything that they could belong to.
  private mutating func skipStray(deeperThan indent: Int) {
    while !isAtEnd, column > indent {
      line += 1
      column = 0
      skipToContent()
    }
  }

  private mutating func pair(at indent: Int) -> OutlinePair {
    let (key, keyRange) = key(inFlow: false)
    guard peek() == ":" else {
      // A key that is being typed: the rest of its line is nothing else, what stands deeper is its value.
      line += 1
      column = 0
      skipToContent()
      let value =
        isAtEnd || column <= indent
        ? OutlineNode(.nothing, SourceRange(keyRange.end)) : block(parent: indent)
      return OutlinePair(key: key, keyRange: keyRange, value: value, hasColon: false)
    }
    column += 1
    let after = position
    skipBlanks()
    return OutlinePair(
      key: key, keyRange: keyRange, value: value(parent: indent, after: after, isOfKey: true),
      hasColon: true)
  }

  /// The value behind a dash or a colon: on the same line, or below and deeper.
  ///
  /// - Parameters:
  ///   - after: Where it would be written on the line.
  ///   - isOfKey: Whether a list may stand as deep as the key itself.
  private mutating func value(
    parent: Int, after: TextPosition, isOfKey: Bool = false
  ) -> OutlineNode {
    guard isAtLineEnd else {
      if !isOfKey { return block(parent: parent) }
      return inline(parent: parent)
    }
    line += 1
    column = 0
    skipToContent()
    if !isAtEnd, column > parent || (isOfKey && column == parent && isAtDash) {
      return block(parent: parent)
    }
    return OutlineNode(.nothing, SourceRange(after))
  }
}
