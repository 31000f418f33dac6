internal import CEL
internal import Model

/// Lists and mappings in brackets, which may go over several lines.
extension OutlineReader {
  /// Reads from an opening bracket to its closing one, or as far as the text can belong to it.
  mutating func flow(parent: Int) -> OutlineNode {
    let start = position
    let isMapping = peek() == "{"
    column += 1
    depth += 1
    defer { depth -= 1 }
    var pairs: [OutlinePair] = []
    var items: [OutlineNode] = []
    while goOn(parent: parent), let next = peek() {
      if next == "}" || next == "]" {
        column += 1
        break
      }
      if next == "," {
        column += 1
        continue
      }
      guard depth <= Self.depthLimit else {
        column = lines[line].count
        continue
      }
      if isMapping {
        pairs.append(flowPair(parent: parent))
      } else {
        items.append(flowValue(parent: parent))
      }
    }
    let range = SourceRange(start: start, end: position)
    return OutlineNode(isMapping ? .mapping(pairs) : .sequence(items), range, isFlow: true)
  }

  /// Goes to what comes next inside of the brackets; `false` where the text cannot be a part of them.
  private mutating func goOn(parent: Int) -> Bool {
    skipBlanks()
    guard isAtLineEnd else { return true }
    let mark = (line, column)
    line += 1
    column = 0
    skipToContent()
    // A bracket that is never closed must not swallow the rules below it.
    if isAtEnd || column <= parent {
      (line, column) = mark
      return false
    }
    return true
  }

  private mutating func flowPair(parent: Int) -> OutlinePair {
    let (key, keyRange) = key(inFlow: true)
    guard peek() == ":" else {
      if column == keyRange.start.column - 1 { column += 1 }
      return OutlinePair(
        key: key, keyRange: keyRange, value: OutlineNode(.nothing, SourceRange(keyRange.end)),
        hasColon: false)
    }
    column += 1
    let after = position
    let isThere = goOn(parent: parent) && ![",", "}", "]"].contains(peek())
    let value = isThere ? flowValue(parent: parent) : OutlineNode(.nothing, SourceRange(after))
    return OutlinePair(key: key, keyRange: keyRange, value: value, hasColon: true)
  }

  private mutating func flowValue(parent: Int) -> OutlineNode {
    switch peek() {
    case "{", "[": return flow(parent: parent)
    case "'", "\"": return quoted(parent: parent)
    default: break
    }
    let start = position
    var text = String.UnicodeScalarView()
    var end = start
    while let next = peek(), ![",", "}", "]"].contains(next), !isAtLineEnd {
      text.append(next)
      column += 1
      if next != " " { end = position }
    }
    if column == start.column - 1 { column += 1 }
    while text.last == " " { text.removeLast() }
    let range = SourceRange(start: start, end: end)
    return OutlineNode(
      .scalar(
        OutlineScalar(
          text: String(text), style: .plain, textRange: range, margin: start.column)), range)
  }
}
