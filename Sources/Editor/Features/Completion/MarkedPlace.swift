internal import CEL
internal import Model
internal import Schema

/// What a cursor is at, found by reading the text with a mark at the cursor: half-typed and empty lines have a place too.
struct MarkedPlace {
  enum Spot {
    /// The mark stands in a key of the mapping that the way leads to.
    case key(OutlinePair)
    /// The mark stands in the text that the way leads to.
    case value(OutlineScalar)
  }

  let spot: Spot
  /// To the mapping whose key is marked, or to the marked text.
  let path: OutlinePath
  /// What has to stand before anything that is inserted: a blank behind a colon, a dash.
  let lead: String

  /// A scalar that no text has a use for.
  static let mark: Unicode.Scalar = "\u{E000}"

  /// The key or text before the mark.
  var typed: String {
    let text =
      switch spot {
      case .key(let pair): pair.key
      case .value(let scalar): scalar.text
      }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix { $0 != Self.mark }))
  }

  /// Where the key or text stands in the text without the mark.
  var range: SourceRange {
    let marked =
      switch spot {
      case .key(let pair): pair.keyRange
      case .value(let scalar): scalar.textRange
      }
    // What leads stands before the mark, and nothing of the word does.
    let before = lead.unicodeScalars.count
    return SourceRange(
      start: TextPosition(line: marked.start.line, column: marked.start.column - before),
      end: TextPosition(line: marked.end.line, column: marked.end.column - before - 1))
  }

  /// Returns the place of a cursor; `nil` in comments and where no value can stand.
  static func find(in text: DocumentText, at position: TextPosition) -> MarkedPlace? {
    let before = text.line(position.line).unicodeScalars.prefix(position.column - 1)
    let content = before.drop { $0 == " " }
    if before.last == ":" || (content.count == 1 && content.first == "-") {
      if let found = find(in: text, at: position, lead: " ") { return found }
    }
    if let found = find(in: text, at: position, lead: "") { return found }
    return content.isEmpty ? find(in: text, at: position, lead: "- ") : nil
  }

  private static func find(
    in text: DocumentText, at position: TextPosition, lead: String
  ) -> MarkedPlace? {
    let marked = text.replacing(
      SourceRange(position), by: lead + String(String.UnicodeScalarView([mark])))
    var search = MarkSearch(line: position.line)
    search.visit(OutlineReader.outline(of: marked), [])
    guard let found = search.found else { return nil }
    return MarkedPlace(spot: found.spot, path: found.path, lead: lead)
  }
}

/// Looks for the mark in an outline, on the line where it is.
private struct MarkSearch {
  let line: Int
  private(set) var found: (spot: MarkedPlace.Spot, path: OutlinePath)?

  init(line: Int) { self.line = line }

  mutating func visit(_ node: OutlineNode, _ steps: [OutlinePath.Step]) {
    guard found == nil, node.range.start.line <= line, node.range.end.line >= line else { return }
    let path = OutlinePath(steps: steps, node: node, isAtKey: false)
    if let scalar = node.scalar {
      if isMarked(scalar.text) { found = (.value(scalar), path) }
      return
    }
    for pair in node.pairs where pair.keyRange.start.line <= line && pair.range.end.line >= line {
      if isMarked(pair.key) {
        found = (.key(pair), path)
        return
      }
      visit(pair.value, steps + [.key(pair, of: node)])
    }
    for (index, item) in node.items.enumerated() {
      visit(item, steps + [.item(index, of: node)])
    }
  }

  private func isMarked(_ text: String) -> Bool {
    text.unicodeScalars.contains(MarkedPlace.mark)
  }
}
