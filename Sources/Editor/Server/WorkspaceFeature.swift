package import Tables

/// One request that is about the workspace as a whole and not about a place in a file.
package struct WorkspaceFeature: Sendable {
  /// What is sent back, and what is done beside that.
  package struct Answer: Sendable {
    package let value: LSPValue
    /// A text that the client is asked to show.
    package var shown: String?
    /// Whether lenses show something else now.
    package var changesEvaluation = false
    /// A change of files that the client is asked to make.
    package var edit: LSPValue?

    package init(
      value: LSPValue, shown: String? = nil, changesEvaluation: Bool = false, edit: LSPValue? = nil
    ) {
      self.value = value
      self.shown = shown
      self.changesEvaluation = changesEvaluation
      self.edit = edit
    }
  }

  /// Answers a request with its parameters.
  package typealias Answering =
    @Sendable (Workspace, JSONValue) async throws(EditorRefusal) ->
    Answer

  package let method: String
  package let capability: LSPValue.Member?
  package let answer: Answering

  /// - Parameters:
  ///   - name: The member of the server's capabilities that announces it.
  ///   - value: What that says.
  package init(
    _ method: String, announcedAs name: String? = nil, _ value: LSPValue = true,
    answer: @escaping Answering
  ) {
    self.method = method
    capability = name.map { LSPValue.Member(name: $0, value: value) }
    self.answer = answer
  }

  package static let all: [WorkspaceFeature] = [
    executeCommand,
    symbols,
  ]
}
