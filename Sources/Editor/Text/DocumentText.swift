package import CEL
package import Model

/// A text that is being edited, as lines: what a client and the parsers of our files count by.
package struct DocumentText: Hashable, Sendable {
  /// The lines are without their ends; there is always one.
  package private(set) var lines: [String]
  /// The line ends are those of the first line, for what is written into the text.
  package let lineEnd: String

  package init(_ text: String) {
    lines = Self.lines(of: text)
    lineEnd = text.utf8.firstRange(of: "\r\n".utf8) == nil ? "\n" : "\r\n"
  }

  /// The whole text, every line end written as a line feed.
  package var text: String { lines.joined(separator: "\n") }

  /// The end of the last line.
  package var end: TextPosition {
    TextPosition(line: lines.count, column: scalarCount(ofLine: lines.count) + 1)
  }

  /// Returns a line by its 1-based number; an empty one outside of the text.
  package func line(_ number: Int) -> String {
    lines.indices.contains(number - 1) ? lines[number - 1] : String()
  }

  func scalarCount(ofLine number: Int) -> Int { line(number).unicodeScalars.count }

  /// Returns the text between two positions.
  package func text(in range: SourceRange) -> String {
    let last = min(range.end.line, lines.count)
    guard range.start.line <= last else { return String() }
    return (range.start.line...last).map { number in
      let scalars = line(number).unicodeScalars
      let from = number == range.start.line ? range.start.column - 1 : 0
      let to = number == range.end.line ? range.end.column - 1 : scalars.count
      return String(String.UnicodeScalarView(scalars.dropFirst(from).prefix(max(0, to - from))))
    }.joined(separator: "\n")
  }

  /// Returns the text with a range of it replaced.
  package func replacing(_ range: SourceRange, by text: String) -> DocumentText {
    let (start, end) = (clamped(range.start), clamped(max(range.start, range.end)))
    let before = line(start.line).unicodeScalars.prefix(start.column - 1)
    let after = line(end.line).unicodeScalars.dropFirst(end.column - 1)
    var middle = Self.lines(of: text)
    middle[0] = String(String.UnicodeScalarView(before)) + middle[0]
    middle[middle.count - 1] += String(String.UnicodeScalarView(after))
    var changed = self
    changed.lines.replaceSubrange((start.line - 1)...(end.line - 1), with: middle)
    return changed
  }

  /// Returns the nearest position that the text has.
  package func clamped(_ position: TextPosition) -> TextPosition {
    guard position.line >= 1 else { return TextPosition(line: 1, column: 1) }
    guard position.line <= lines.count else { return end }
    let column = min(max(1, position.column), scalarCount(ofLine: position.line) + 1)
    return TextPosition(line: position.line, column: column)
  }

  /// Cuts at the ends that the protocol knows: line feed, carriage return, or both.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var current = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n", isAfterReturn {
        isAfterReturn = false
        continue
      }
      isAfterReturn = scalar == "\r"
      if scalar == "\n" || scalar == "\r" {
        lines.append(String(current))
        current = String.UnicodeScalarView()
      } else {
        current.append(scalar)
      }
    }
    return lines + [String(current)]
  }
}
