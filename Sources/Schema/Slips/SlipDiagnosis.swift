internal import Model

/// Which slip keeps a text from being parsed, found near the place at which the parser gave up.
enum SlipDiagnosis {
  /// - Parameter line: Where the parser stopped, 1-based.
  /// - Returns: the slip with its own place; `nil` where none is plain to see.
  static func slip(near line: Int, in lines: [String]) -> (slip: TypingSlip, at: TextPosition)? {
    let inside = TextBlocks.lines(in: lines, openQuotesAreSlips: false)
    for index in [line - 1, line - 2] where lines.indices.contains(index) && !inside.contains(index)
    {
      if let column = tab(in: lines[index]) {
        return (.tab, TextPosition(line: index + 1, column: column))
      }
      guard let typed = TypedLine(lines[index]), !typed.key.contains(where: \.isWhitespace) else {
        continue
      }
      let column = typed.indent.count + typed.dashes.count + typed.key.count + 1
      if !typed.hasPlainColon {
        return (.wideColon, TextPosition(line: index + 1, column: column))
      }
      if typed.gap.isEmpty, !typed.value.isEmpty, !typed.value.hasPrefix("/") {
        return (.missingSpace, TextPosition(line: index + 1, column: column))
      }
    }
    let open = lines.indices.first { index in
      index < line && !inside.contains(index) && TypedLine(lines[index])?.hasOpenQuote == true
        && !inside.contains(index + 1)
    }
    guard let open, let typed = TypedLine(lines[open]) else { return nil }
    let column = lines[open].count - typed.value.count + 1
    return (.openQuote, TextPosition(line: open + 1, column: column))
  }

  private static func tab(in text: String) -> Int? {
    let indent = Array(text.prefix(while: \.isWhitespace))
    guard indent.count < text.count else { return nil }
    return indent.firstIndex(of: "\t").map { $0 + 1 }
  }
}
