internal import CEL
internal import Model

extension Feature {
  /// Tidies a file without changing what it means.
  static let formatting = Feature(
    "textDocument/formatting", announcedAs: "documentFormattingProvider"
  ) { context in
    guard context.file.kind != .table else { return .array([]) }
    let lines = TidyText(context.file).lines
    let text = context.file.text
    var edits: [LSPValue] = []
    for (index, new) in lines.enumerated() where new != [text.line(index + 1)] {
      edits.append(edit(line: index + 1, new, in: context))
    }
    return .array(edits)
  }

  /// - Parameter new: What stands in the place of the line: nothing, or lines.
  private static func edit(line: Int, _ new: [String], in context: FeatureContext) -> LSPValue {
    let text = context.file.text
    let start = TextPosition(line: line, column: 1)
    var range = SourceRange(
      start: start, end: TextPosition(line: line, column: text.scalarCount(ofLine: line) + 1))
    var words = new.joined(separator: text.lineEnd)
    if new.isEmpty, line > 1 {
      // With the line end before it: the last line has none of its own.
      let end = TextPosition(line: line - 1, column: text.scalarCount(ofLine: line - 1) + 1)
      range = SourceRange(start: end, end: range.end)
      words = String()
    }
    return WorkspaceEdit.edit(range, words, in: text, context.encoding)
  }
}
