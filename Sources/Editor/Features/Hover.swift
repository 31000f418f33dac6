internal import CEL
internal import Model
internal import Schema

extension Feature {
  /// What stands at a place, in words.
  static let hover = Feature("textDocument/hover", announcedAs: "hoverProvider") { context in
    guard let key = context.path.pair, context.path.isAtKey,
      let place = context.file.walk?.place(at: context.path), let schema = place.key
    else { return .null }
    return .members([
      "contents": .members([
        "kind": "markdown",
        "value": .string("**\(schema.name)** — \(context.words(schema.summary))"),
      ]),
      "range": context.range(key.keyRange),
    ])
  }
}
