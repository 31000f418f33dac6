internal import Model
internal import Tables

/// PlantUML's work breakdown structures and mind maps.
enum PlantUMLChart {
  package static func claims(_ text: String) -> Bool {
    text.split(separator: "\n").contains { isStart($0) }
  }

  private static func isStart(_ line: Substring) -> Bool {
    let line = line.drop(while: \.isWhitespace)
    return line.hasPrefix("@startwbs") || line.hasPrefix("@startmindmap")
  }

  package static func draft(_ text: String) -> HierarchyDraft {
    var draft = HierarchyDraft()
    var open: [(level: Int, index: Int)] = []
    var isInside = false
    /// A text between `:` and `;` goes over several lines.
    var pending: (level: Int, text: String, row: Int)?
    func add(_ level: Int, _ text: String, _ row: Int) {
      let label = text.split(separator: "\\n").joined(separator: "\n")
      let index = draft.add(MarkupText.plain(label), place: Hierarchy.Place(row: row))
      while let last = open.last, last.level >= level { open.removeLast() }
      if let above = open.last { draft.link(above.index, index) }
      open.append((level, index))
    }
    for (offset, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = raw.last == "\r" ? raw.dropLast() : raw
      if isStart(line) { isInside = true }
      if line.drop(while: \.isWhitespace).hasPrefix("@end") { isInside = false }
      guard isInside else { continue }
      if let begun = pending {
        let isEnd = line.hasSuffix(";")
        let text = begun.text + "\n" + (isEnd ? line.dropLast() : line)
        pending = isEnd ? nil : (begun.level, text, begun.row)
        if isEnd { add(begun.level, text, begun.row) }
        continue
      }
      guard let (level, text) = item(line) else { continue }
      if text.hasPrefix(":") {
        let inner = String(text.dropFirst())
        if inner.hasSuffix(";") {
          add(level, String(inner.dropLast()), offset + 1)
        } else {
          pending = (level, inner, offset + 1)
        }
      } else {
        add(level, text, offset + 1)
      }
    }
    return draft
  }

  /// The level and text of `**[#lightblue]< 市场部`, `++ 市场部`, or of an item indented by tabs.
  private static func item(_ line: Substring) -> (Int, String)? {
    let tabs = line.prefix { $0 == "\t" || $0 == " " }.count
    let rest = line.dropFirst(tabs)
    guard let mark = rest.first, "*+-".contains(mark) else { return nil }
    let marks = rest.prefix { $0 == mark }.count
    var text = rest.dropFirst(marks)
    if text.first == "[", let close = text.firstIndex(of: "]") {
      text = text[text.index(after: close)...]
    }
    if let first = text.first, "<>_".contains(first) { text = text.dropFirst() }
    if text.first == "[", let close = text.firstIndex(of: "]") {
      text = text[text.index(after: close)...]
    }
    text = text.drop(while: \.isWhitespace)
    // `(id) text` names the node for arrows.
    if text.first == "(", let close = text.firstIndex(of: ")"),
      text[..<close].dropFirst().utf8.allSatisfy({ $0 < 0x80 }),
      text.index(after: close) < text.endIndex
    {
      text = text[text.index(after: close)...].drop(while: \.isWhitespace)
    }
    guard !text.isEmpty else { return nil }
    return (tabs + marks, String(text))
  }
}
