internal import Model
internal import Tables

/// What lenses and code actions may ask the server to do.
struct EditorCommand: Sendable {
  let name: String
  let run:
    @Sendable (Workspace, [JSONValue], PositionEncoding) async throws(EditorRefusal) -> LSPValue

  static let all: [EditorCommand] = [chooseSubmissions]

  /// Chooses the submissions to evaluate on: a folder as the author names it.
  static let chooseSubmissions = EditorCommand(name: "dossier.chooseSubmissions") {
    workspace, arguments, _ async throws(EditorRefusal) in
    guard let path = arguments.first?.string else {
      throw EditorRefusal("请给出提交或批次的路径", "name the path of a submission or a batch")
    }
    try await workspace.choose(path)
    return .members([
      "path": .string(path), "submissions": .int(workspace.trials.cases.count),
      "names": .strings(workspace.trials.cases.map(\.name)),
    ])
  }
}

extension WorkspaceFeature {
  /// Runs a command by its name.
  static let executeCommand = WorkspaceFeature(
    "workspace/executeCommand", announcedAs: "executeCommandProvider",
    .members(["commands": .strings(EditorCommand.all.map(\.name))]), changesEvaluation: true
  ) { workspace, params, encoding async throws(EditorRefusal) in
    let name = params["command"]?.string
    guard let command = EditorCommand.all.first(where: { $0.name == name }) else {
      // allowed: a command without a name is none
      throw EditorRefusal("没有这个命令：\(name ?? "")", "no such command: \(name ?? "")")
    }
    // allowed: a command may take nothing
    return try await command.run(workspace, params["arguments"]?.items ?? [], encoding)
  }
}
