internal import CEL
internal import Model

extension Feature {
  /// What a file does not say and its author would look up.
  static let inlayHints = Feature("textDocument/inlayHint", announcedAs: "inlayHintProvider") {
    context in
    let range = FeatureContext.range(
      context.params["range"], in: context.file.text, context.encoding)
    let whole = SourceRange(
      start: TextPosition(line: 1, column: 1), end: context.file.text.end)
    return .array(HintMaker(context: context, range: range ?? whole).hints)
  }
}
