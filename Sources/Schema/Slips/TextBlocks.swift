/// Which lines belong to a text of several lines, where signs mean nothing to YAML.
enum TextBlocks {
  /// - Parameter openQuotesAreSlips: Whether a quotation mark that its line does not close was forgotten rather than
  ///   closed further down.
  /// - Returns: 0-based numbers.
  static func lines(in lines: [String], openQuotesAreSlips: Bool) -> Set<Int> {
    var inside: Set<Int> = []
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard let line = TypedLine(lines[index]) else { continue }
      if line.beginsBlock {
        while index + 1 < lines.count, isBelow(lines[index + 1], line) {
          index += 1
          inside.insert(index)
        }
      } else if line.hasOpenQuote, !openQuotesAreSlips, let quote = line.value.first,
        let end = lines[(index + 1)...].firstIndex(where: { $0.contains(quote) })
      {
        inside.formUnion((index + 1)...end)
        index = end
      }
    }
    return inside
  }

  private static func isBelow(_ text: String, _ header: TypedLine) -> Bool {
    let indent = text.prefix(while: \.isWhitespace)
    return indent.count == text.count || indent.count > header.indent.count
  }
}
