internal import CEL
internal import Model

extension Feature {
  /// What the call at a place takes, and which of it comes next.
  static let signatureHelp = Feature(
    "textDocument/signatureHelp", announcedAs: "signatureHelpProvider",
    .members([
      "triggerCharacters": .strings(["(", ",", "["]), "retriggerCharacters": .strings([","]),
    ])
  ) { context in
    context.workspace.withoutLoading {
      guard let maker = CompletionMaker(context) else { return .null }
      let calls = SignatureMaker(maker: maker)
      return calls.ofExpression ?? calls.ofVerb ?? .null
    }
  }
}
