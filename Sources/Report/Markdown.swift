/// Text for CommonMark and GitHub's dialect in which nothing is markup.
enum Markdown {
  /// Running text on one line: invisible characters spelled, everything that could begin markup escaped.
  ///
  /// Only for places inside a line: `#`, `-`, `+` and `1.` mean something at its start alone.
  static func text(_ text: String) -> String {
    var result = ""
    var previous: Character?
    for character in text.visible {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(character)"
      // Bare addresses become links.
      case ":": result += "\\:"
      case "." where previous == "w" || previous == "W": result += "\\."
      default: result.append(character)
      }
      previous = character
    }
    return result
  }

  /// A value as a code span, in which asterisks of masks need no escape.
  static func code(_ text: String) -> String {
    let visible = text.visible
    var longest = 0
    var run = 0
    for character in visible {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let needsSpace = visible.isEmpty || visible.hasPrefix("`") || visible.hasSuffix("`")
    return needsSpace ? "\(fence) \(visible) \(fence)" : fence + visible + fence
  }
}
