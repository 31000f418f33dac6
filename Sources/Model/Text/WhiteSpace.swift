extension StringProtocol {
  /// The text without white space at both ends.
  package var trimmed: String { String(trimming(\.isWhitespace)) }

  /// Returns the text without such characters at both ends.
  package func trimming(_ isStray: (Character) -> Bool) -> SubSequence {
    var rest = self[...]
    while let last = rest.last, isStray(last) { rest.removeLast() }
    return rest.drop(while: isStray)
  }
}
