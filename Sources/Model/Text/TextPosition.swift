/// A place in a text file: line and column are 1-based, columns count Unicode scalars.
package struct TextPosition: Hashable, Sendable, Comparable {
  package let line: Int
  package let column: Int

  /// Of a folder or a file as a whole, which has no line that is meant.
  package static let whole = TextPosition(line: 0, column: 0)

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
