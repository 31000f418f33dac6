internal import CEL
internal import Model

/// Expressions that stand on the line of their key, where YAML reads colons and quotes: they go under `|-`.
enum PlainCELActions {
  static func make(_ place: ActionPlace) -> [EditorAction] {
    place.diagnostics.compactMap { diagnostic -> EditorAction? in
      guard ["plain-cel", "cel-block"].contains(diagnostic.code) else { return nil }
      let path = place.file.outline.path(to: diagnostic.position)
      guard let scalar = path.node.scalar, case .key(let pair, let mapping)? = path.steps.last,
        !mapping.isFlow
      else { return nil }
      let change: (SourceRange, String)
      if scalar.isBlock {
        let start = path.node.range.start
        let end = place.file.text.scalarCount(ofLine: start.line) + 1
        change = (
          SourceRange(start: start, end: TextPosition(line: start.line, column: end)), "|-"
        )
      } else {
        let indent = String(repeating: " ", count: pair.keyRange.start.column + 1)
        change = (path.node.range, "|-\n" + indent + scalar.text)
      }
      return place.action("把 CEL 写在 |- 之下", "put the CEL under |-", [change], of: diagnostic)
    }
  }
}
