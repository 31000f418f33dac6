internal import CEL
internal import Model

/// Changes of files as the protocol writes them (LSP 3.17, `WorkspaceEdit`).
enum WorkspaceEdit {
  /// - Parameter changes: By the path of the file: what is written in the place of what.
  static func of(
    _ changes: [String: [(SourceRange, String)]], _ context: FeatureContext
  ) -> LSPValue {
    let files = changes.sorted { $0.key < $1.key }.compactMap { path, edits -> LSPValue.Member? in
      guard let file = context.workspace.file(at: path) else { return nil }
      return LSPValue.Member(
        name: DocumentPath.uri(of: path),
        value: .array(edits.map { edit($0.0, $0.1, in: file.text, context.encoding) }))
    }
    return .members(["changes": .object(files)])
  }

  static func edit(
    _ range: SourceRange, _ new: String, in text: DocumentText, _ encoding: PositionEncoding
  ) -> LSPValue {
    .members([
      "range": FeatureContext.range(range, in: text, encoding), "newText": .string(new),
    ])
  }
}
