internal import CEL
internal import Model
internal import Schema

/// A file's text made tidy, line by line; comments stay where they are.
///
/// What it means is compared before and after: where that would change, nothing is done.
struct TidyText {
  /// What stands in the place of each line.
  private(set) var lines: [[String]]

  init(_ file: EditedFile) {
    let text = file.text
    lines = text.lines.map { [$0] }
    let before = YAMLFile(text: text.text, path: file.path)
    let kept = TextLines(file.outline)
    var tidy = lines
    for index in tidy.indices where !kept.isText(index + 1) {
      tidy[index] = [tidy[index][0].withoutBlanksAtEnd]
    }
    guard before.diagnostics.isEmpty else {
      // Of a broken text nobody knows what it means: tabs are put right where that mends it.
      var mended = tidy
      for index in mended.indices where !kept.isText(index + 1) {
        mended[index] = [mended[index][0].indentedBySpaces]
      }
      let after = YAMLFile(text: Self.text(mended), path: file.path)
      lines = after.diagnostics.isEmpty ? mended : tidy
      return
    }
    for index in tidy.indices where !kept.isText(index + 1) {
      tidy[index] = [tidy[index][0].indentedBySpaces]
    }
    let spaced = Spacing(file).lines
    for (index, line) in spaced where !kept.isText(index + 1) {
      tidy[index] = [line.withoutBlanksAtEnd.indentedBySpaces]
    }
    Self.partRules(file, &tidy)
    Self.endOnce(&tidy)
    let after = YAMLFile(text: Self.text(tidy), path: file.path)
    guard after.diagnostics.isEmpty, Self.isSame(before.root, after.root) else { return }
    lines = tidy
  }

  private static func text(_ lines: [[String]]) -> String {
    lines.flatMap(\.self).joined(separator: "\n")
  }

  // MARK: Lines between

  /// Puts an empty line before each rule but the first, above the comments that belong to it.
  private static func partRules(_ file: EditedFile, _ lines: inout [[String]]) {
    guard file.kind == .pack, let rules = file.outline["rules"], !rules.isFlow else { return }
    for rule in rules.items.dropFirst() {
      var index = rule.range.start.line - 1
      guard lines.indices.contains(index), index > 0, isDash(lines[index]) else { continue }
      while index > 0, isComment(lines[index - 1]) { index -= 1 }
      guard index > 0, lines[index - 1].last?.isEmpty == false else { continue }
      lines[index] = [String()] + lines[index]
    }
  }

  private static func isDash(_ line: [String]) -> Bool {
    line.count == 1 && line[0].first { $0 != " " } == "-"
  }

  private static func isComment(_ line: [String]) -> Bool {
    line.count == 1 && line[0].first { $0 != " " } == "#"
  }

  /// Ends the text with one line end.
  private static func endOnce(_ lines: inout [[String]]) {
    guard let last = lines.indices.last else { return }
    var index = last
    while index > 0, lines[index] == [""], lines[index - 1] == [""] {
      lines[index] = []
      index -= 1
    }
    if lines[last] != [""], lines[last] != [] { lines[last].append(String()) }
  }

  // MARK: Meaning

  /// Whether two trees say the same; where their parts stand does not matter.
  static func isSame(_ left: YAMLNode?, _ right: YAMLNode?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    switch (left.content, right.content) {
    case (.scalar(let text, let style), .scalar(let other, let otherStyle)):
      return text == other && style == otherStyle
    case (.sequence(let items), .sequence(let others)):
      return items.count == others.count && zip(items, others).allSatisfy(isSame)
    case (.mapping(let entries), .mapping(let others)):
      return entries.count == others.count
        && zip(entries, others).allSatisfy { $0.key == $1.key && isSame($0.value, $1.value) }
    default: return false
    }
  }
}

/// Which lines are of texts of several lines: there every blank counts.
private struct TextLines {
  private var lines: Set<Int> = []

  init(_ root: OutlineNode) {
    root.walk { path in
      guard let scalar = path.node.scalar else { return }
      let range = path.node.range
      if scalar.isBlock {
        // Below the sign of the block, to the last line of it.
        let end = max(range.end.line, scalar.textRange.end.line)
        if end > range.start.line { lines.formUnion((range.start.line + 1)...end) }
      } else if range.end.line > range.start.line {
        lines.formUnion(range.start.line...range.end.line)
      }
    }
  }

  func isText(_ line: Int) -> Bool { lines.contains(line) }
}

/// One blank behind a colon and none before it.
private struct Spacing {
  /// The lines that are spaced otherwise, by their 0-based numbers.
  private(set) var lines: [Int: String] = [:]

  init(_ file: EditedFile) {
    var changes: [(SourceRange, String)] = []
    file.outline.walk { path in
      guard case .key(let pair, _)? = path.steps.last, pair.hasColon else { return }
      let line = pair.keyRange.end.line
      let start = pair.keyRange.end
      let value = path.node
      let isEmpty = if case .nothing = value.content { true } else { false }
      guard value.range.start.line == line, !isEmpty else { return }
      let end = value.range.start
      guard end.line == line, end.column > start.column else { return }
      changes.append((SourceRange(start: start, end: end), ": "))
    }
    var text = file.text
    for (range, new) in changes.sorted(by: { $0.0.start > $1.0.start })
    where text.text(in: range) != new
      && text.text(in: range).unicodeScalars.allSatisfy({ ": \t".unicodeScalars.contains($0) })
    {
      text = text.replacing(range, by: new)
      lines[range.start.line - 1] = text.line(range.start.line)
    }
  }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Two spaces for each tab before the first letter.
  fileprivate var indentedBySpaces: String {
    let indent = unicodeScalars.prefix { $0 == " " || $0 == "\t" }
    guard indent.contains("\t") else { return self }
    let spaces = indent.map { $0 == "\t" ? "  " : " " }.joined()
    return spaces + String(String.UnicodeScalarView(unicodeScalars.dropFirst(indent.count)))
  }
}
