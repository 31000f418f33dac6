internal import CEL
internal import Model

/// Names between braces of messages: `{license.name|date}`.
enum PlaceholderScan {
  /// One pair of braces of a text.
  struct Placeholder {
    /// What stands before the bar.
    let path: String
    let range: SourceRange
    /// What stands behind it.
    let formatter: String?
    let formatterRange: SourceRange?
  }

  /// Returns the placeholders of a text of one line; in a block, of each of its lines.
  static func placeholders(in scalar: OutlineScalar) -> [Placeholder] {
    var found: [Placeholder] = []
    let lines = scalar.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let scalars = Array(line.unicodeScalars)
      let first = index == 0 ? scalar.textRange.start.column : scalar.margin
      var open: Int?
      for (offset, letter) in scalars.enumerated() {
        if letter == "{" { open = offset + 1 }
        guard letter == "}", let start = open else { continue }
        open = nil
        let place = { (offset: Int) in
          TextPosition(line: scalar.textRange.start.line + index, column: first + offset)
        }
        let bar = scalars[start..<offset].firstIndex(of: "|") ?? offset
        let text = { (range: Range<Int>) in String(String.UnicodeScalarView(scalars[range])) }
        found.append(
          Placeholder(
            path: text(start..<bar), range: SourceRange(start: place(start), end: place(bar)),
            formatter: bar < offset ? text((bar + 1)..<offset) : nil,
            formatterRange: bar < offset
              ? SourceRange(start: place(bar + 1), end: place(offset)) : nil))
      }
    }
    return found
  }

  static func names(in scalar: OutlineScalar) -> [NameOccurrence] {
    placeholders(in: scalar).compactMap { placeholder in
      let prefix = "params."
      if placeholder.path.hasPrefix(prefix) {
        return NameOccurrence(
          .parameter, String(placeholder.path.dropFirst(prefix.count)),
          placeholder.range.dropping(prefix.count))
      }
      guard !placeholder.path.hasPrefix("check."), placeholder.path.contains(".") else {
        return nil
      }
      return NameOccurrence(.fact, placeholder.path, placeholder.range)
    }
  }
}
