internal import Model
internal import Tables

/// Mermaid: `graph` and `flowchart` with links, and `mindmap` by indents.
enum MermaidChart {
  package static func claims(_ text: String) -> Bool { kind(of: diagram(text)) != nil }

  package static func draft(_ text: String) -> HierarchyDraft {
    let lines = diagram(text)
    switch kind(of: lines) {
    case .flowchart:
      var reader = MermaidFlowchart()
      for line in lines.dropFirst() { reader.read(line.text, row: line.row) }
      return reader.draft
    case .mindMap: return mindMap(lines.dropFirst())
    case nil: return HierarchyDraft()
    }
  }

  private enum Kind { case flowchart, mindMap }

  /// A line that is no comment, directive, fence or front matter.
  private struct Line {
    package let text: Substring
    /// 1-based.
    let row: Int
  }

  private static func lines(_ text: String) -> [Line] {
    var lines: [Line] = []
    var isFrontMatter = false
    for (offset, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = raw.last == "\r" ? raw.dropLast() : raw
      let start = line.drop(while: \.isWhitespace)
      if start.hasPrefix("---"), lines.isEmpty {
        isFrontMatter.toggle()
        continue
      }
      let isAside = start.isEmpty || start.hasPrefix("%%") || start.hasPrefix("```")
      if !isFrontMatter, !isAside { lines.append(Line(text: line, row: offset + 1)) }
    }
    return lines
  }

  /// How many lines people write above a diagram that stands in no fence.
  private static let preambleLimit = 12

  /// The lines from the diagram's first one on: a title or a sentence may stand above it.
  private static func diagram(_ text: String) -> ArraySlice<Line> {
    let lines = lines(text)
    guard kind(of: lines[...]) == nil else { return lines[...] }
    // Alone, `graph` is a word like others.
    let start = lines.indices.prefix(preambleLimit).first { index in
      lines[index].text.contains(where: \.isWhitespace) && kind(of: lines[index...]) != nil
    }
    return lines[(start ?? lines.endIndex)...]
  }

  private static func kind(of lines: ArraySlice<Line>) -> Kind? {
    guard let first = lines.first?.text else { return nil }
    let words = first.split(whereSeparator: { $0.isWhitespace || $0 == ";" })
    let directions: Set<Substring> = ["TD", "TB", "BT", "LR", "RL"]
    switch words.first {
    case "graph", "flowchart", "flowchart-elk":
      return words.count == 1 || directions.contains(words[1]) ? .flowchart : nil
    case "mindmap": return words.count == 1 ? .mindMap : nil
    default: return nil
    }
  }

  private static func mindMap(_ lines: ArraySlice<Line>) -> HierarchyDraft {
    var draft = HierarchyDraft()
    var open: [(indent: Int, index: Int)] = []
    for line in lines {
      let indent = line.text.prefix(while: \.isWhitespace).count
      let text = line.text.dropFirst(indent)
      if text.hasPrefix("::icon") || text.hasPrefix(":::") { continue }
      let label = MermaidNode(mindMap: text).label
      let index = draft.add(label, place: Hierarchy.Place(row: line.row))
      while let last = open.last, last.indent >= indent { open.removeLast() }
      if let above = open.last { draft.link(above.index, index) }
      open.append((indent, index))
    }
    return draft
  }
}

/// A node as written: `id`, `id[label]`, `id("label")`, `id@{ label: "..." }`.
struct MermaidNode {
  var id: String
  var label: String
  /// Whether the label is the id for want of one.
  var isBare = true
  /// What follows.
  var rest: Substring

  /// The longest first.
  private static let brackets = [
    ("(((", ")))"), ("([", "])"), ("[[", "]]"), ("[(", ")]"), ("((", "))"), ("{{", "}}"),
    ("[/", "/]"),
    ("[\\", "\\]"), ("[/", "\\]"), ("[\\", "/]"), ("[", "]"), ("(", ")"), ("{", "}"), (">", "]"),
  ]

  /// - Returns: `nil` where the text begins with no id.
  init?(_ text: Substring) {
    let text = text.drop(while: \.isWhitespace)
    var end = text.startIndex
    while end < text.endIndex {
      let character = text[end]
      if character.isWhitespace || "[](){}<>&;|\"=~@:".contains(character) { break }
      // Ids may hold single hyphens and dots; links begin with two.
      if "-.".contains(character) {
        let next = text.index(after: end)
        if next == text.endIndex || "-.>=ox ".contains(text[next]) && character == "-" { break }
        if text[next] == "-" { break }
      }
      end = text.index(after: end)
    }
    guard end > text.startIndex else { return nil }
    id = String(text[..<end])
    label = id
    rest = text[end...]
    takeShape()
    if rest.hasPrefix(":::") {
      rest = rest.dropFirst(3).drop { $0.isLetter || $0.isNumber || "_-".contains($0) }
    }
  }

  /// An item of a mind map: all of the line.
  init(mindMap text: Substring) {
    let open = text.firstIndex { "[({)".contains($0) }
    id = String(text)
    label = id
    rest = open.map { text[$0...] } ?? text[text.endIndex...]
    takeShape()
    if isBare { label = Self.plain(text) }
  }

  private mutating func takeShape() {
    if rest.hasPrefix("@{"), let close = rest.firstIndex(of: "}") {
      let body = rest[..<close]
      if let range = body.firstRange(of: "label:") {
        label = Self.plain(body[range.upperBound...].prefix { $0 != "," })
        isBare = false
      }
      rest = rest[rest.index(after: close)...]
      return
    }
    for (open, close) in Self.brackets where rest.hasPrefix(open) {
      let inside = rest.dropFirst(open.count)
      guard let end = Self.end(of: inside, close) else { continue }
      label = Self.plain(inside[..<end])
      isBare = false
      rest = inside[end...].dropFirst(close.count)
      return
    }
  }

  /// Where the closing bracket stands, quotes aside.
  private static func end(of text: Substring, _ close: String) -> Substring.Index? {
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if !isQuoted, text[index...].hasPrefix(close) { return index }
    }
    return nil
  }

  private static func plain(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.count >= 2, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
    if text.count >= 2, text.first == "`", text.last == "`" { text = text.dropFirst().dropLast() }
    // `#quot;` and `#35;` are Mermaid's entities.
    let entities = text.split(separator: "#", omittingEmptySubsequences: false)
    var plain = entities.first.map(String.init) ?? ""  // allowed: an empty label
    for part in entities.dropFirst() {
      let name = part.prefix { $0 != ";" }
      let isEntity =
        part.contains(";") && !name.isEmpty && name.count <= 6 && name.allSatisfy(\.isASCII)
      let mark = name.allSatisfy(\.isNumber) ? "&#" : "&"
      plain += (isEntity ? mark : "#") + part
    }
    return MarkupText.plain(plain)
  }
}
