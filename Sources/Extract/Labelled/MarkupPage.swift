internal import Model
internal import Tables

/// The rows of all tables of a saved web page, and its other texts; scripts, styles and comments are not looked at.
///
/// Pages that people save are seldom well-formed, so nothing is expected of their structure.
struct MarkupPage {
  /// The rows of all tables one below the other: a header may stand in a table of its own.
  private(set) var table = TableSheet(name: "", rows: [])
  /// Texts between tags, with their 1-based line.
  private(set) var lines: [(text: String, row: Int)] = []

  private var text = ""
  private var cells: [String] = []
  private var isInCell = false
  private var line = 1

  private static let skipped: Set<String> = ["script", "style", "template", "svg", "noscript"]
  private static let breaks: Set<String> = [
    "p", "div", "li", "dt", "dd", "br", "hr", "h1", "h2", "h3", "h4", "span", "label", "td", "th",
    "tr", "table", "section", "article", "ul", "dl", "tbody", "thead", "title",
  ]
  private static let limit = 200_000
  private static let tagLimit = 8_192

  init(_ markup: String) {
    var rest = markup[...]
    while let character = rest.popFirst() {
      guard character == "<" else {
        if character.isNewline { line += 1 }
        text.append(character)
        continue
      }
      if rest.hasPrefix("!--") {
        skip(&rest, past: "-->")
        continue
      }
      guard let first = rest.first, first.isLetter || first == "/" || first == "!",
        let end = rest.prefix(Self.tagLimit).firstIndex(of: ">")
      else {
        text.append(character)
        continue
      }
      let tag = rest[..<end]
      line += tag.count { $0.isNewline }
      rest = rest[rest.index(after: end)...]
      let isEnd = tag.first == "/"
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
      if !isEnd, Self.skipped.contains(name) {
        skip(&rest, past: "</\(name)")
        skip(&rest, past: ">")
      } else if Self.breaks.contains(name) {
        meet(name, isEnd: isEnd)
      }
      guard table.rows.count < Self.limit, lines.count < Self.limit else { break }
    }
    endCell()
    endRow()
  }

  private mutating func meet(_ name: String, isEnd: Bool) {
    switch name {
    case "td", "th":
      endCell()
      isInCell = !isEnd
    case "tr", "table", "tbody", "thead":
      endCell()
      endRow()
    default:
      if isInCell { text.append("\n") } else { endCell() }
    }
  }

  /// Text outside of cells is a line of its own.
  private mutating func endCell() {
    let plain = MarkupText.plain(text).trimmed
    text = ""
    if isInCell {
      cells.append(plain)
      isInCell = false
    } else if !plain.isEmpty {
      lines.append((plain, line))
    }
  }

  private mutating func endRow() {
    if cells.contains(where: { !$0.isEmpty }) {
      table.rows.append(TableSheet.Row(number: line, cells: cells))
    }
    cells = []
  }

  private mutating func skip(_ rest: inout Substring, past mark: String) {
    guard let place = rest.firstRange(of: mark) else {
      rest = rest[rest.endIndex...]
      return
    }
    line += rest[..<place.upperBound].count { $0.isNewline }
    rest = rest[place.upperBound...]
  }
}
