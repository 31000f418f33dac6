/// One request that the server answers; adding one is a file under `Features` and a line in ``all``.
package struct Feature: Sendable {
  package let method: String
  /// The member of the server's capabilities that announces it; `nil` where another request's does.
  package let capability: LSPValue.Member?
  /// Answers for a file and place of it.
  package let answer: @Sendable (FeatureContext) throws(EditorRefusal) -> LSPValue

  /// - Parameters:
  ///   - name: The member of the capabilities.
  ///   - value: What it says.
  package init(
    _ method: String, announcedAs name: String? = nil, _ value: LSPValue = true,
    answer: @escaping @Sendable (FeatureContext) throws(EditorRefusal) -> LSPValue
  ) {
    self.method = method
    capability = name.map { LSPValue.Member(name: $0, value: value) }
    self.answer = answer
  }

  package static let all: [Feature] = [
    hover, completion, completionResolve, signatureHelp, semanticTokens, semanticTokensRange,
    inlayHints, codeLens, codeLensResolve,
    definition, references, documentHighlight, prepareRename, rename,
    documentSymbol, foldingRange, selectionRange, documentLink, formatting, codeAction,
  ]
}
