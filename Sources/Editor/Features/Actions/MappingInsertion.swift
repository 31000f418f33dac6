internal import CEL
internal import Model

/// Writes further keys and elements where an author would: in the brackets, or on lines of their own.
enum MappingInsertion {
  /// Returns the change that adds a key to a mapping; `nil` where the mapping has no end to add it at.
  static func key(
    _ key: String, _ value: String, to mapping: OutlineNode, in file: EditedFile
  ) -> (SourceRange, String)? {
    guard case .mapping(let pairs) = mapping.content else { return nil }
    if mapping.isFlow { return inBrackets("\(key): \(value)", mapping, pairs.isEmpty, "}", file) }
    guard let first = pairs.first, let last = pairs.last else { return nil }
    let indent = String(repeating: " ", count: first.keyRange.start.column - 1)
    return below(last.range, indent + "\(key): \(value)", file)
  }

  /// Returns the change that adds an element to a list.
  static func item(
    _ text: String, to list: OutlineNode, in file: EditedFile
  ) -> (SourceRange, String)? {
    guard case .sequence(let items) = list.content else { return nil }
    if list.isFlow { return inBrackets(text, list, items.isEmpty, "]", file) }
    guard let last = items.last else { return nil }
    let indent = String(repeating: " ", count: list.range.start.column - 1)
    return below(last.range, indent + "- " + text, file)
  }

  private static func inBrackets(
    _ text: String, _ node: OutlineNode, _ isEmpty: Bool, _ bracket: String, _ file: EditedFile
  ) -> (SourceRange, String)? {
    let end = node.range.end
    guard end.column > 1 else { return nil }
    let place = TextPosition(line: end.line, column: end.column - 1)
    guard file.text.text(in: SourceRange(start: place, end: end)) == bracket else { return nil }
    return (SourceRange(place), (isEmpty ? "" : ", ") + text)
  }

  /// On a line below one that something ends in, behind its comment.
  static func below(
    _ range: SourceRange, _ text: String, _ file: EditedFile
  ) -> (SourceRange, String) {
    var line = range.end.line
    if range.end.column == 1, line > range.start.line { line -= 1 }
    let end = TextPosition(line: line, column: file.text.scalarCount(ofLine: line) + 1)
    return (SourceRange(end), "\n" + text)
  }
}

extension OutlineNode {
  /// The mapping or list that begins at a position.
  func value(startingAt position: TextPosition) -> OutlineNode? {
    if range.start == position, scalar == nil { return self }
    for pair in pairs {
      if let found = pair.value.value(startingAt: position) { return found }
    }
    for item in items {
      if let found = item.value(startingAt: position) { return found }
    }
    return nil
  }
}
