/// Text for CommonMark and GitHub's dialect in which nothing is markup.
enum Markdown {
  /// Running text on one line: invisible characters spelled, everything that could begin markup escaped.
  ///
  /// Only for places inside a line: `#`, `-`, `+` and `1.` mean something at its start alone.
  static func text(_ text: String) -> String {
    let plain = text.visible.trimmedEnd
    // Most texts have nothing in them that could be markup.
    guard plain.utf8.contains(where: mayMean) else { return String(plain) }
    let characters = Array(plain)
    var result = ""
    for (index, character) in characters.enumerated() {
      let previous = index > 0 ? characters[index - 1] : " "
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "[", "]", "|", "~", "$": result += "\\\(character)"
      // Inside a word an underscore is no emphasis.
      case "_" where !isWord(previous) || !isWord(next): result += "\\_"
      // Bare addresses become links.
      case ":" where next == "/": result += "\\:"
      case "." where previous == "w" || previous == "W": result += "\\."
      default: result.append(character)
      }
    }
    return result
  }

  private static func mayMean(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
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
