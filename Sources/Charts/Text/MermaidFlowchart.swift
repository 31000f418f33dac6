internal import Model

/// The statements of a flowchart, read line by line.
struct MermaidFlowchart {
  private struct Known {
    var label: String
    var row: Int
  }
  private var order: [String] = []
  private var nodes: [String: Known] = [:]
  private var links: [(String, String)] = []

  private static let statements = [
    "subgraph", "end", "classDef", "class", "style", "linkStyle", "click", "direction", "accTitle",
    "accDescr",
    "title",
  ]

  package mutating func read(_ line: Substring, row: Int) {
    for statement in Self.split(line) {
      let text = statement.drop(while: \.isWhitespace)
      let word = text.prefix { !$0.isWhitespace && $0 != ":" }
      guard !text.isEmpty, !Self.statements.contains(String(word)) else { continue }
      readChain(text, row: row)
    }
  }

  /// At semicolons outside of quotes and brackets.
  private static func split(_ line: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = line.startIndex
    var isQuoted = false
    var depth = 0
    for index in line.indices {
      switch line[index] {
      case "\"": isQuoted.toggle()
      case "[", "(", "{": depth += 1
      case "]", ")", "}": depth -= 1
      case ";" where !isQuoted && depth <= 0:
        parts.append(line[start..<index])
        start = line.index(after: index)
      default: break
      }
    }
    return parts + [line[start...]]
  }

  /// `A & B --> C --> D`.
  private mutating func readChain(_ text: Substring, row: Int) {
    var rest = text
    var above: [String] = []
    while true {
      var group: [String] = []
      while let node = MermaidNode(rest) {
        note(node, row: row)
        group.append(node.id)
        rest = node.rest.drop(while: \.isWhitespace)
        guard rest.first == "&" else { break }
        rest = rest.dropFirst()
      }
      for from in above { for to in group { links.append((from, to)) } }
      guard !group.isEmpty, let link = Self.link(rest) else { return }
      above = link.isVisible ? group : []
      rest = link.rest
    }
  }

  private mutating func note(_ node: MermaidNode, row: Int) {
    if let known = nodes[node.id] {
      if !node.isBare { nodes[node.id] = Known(label: node.label, row: known.row) }
    } else if order.count < HierarchyDraft.limit {
      order.append(node.id)
      nodes[node.id] = Known(label: node.label, row: row)
    }
  }

  /// `-->`, `---`, `-.->`, `==>`, `--o`, `<-->`, with `|text|` or text in the middle; `~~~` shows nothing.
  private static func link(_ text: Substring) -> (isVisible: Bool, rest: Substring)? {
    let rest = text.drop { $0 == "<" || $0 == "x" || $0 == "o" }
    guard let first = rest.first, "-=~".contains(first) else { return nil }
    if first == "~" { return (false, rest.drop { $0 == "~" }) }
    var marks = rest.prefix { "-=.>ox".contains($0) }
    // `A--oB` is a link with a round end, `A --operation` none: only the letter after the marks counts.
    if let end = marks.firstIndex(where: { "ox>".contains($0) }) {
      marks = marks[...end]
    }
    guard marks.count >= 2 else { return nil }
    var after = rest[marks.endIndex...]
    let isOpen = marks.last != ">" && marks.count == 2
    if isOpen, let close = labelEnd(after) { after = close }
    after = after.drop(while: \.isWhitespace)
    if after.first == "|" {
      after = after.dropFirst().drop { $0 != "|" }.dropFirst()
    }
    return (true, after)
  }

  /// Behind the second half of `-- text -->`.
  private static func labelEnd(_ text: Substring) -> Substring? {
    for mark in ["-->", "---", ".->", "==>", "===", "-.-"] {
      if let range = text.firstRange(of: mark) {
        return text[range.upperBound...].drop { "->=".contains($0) }
      }
    }
    return nil
  }

  /// The boxes and links read so far.
  package var draft: HierarchyDraft {
    var draft = HierarchyDraft()
    var places: [String: Int] = [:]
    for id in order {
      guard let node = nodes[id] else { continue }
      places[id] = draft.add(node.label, place: Hierarchy.Place(shape: id, row: node.row))
    }
    for (from, to) in links {
      if let above = places[from], let below = places[to] { draft.link(above, below) }
    }
    return draft
  }
}
