internal import CEL
internal import Model
internal import Tables

extension Feature {
  /// What may be written at a place.
  static let completion = Feature(
    "textDocument/completion", announcedAs: "completionProvider",
    .members([
      "resolveProvider": true,
      "triggerCharacters": .strings([".", ":", " ", "{", "[", "|", "-"]),
    ])
  ) { context in
    context.workspace.withoutLoading {
      CompletionMaker(context)?.list?.answer(context) ?? .null
    }
  }

  /// What there is to say of something that may be written.
  static let completionResolve = Feature("completionItem/resolve") { context in
    guard case .object(let members) = context.params.asAnswer else { return .null }
    let data = context.params["data"]
    guard let topic = data?["topic"]?.string.flatMap(NameHelp.Subject.Topic.init),
      let name = data?["name"]?.string
    else { return .object(members) }
    let scope = context.workspace.scope(of: context.file, at: context.path)
    let help = NameHelp(context: context, scope: scope)
    guard let text = help.markdown(NameHelp.Subject(topic: topic, name: name)) else {
      return .object(members)
    }
    let words = LSPValue.members(["kind": "markdown", "value": .string(text)])
    return .object(members + [LSPValue.Member(name: "documentation", value: words)])
  }
}
