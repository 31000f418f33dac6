/// A line of an outline without its marks, with what they say about its level.
struct OutlineLine {
  /// What a line begins with.
  enum Mark: Equatable {
    /// `##`; the more, the lower.
    case heading(Int)
    case bullet
    /// `1.` or `1.2`: numbers with points say the level themselves.
    case number(levels: Int)
    case none
  }

  package let text: String
  let mark: Mark
  /// In columns; a tab goes on to the next fourth.
  let indent: Int
  /// 1-based.
  let number: Int

  private static let lengthLimit = 60
  private static let tabWidth = 4

  /// - Returns: `nil` where the line is no item of an outline.
  init?(_ raw: Substring, number: Int) {
    var rest = raw
    if rest.last == "\r" { rest.removeLast() }
    let hashes = rest.prefix { $0 == "#" }.count
    if hashes > 0, rest.dropFirst(hashes).first == " " {
      let title = rest.dropFirst(hashes).drop { $0 == " " }
      // `## 1.2 技术部` is no part of the name.
      let numbered = Self.marked(title).flatMap { $0.0 == .bullet ? nil : $0.1 }
      self.init(numbered ?? title, .heading(hashes), indent: 0, number)
      return
    }
    var indent = 0
    while let character = rest.first, let width = Self.width(of: character, at: indent) {
      indent += width
      rest.removeFirst()
    }
    guard let (mark, text) = Self.marked(rest) else { return nil }
    self.init(text, mark, indent: indent, number)
  }

  private init?(_ text: Substring, _ mark: Mark, indent: Int, _ number: Int) {
    let plain = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    let name = String(plain).split(separator: "**").joined()
    guard !name.isEmpty, name.count <= Self.lengthLimit else { return nil }
    self.text = name
    self.mark = mark
    self.indent = indent
    self.number = number
  }

  /// `nil` where the indent ends.
  private static func width(of character: Character, at column: Int) -> Int? {
    switch character {
    case " ", "│", "|", "\u{A0}", "─", "├", "└", "┣", "┗", "━", "┃": 1
    case "\t": tabWidth - column % tabWidth
    case "\u{3000}": 2
    default: nil
    }
  }

  private static func marked(_ rest: Substring) -> (Mark, Substring)? {
    guard let first = rest.first else { return nil }
    if "-*+•·●○■□▪◆◇–".contains(first) {
      let after = rest.dropFirst()
      guard after.first?.isWhitespace == true || !first.isASCII else { return nil }
      return (.bullet, after)
    }
    let digits = rest.prefix { $0.isNumber && $0.isASCII || $0 == "." }
    if digits.first != ".", !digits.isEmpty, let next = rest.dropFirst(digits.count).first,
      digits.contains(".") || "、 )）".contains(next)
    {
      let after = rest.dropFirst(digits.count).drop { "、 )）.\t".contains($0) }
      return (.number(levels: digits.split(separator: ".").count), after)
    }
    return (.none, rest)
  }

  /// Returns how many of the lines that are open, each below the one before it, stay open above this one.
  ///
  /// What is further in stands below. In one column the marks tell: lines without any come first, numbers go by
  /// their levels, and of bullets and numbers those are above that came first.
  package func level(below open: [OutlineLine]) -> Int {
    if case .heading(let rank) = mark {
      return open.firstIndex { line in
        if case .heading(let other) = line.mark { other >= rank } else { true }
      } ?? open.count
    }
    let first = open.firstIndex { !$0.isHeading && $0.indent >= indent } ?? open.count
    let beside = open[first...].prefix { $0.indent == indent }
    switch mark {
    case .heading, .none: return first
    case .bullet:
      return beside.firstIndex { $0.mark == .bullet } ?? beside.endIndex
    case .number(let levels):
      if let same = beside.firstIndex(where: { $0.levels.map { $0 >= levels } == true }) {
        return same
      }
      // `1.2` stands below `1.`, whatever bullets came between.
      return beside.lastIndex { $0.levels != nil }.map { $0 + 1 } ?? beside.endIndex
    }
  }

  var isHeading: Bool {
    if case .heading = mark { true } else { false }
  }

  /// Of a number.
  private var levels: Int? {
    if case .number(let levels) = mark { levels } else { nil }
  }
}
