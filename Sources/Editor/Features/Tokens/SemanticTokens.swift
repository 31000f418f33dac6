internal import CEL
internal import Model

extension Feature {
  /// What each word of a file is.
  static let semanticTokens = Feature(
    "textDocument/semanticTokens/full", announcedAs: "semanticTokensProvider",
    .members([
      "legend": .members([
        "tokenTypes": .strings(TokenType.allCases.map(\.rawValue)),
        "tokenModifiers": .strings(["declaration"]),
      ]), "full": true, "range": true,
    ])
  ) { context in
    TokenMaker(context: context).answer(within: nil)
  }

  /// What each word of a part of a file is.
  static let semanticTokensRange = Feature("textDocument/semanticTokens/range") { context in
    let range = FeatureContext.range(
      context.params["range"], in: context.file.text, context.encoding)
    return TokenMaker(context: context).answer(within: range)
  }
}

/// What a word is (LSP 3.17, `SemanticTokenTypes`); the order is that of the legend.
enum TokenType: String, CaseIterable {
  /// A key of our files.
  case key = "type"
  /// A verb, and the fixed words of expressions.
  case keyword
  /// A fact.
  case property
  /// A parameter of a pack.
  case parameter
  /// A table, and what stands before names of one kind: `params`, `lookup`.
  case namespace
  /// A word of a fixed choice, or a kind of material.
  case enumMember
  /// A function, or a normalizer.
  case function
  case macro
  /// A rule.
  case `class`
  /// A variable of a macro or of a `for_each`.
  case variable
  case string, number
  case `operator`

  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }  // allowed: it is one of them
}
