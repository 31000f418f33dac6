internal import CEL
internal import Model

/// The words and signs of an expression, half typed or not.
struct ExpressionTokens {
  let scalar: OutlineScalar

  private static let keywords: Set = ["true", "false", "null", "in"]
  private static let spaces: Set = ["params", "lookup", "materials", "documents"]
  private static let brackets: Set = ["(", ")", "[", "]", "{", "}", ",", "."]

  var tokens: [TokenMaker.Token] {
    let written = ExpressionNames.tokens(in: scalar)
    let variables = variables(of: written)
    return written.enumerated().compactMap { index, token in
      switch token.kind {
      case .number: return TokenMaker.Token(range: token.range, type: .number, order: 3)
      case .text: return TokenMaker.Token(range: token.range, type: .string, order: 3)
      case .sign(let sign):
        if Self.brackets.contains(sign) { return nil }
        return TokenMaker.Token(range: token.range, type: .operator, order: 3)
      case .name(let name):
        let isMember = index > 0 && written[index - 1].kind == .sign(".")
        if isMember { return nil }
        if variables.contains(name) {
          // Before any fact that begins like it: `r.name` is no fact.
          return TokenMaker.Token(range: token.range, type: .variable, order: 0)
        }
        if Self.keywords.contains(name) {
          return TokenMaker.Token(range: token.range, type: .keyword, order: 3)
        }
        return Self.spaces.contains(name)
          ? TokenMaker.Token(range: token.range, type: .namespace, order: 3) : nil
      case .unknown: return nil
      }
    }
  }

  /// Names that stand first in a macro's brackets.
  private func variables(of tokens: [WrittenToken]) -> Set<String> {
    var found: Set<String> = []
    for index in tokens.indices where index + 3 < tokens.count {
      guard case .name(let macro) = tokens[index].kind, TokenMaker.macros.contains(macro),
        tokens[index + 1].kind == .sign("("), case .name(let first) = tokens[index + 2].kind,
        tokens[index + 3].kind == .sign(",")
      else { continue }
      found.insert(first)
      if index + 5 < tokens.count, case .name(let second) = tokens[index + 4].kind,
        tokens[index + 5].kind == .sign(","), macro.hasPrefix("transform") || macro == "existsOne"
      {
        found.insert(second)
      }
    }
    return found
  }
}
