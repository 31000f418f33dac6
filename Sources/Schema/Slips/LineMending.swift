/// Takes some kinds of slips out of the lines of a YAML text.
struct LineMending {
  let slips: Set<TypingSlip>
  /// Whether a word is a key that the file may hold.
  let isKey: (String) -> Bool
  /// Whether a word is how such a key begins: 注册地 of 注册地址.
  let isLabel: (String) -> Bool
  /// The lines that were changed, 1-based, with their key.
  private(set) var touched: [TypingSlip: [(line: Int, key: String)]] = [:]

  /// How far the line before goes in, if it is a key with nothing beside it.
  private var headerIndent: Int?

  init(
    _ slips: Set<TypingSlip>, isKey: @escaping (String) -> Bool,
    isLabel: @escaping (String) -> Bool
  ) {
    self.slips = slips
    self.isKey = isKey
    self.isLabel = isLabel
  }

  mutating func mended(_ lines: [String]) -> [String] {
    let skipped = TextBlocks.lines(in: lines, openQuotesAreSlips: slips.contains(.openQuote))
    let tabWidth = Self.tabWidth(lines)
    var mended: [String] = []
    for (index, line) in lines.enumerated() {
      let isSkipped = skipped.contains(index)
      mended.append(isSkipped ? line : self.mended(line, number: index + 1, tabWidth))
    }
    guard slips.contains(.indentation) else { return mended }
    var indentation = IndentationMending()
    let aligned = mended.enumerated().map { index, line in
      skipped.contains(index) ? line : indentation.aligned(line, number: index + 1)
    }
    touched[.indentation] = indentation.touched
    return aligned
  }

  private mutating func mended(_ text: String, number: Int, _ tabWidth: Int) -> String {
    guard let line = TypedLine(text) ?? withColon(text, number) else {
      return withoutTabs(text, number, tabWidth)
    }
    headerIndent = line.isHeader ? line.indent.count : nil
    let isKnown = isKey(line.key)
    var indent = line.indent
    if slips.contains(.wideSpace), isKnown, indent.contains(where: Self.wideSpaces.contains) {
      // One or two of them are how people go in by one level.
      let width = indent.count > 2 ? indent.count : tabWidth
      indent = String(repeating: " ", count: width)
      note(.wideSpace, number, line.key)
    }
    if slips.contains(.tab), indent.contains("\t") {
      indent = indent.replacing("\t", with: String(repeating: " ", count: tabWidth))
      note(.tab, number, line.key)
    }
    var (colon, gap) = (String(line.colon), line.gap)
    if slips.contains(.wideColon), !line.hasPlainColon, isKnown || !line.value.contains(": ") {
      (colon, gap) = (":", " ")
      note(.wideColon, number, line.key)
    } else if slips.contains(.missingSpace), line.hasPlainColon, gap.isEmpty, !line.value.isEmpty,
      isKnown
    {
      gap = " "
      note(.missingSpace, number, line.key)
    }
    if line.value.isEmpty { gap = "" }
    return indent + line.dashes + line.key + colon + gap + value(of: line, number)
  }

  private mutating func value(of line: TypedLine, _ number: Int) -> String {
    var value = line.value
    guard let first = value.first, let last = value.last, value.count > 1 else { return value }
    if slips.contains(.curlyQuotes), let closing = Self.quotes[first], closing.contains(last),
      !(first == "\"" && last == "\"")
    {
      let inner = value.dropFirst().dropLast()
      if !inner.contains(where: { Self.quotes[$0] != nil || closing.contains($0) }) {
        note(.curlyQuotes, number, line.key)
        return Self.quoted(String(inner))
      }
    }
    if first == "{", last == "}" {
      guard slips.contains(.wideColon) else { return value }
      let plain = flow(value)
      if plain != value {
        note(.wideColon, number, line.key)
        value = plain
      }
      return value
    }
    if slips.contains(.openQuote), line.hasOpenQuote {
      note(.openQuote, number, line.key)
      return Self.quoted(String(value.dropFirst()))
    }
    let bare = line.bareValue
    if slips.contains(.reservedSign), Self.isReserved(bare) {
      note(.reservedSign, number, line.key)
      return Self.quoted(bare)
    }
    let isPlain = !["\"", "'", "[", "{", "|", ">"].contains(first)
    if slips.contains(.colonInValue), isPlain, bare.contains(": ") || bare.hasSuffix(":") {
      if let label = TypedLine(bare), label.hasPlainColon, !label.value.isEmpty, isLabel(label.key)
      {
        note(.labelInValue, number, line.key)
        return Self.quoted(label.value)
      }
      note(.colonInValue, number, line.key)
      return Self.quoted(bare)
    }
    return value
  }

  /// The line with a colon after a key that has none: `企业名称=星河`.
  private mutating func withColon(_ text: String, _ number: Int) -> TypedLine? {
    let indent = text.prefix(while: \.isWhitespace)
    let rest = text.dropFirst(indent.count)
    let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "＝" }
    let value = rest.dropFirst(key.count).drop { $0.isWhitespace || $0 == "=" || $0 == "＝" }
    let sign = rest.dropFirst(key.count).first
    // Below a header it would be the header's text, and an equals sign is never meant.
    let isPlain =
      sign == "=" || sign == "＝" || headerIndent.map { $0 < indent.count } == true
    guard isPlain || slips.contains(.missingColon), isKey(String(key)), !value.isEmpty else {
      return nil
    }
    note(.missingColon, number, String(key))
    return TypedLine(indent + key + ": " + value)
  }

  /// `{身份证号：1，手机：2}` with plain colons and commas around the keys that are known.
  private func flow(_ text: String) -> String {
    var out = ""
    var word = ""
    func isKnown(_ word: String) -> Bool {
      isKey(word.filter { !$0.isWhitespace && $0 != "{" && $0 != "," })
    }
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "：" where isKnown(word):
        out += word + ": "
        word = ""
      case "，":
        let next = rest.prefix { !TypedLine.colons.contains($0) }
        let isSeparator = next.count < rest.count && isKnown(String(next))
        out += word + (isSeparator ? ", " : "，")
        word = ""
      case ",", "{":
        out += word + String(character)
        word = ""
      default: word.append(character)
      }
    }
    return out + word
  }

  private mutating func withoutTabs(_ text: String, _ number: Int, _ tabWidth: Int) -> String {
    let indent = text.prefix(while: \.isWhitespace)
    guard slips.contains(.tab), indent.contains("\t"), indent.count < text.count else {
      return text
    }
    note(.tab, number, "")
    return String(indent).replacing("\t", with: String(repeating: " ", count: tabWidth))
      + text.dropFirst(indent.count)
  }

  private mutating func note(_ slip: TypingSlip, _ line: Int, _ key: String) {
    touched[slip, default: []].append((line, key))
  }

  /// The spaces of one level: as the other lines have them, else two.
  private static func tabWidth(_ lines: [String]) -> Int {
    let widths = lines.map { $0.prefix { $0 == " " }.count }.filter { $0 > 0 }
    return widths.min() ?? 2
  }

  /// Whether YAML takes the first sign for one of its own.
  private static func isReserved(_ value: String) -> Bool {
    guard let first = value.first, let last = value.last else { return false }
    switch first {
    case "@", "`", "%", "!", "]", "}", ",": return true
    // An anchor or an alias has a name in letters; it is refused as what it is.
    case "*", "&": return value.dropFirst().first?.isASCII != true
    // A list that is closed, with more behind it.
    case "[": return last != "]" && value.contains("]")
    default: return false
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static let wideSpaces: Set<Character> = ["\u{3000}", "\u{A0}"]
  private static let quotes: [Character: Set<Character>] = [
    "“": ["”", "“", "\""], "”": ["”", "“", "\""], "\"": ["”", "“"], "‘": ["’", "‘", "'"],
    "＂": ["＂"], "「": ["」"], "『": ["』"],
  ]
}
