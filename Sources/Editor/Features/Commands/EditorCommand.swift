internal import Tables

/// What lenses and code actions may ask the server to do.
struct EditorCommand: Sendable {
  /// What became of a command.
  struct Outcome {
    /// For the client's own use.
    let value: LSPValue
    /// What is shown to the author; `nil` where there is nothing to say.
    let text: String?
  }

  /// What a command works on.
  struct Call {
    let workspace: Workspace
    let arguments: [JSONValue]

    /// Returns the text at a place among the arguments.
    ///
    /// - Throws: ``EditorRefusal`` where there is none.
    func text(_ index: Int, _ chinese: String, _ english: String) throws(EditorRefusal) -> String {
      guard arguments.indices.contains(index), let text = arguments[index].string else {
        throw EditorRefusal("缺少参数：\(chinese)", "an argument is missing: \(english)")
      }
      return text
    }
  }

  let name: String
  /// Whether lenses show something else after it.
  var changesEvaluation = false
  let run: @Sendable (Call) async throws(EditorRefusal) -> Outcome

  static let all: [EditorCommand] = [
    chooseSubmissions, chooseCase, runTests, runTest, mutants, coverage, changes, evaluate,
  ]

  /// Returns how a lens or an action has it run.
  ///
  /// - Parameter title: What the author clicks.
  func call(_ title: String, _ arguments: [LSPValue]) -> LSPValue {
    .members(["title": .string(title), "command": .string(name), "arguments": .array(arguments)])
  }
}

extension WorkspaceFeature {
  /// Runs a command by its name.
  static let executeCommand = WorkspaceFeature(
    "workspace/executeCommand", announcedAs: "executeCommandProvider",
    .members(["commands": .strings(EditorCommand.all.map(\.name))])
  ) { workspace, params async throws(EditorRefusal) in
    let name = params["command"]?.string
    guard let command = EditorCommand.all.first(where: { $0.name == name }) else {
      let shown = name.map { " " + $0 } ?? String()
      throw EditorRefusal("没有这个命令\(shown)", "there is no such command\(shown)")
    }
    // allowed: a command may take nothing
    let arguments = params["arguments"]?.items ?? []
    let outcome = try await command.run(.init(workspace: workspace, arguments: arguments))
    return Answer(
      value: outcome.value, shown: outcome.text, changesEvaluation: command.changesEvaluation)
  }
}
