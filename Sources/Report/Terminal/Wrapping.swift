/// Breaks text into lines of a display width.
enum Wrapping {
  /// Shown as a space at which no line breaks.
  static let tightSpace = "\u{A0}"

  private struct Letter {
    let character: Character
    let width: Int
  }

  /// Breaks at spaces and between wide characters; a word that is longer than a line is cut.
  static func lines(of text: String, width: Int) -> [String] {
    if text.displayWidth <= width {
      return [
        text.trimmedEnd.split(separator: tightSpace, omittingEmptySubsequences: false)
          .joined(separator: " ")
      ]
    }
    return broken(letters(of: text), width: width).map { line in
      String(line.map { $0.character == "\u{A0}" ? " " : $0.character })
    }
  }

  private static func letters(of text: String) -> [Letter] {
    // Of plain texts each scalar is a character, which need not be found out.
    if text.isPlain(as: .line) {
      return text.unicodeScalars.map { scalar in
        Letter(character: Character(scalar), width: scalar.isASCII ? 1 : 2)
      }
    }
    return text.map { Letter(character: $0, width: $0.displayWidth) }
  }

  private static func broken(_ letters: [Letter], width: Int) -> [ArraySlice<Letter>] {
    var lines: [ArraySlice<Letter>] = []
    var line: ArraySlice<Letter> = []
    var lineWidth = 0
    for word in words(of: letters) {
      if lineWidth + Self.width(of: trimmed(word)) > width, lineWidth > 0 {
        lines.append(trimmed(line))
        (line, lineWidth) = ([], 0)
      }
      let wordWidth = Self.width(of: word)
      if wordWidth <= width {
        line += word
        lineWidth += wordWidth
        continue
      }
      for letter in word {
        if lineWidth + letter.width > width, lineWidth > 0 {
          lines.append(line)
          (line, lineWidth) = ([], 0)
        }
        line.append(letter)
        lineWidth += letter.width
      }
    }
    if lineWidth > 0 || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  private static func width(of letters: ArraySlice<Letter>) -> Int {
    letters.reduce(0) { $0 + $1.width }
  }

  /// Without the spaces at its end.
  private static func trimmed(_ letters: ArraySlice<Letter>) -> ArraySlice<Letter> {
    var rest = letters
    while rest.last?.character == " " { rest.removeLast() }
    return rest
  }

  private static let closing: Set<Character> = Set("，。；：、）」』》！？,.;:)")
  private static let opening: Set<Character> = Set("（「『《(")

  /// Words with the spaces after them; a wide character is a word with the closing punctuation after it.
  private static func words(of letters: [Letter]) -> [ArraySlice<Letter>] {
    var words: [ArraySlice<Letter>] = []
    var start = 0
    var previous = Letter(character: " ", width: 1)
    for (index, letter) in letters.enumerated() {
      let startsWord =
        index > start && letter.character != " " && !closing.contains(letter.character)
        && !opening.contains(previous.character)
        && (previous.character == " " || letter.width == 2 || previous.width == 2)
      if startsWord {
        words.append(letters[start..<index])
        start = index
      }
      previous = letter
    }
    if start < letters.count { words.append(letters[start...]) }
    return words
  }
}

extension String {
  /// Without the spaces at its end.
  var trimmedEnd: Substring {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
