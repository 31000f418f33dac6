internal import Model

/// Outlines: Markdown bullets and headings, indented lines, trees drawn with `├──`, numbered lists.
enum OutlineChart {
  private static let lineLimit = 60

  /// Whether all of a text is an outline, of more than one level, of an organization.
  static func claims(_ text: String) -> Bool {
    guard let lines = lines(of: text), lines.count >= 3,
      Set(lines.map(\.depth)).count > 1
    else { return false }
    return draft(lines).looksLikeOrganization
  }

  static func draft(_ text: String) -> HierarchyDraft {
    lines(of: text).map(draft) ?? HierarchyDraft()
  }

  /// A line with how far in it stands.
  struct Line {
    let text: String
    /// Headings come before all indents.
    let depth: Int
    /// 1-based.
    let number: Int
  }

  private static func draft(_ lines: [Line]) -> HierarchyDraft {
    var draft = HierarchyDraft()
    var open: [(depth: Int, index: Int)] = []
    for line in lines {
      let index = draft.add(line.text, place: Hierarchy.Place(row: line.number))
      while let last = open.last, last.depth >= line.depth { open.removeLast() }
      if let above = open.last { draft.link(above.index, index) }
      open.append((line.depth, index))
    }
    return draft
  }

  /// `nil` where a line is no item of an outline.
  static func lines(of text: String) -> [Line]? {
    var lines: [Line] = []
    for (offset, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard !raw.allSatisfy(\.isWhitespace) else { continue }
      guard lines.count < HierarchyDraft.limit, let line = line(raw, number: offset + 1) else {
        return nil
      }
      lines.append(line)
    }
    return lines
  }

  private static func line(_ raw: Substring, number: Int) -> Line? {
    var rest = raw
    if rest.last == "\r" { rest.removeLast() }
    let hashes = rest.prefix { $0 == "#" }.count
    if hashes > 0, rest.dropFirst(hashes).first == " " {
      return finished(rest.dropFirst(hashes), depth: hashes - 100, number)
    }
    var indent = 0
    while let character = rest.first {
      switch character {
      case " ", "│", "|", "\u{A0}", "─", "├", "└", "┣", "┗", "━", "┃": indent += 1
      case "\t": indent += 4
      case "\u{3000}": indent += 2
      default: return marked(rest, indent: indent, number)
      }
      rest.removeFirst()
    }
    return nil
  }

  /// Without its bullet or number; numbers with points say the level themselves.
  private static func marked(_ rest: Substring, indent: Int, _ number: Int) -> Line? {
    guard let first = rest.first else { return nil }
    if "-*+•·●○■□▪◆◇–".contains(first) {
      let after = rest.dropFirst()
      guard after.first?.isWhitespace == true || !first.isASCII else { return nil }
      return finished(after, depth: indent + 1, number)
    }
    let digits = rest.prefix { $0.isNumber && $0.isASCII || $0 == "." }
    if digits.first != ".", !digits.isEmpty, let next = rest.dropFirst(digits.count).first,
      digits.contains(".") || "、 )）".contains(next)
    {
      let level = digits.split(separator: ".").count
      let after = rest.dropFirst(digits.count).drop { "、 )）.\t".contains($0) }
      return finished(after, depth: indent * 10 + level * 10 + 2, number)
    }
    return finished(rest, depth: indent, number)
  }

  private static func finished(_ text: Substring, depth: Int, _ number: Int) -> Line? {
    let plain = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    let name = String(plain).split(separator: "**").joined()
    guard !name.isEmpty, name.count <= lineLimit else { return nil }
    return Line(text: name, depth: depth, number: number)
  }
}
