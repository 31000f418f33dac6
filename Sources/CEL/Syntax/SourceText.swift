internal import Model

/// The text of an expression with the places of its scalars in the file around it.
struct SourceText {
  let scalars: [Unicode.Scalar]
  /// Of the first scalar.
  private let start: TextPosition
  /// The column in which all further lines start.
  private let margin: Int
  /// Offsets of the first scalars of lines.
  private let lines: [Int]

  /// - Parameters:
  ///   - start: Where the text begins in its file.
  ///   - margin: The column of the first scalar of each further line: a block in YAML is indented.
  init(_ text: String, startingAt start: TextPosition, margin: Int) {
    scalars = Array(text.unicodeScalars)
    self.start = start
    self.margin = margin
    var lines = [0]
    for (offset, scalar) in scalars.enumerated() where scalar == "\n" { lines.append(offset + 1) }
    self.lines = lines
  }

  func position(of offset: Int) -> TextPosition {
    var low = 0
    var high = lines.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    let column = offset - lines[low] + (low == 0 ? start.column : margin)
    return TextPosition(line: start.line + low, column: column)
  }

  func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(start: position(of: offsets.lowerBound), end: position(of: offsets.upperBound))
  }

  func text(_ offsets: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[offsets])
    return String(view)
  }
}
