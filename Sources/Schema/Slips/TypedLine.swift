/// A line that says `key: value`, as a person typed it.
struct TypedLine {
  /// The white space before it, of any kind.
  let indent: String
  /// `- ` of a list, as often as it stands there.
  let dashes: String
  let key: String
  let colon: Character
  /// The white space after the colon.
  let gap: String
  /// Without white space at its end.
  let value: String

  /// `nil` for other lines: comments, elements of lists, parts of a longer text.
  init?(_ line: String) {
    indent = String(line.prefix(while: \.isWhitespace))
    var rest = line.dropFirst(indent.count)
    var dashes = ""
    while rest.hasPrefix("- ") {
      let space = rest.dropFirst().prefix { $0 == " " }
      dashes += "-" + space
      rest = rest.dropFirst(1 + space.count)
    }
    self.dashes = dashes
    guard let first = rest.first, !Self.indicators.contains(first),
      let end = rest.firstIndex(where: Self.colons.contains)
    else { return nil }
    let name = rest[..<end]
    guard name.count <= Self.longestKey, !name.contains(" #"),
      let last = name.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    key = String(name[...last])
    colon = rest[end]
    let after = rest[rest.index(after: end)...]
    gap = String(after.prefix(while: \.isWhitespace))
    let value = after.dropFirst(gap.count)
    // allowed: nothing is typed
    self.value = value.lastIndex { !$0.isWhitespace }.map { String(value[...$0]) } ?? ""
  }

  /// Whether the colon is one that YAML knows.
  var hasPlainColon: Bool { colon == ":" }

  /// The value without a comment after it; a `#` counts after white space.
  var bareValue: String {
    if value.hasPrefix("#") { return "" }
    guard let mark = Self.comment(in: value) else { return value }
    let bare = value[..<mark]
    // allowed: a comment alone
    return bare.lastIndex { !$0.isWhitespace }.map { String(bare[...$0]) } ?? ""
  }

  /// Whether nothing stands beside the key: what follows deeper is below it.
  var isHeader: Bool { bareValue.isEmpty }

  /// Whether a text of several lines begins here: `|`, `>`.
  var beginsBlock: Bool { bareValue.first == "|" || bareValue.first == ">" }

  /// Whether the value begins with a quotation mark that the line does not close.
  var hasOpenQuote: Bool {
    guard let quote = value.first, quote == "\"" || quote == "'" else { return false }
    var isEscaped = false
    for character in value.dropFirst() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\", quote == "\"" {
        isEscaped = true
      } else if character == quote {
        return false
      }
    }
    return true
  }

  /// The place of the `#` that begins a comment.
  static func comment(in text: String) -> String.Index? {
    var before: Character?
    for index in text.indices {
      if text[index] == "#", before?.isWhitespace == true { return index }
      before = text[index]
    }
    return nil
  }

  static let longestKey = 30
  static let colons: Set<Character> = [":", "：", "﹕", "∶", "︰"]
  /// What a key does not begin with.
  private static let indicators: Set<Character> = [
    "#", "[", "]", "{", "}", ",", "\"", "'", "&", "*", "!", "|", ">", "%", "@", "`", "-", "?", "“",
  ]
}
