internal import Model

/// Outlines: Markdown bullets and headings, indented lines, trees drawn with `├──`, numbered lists.
enum OutlineChart {
  /// Returns whether all of a text is an outline, of more than one level, of an organization.
  package static func claims(_ text: String) -> Bool {
    guard let lines = lines(of: text), lines.count >= 3 else { return false }
    return draft(lines).looksLikeOrganization
  }

  /// Whether most lines begin as Markdown's headings and items do: commas and tabs in such a text part nothing.
  static func isMarked(_ text: String) -> Bool {
    var (marked, all) = (0, 0)
    for raw in text.split(separator: "\n") where !raw.allSatisfy(\.isWhitespace) {
      all += 1
      guard let line = OutlineLine(raw, number: all) else { continue }
      switch line.mark {
      case .heading, .bullet, .number: marked += 1
      case .none: break
      }
    }
    return marked * 2 > all
  }

  package static func draft(_ text: String) -> HierarchyDraft {
    lines(of: text).map(draft) ?? HierarchyDraft()
  }

  private static func draft(_ lines: [OutlineLine]) -> HierarchyDraft {
    var draft = HierarchyDraft()
    var open: [(line: OutlineLine, index: Int)] = []
    for line in lines {
      let index = draft.add(line.text, place: Hierarchy.Place(row: line.number))
      if line.isHeading { draft.markHeading(index) }
      open.removeLast(open.count - line.level(below: open.map(\.line)))
      if let above = open.last { draft.link(above.index, index) }
      open.append((line, index))
    }
    return draft
  }

  /// `nil` where a line is no item of an outline.
  private static func lines(of text: String) -> [OutlineLine]? {
    var lines: [OutlineLine] = []
    var isFrontMatter = false
    let isMarked = isMarked(text)
    for (offset, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if isRuler(raw), offset == 0 || isFrontMatter { isFrontMatter.toggle() }
      guard !isFrontMatter, !isAside(raw), !(isMarked && isSentence(raw)) else { continue }
      guard lines.count < HierarchyDraft.limit, let line = OutlineLine(raw, number: offset + 1)
      else { return nil }
      lines.append(line)
    }
    return lines
  }

  /// Blank lines, rulers and quotations.
  private static func isAside(_ raw: Substring) -> Bool {
    raw.allSatisfy(\.isWhitespace) || isRuler(raw) || raw.hasPrefix("> ")
  }

  /// A paragraph between items of a marked outline: `我司组织架构如下：`.
  private static func isSentence(_ raw: Substring) -> Bool {
    guard let first = raw.first, !first.isWhitespace,
      let last = raw.last(where: { !$0.isWhitespace })
    else { return false }
    guard let line = OutlineLine(raw, number: 1) else {
      // Far too long: an item's text makes the whole no chart, a paragraph's does not.
      return !first.isNumber && !"#-*+•·●○■□▪◆◇–".contains(first)
    }
    return line.mark == .none && ("。：:！？.!?；;".contains(last) || raw.contains("。"))
  }

  /// Markdown's `---` across the page.
  private static func isRuler(_ raw: Substring) -> Bool {
    let marks = raw.filter { !$0.isWhitespace }
    guard let first = marks.first, marks.count >= 3 else { return false }
    return "-*_".contains(first) && marks.allSatisfy { $0 == first }
  }
}
