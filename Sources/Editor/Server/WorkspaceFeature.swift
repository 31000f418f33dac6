package import Tables

/// One request that is about the workspace as a whole and not about a place in a file.
package struct WorkspaceFeature: Sendable {
  package let method: String
  package let capability: LSPValue.Member?
  /// Whether lenses and values show something else after it.
  package let changesEvaluation: Bool
  package let answer:
    @Sendable (Workspace, JSONValue, PositionEncoding) async throws(EditorRefusal) -> LSPValue

  package init(
    _ method: String, announcedAs name: String? = nil, _ value: LSPValue = true,
    changesEvaluation: Bool = false,
    answer:
      @escaping @Sendable (Workspace, JSONValue, PositionEncoding) async throws(EditorRefusal) ->
      LSPValue
  ) {
    self.method = method
    capability = name.map { LSPValue.Member(name: $0, value: value) }
    self.changesEvaluation = changesEvaluation
    self.answer = answer
  }

  package static let all: [WorkspaceFeature] = [
    executeCommand
  ]
}
