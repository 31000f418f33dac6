internal import Model

/// Parses tokens to a tree by descending through the grammar of langdef.
///
/// An error of syntax leaves an invalid expression and continues behind the next closing bracket, comma or
/// operator: all errors are reported at once.
struct Parser {
  /// Brackets inside one another; each costs stack.
  static let nestingLimit = 64
  /// Scalars of one expression.
  static let lengthLimit = 100_000

  let source: SourceText
  let tokens: [Token]
  var index = 0
  var builder = ExpressionBuilder()
  var diagnostics: DiagnosticList
  var nesting = 0
  /// Set once a limit is passed: nothing more is parsed.
  var hasGivenUp = false

  init(_ source: SourceText) {
    self.source = source
    var lexer = Lexer(source)
    lexer.run()
    tokens = lexer.tokens
    diagnostics = lexer.diagnostics
  }

  mutating func parse() -> Expression {
    if token.kind == .end {
      fail("表达式为空", "the expression is empty")
      return invalid()
    }
    var expression = expression()
    while token.kind != .end, !hasGivenUp {
      let before = index
      failHere()
      recover()
      if token.kind == .end { break }
      advance()
      // Parse on for the errors behind this one.
      if token.kind != .end { expression = self.expression() }
      if index == before { break }
    }
    return expression
  }

  // MARK: Tokens

  var token: Token { tokens[index] }

  func next(_ ahead: Int = 1) -> Token { tokens[min(index + ahead, tokens.count - 1)] }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  mutating func accept(_ symbol: Token.Symbol) -> Bool {
    guard token.isSymbol(symbol) else { return false }
    advance()
    return true
  }

  /// From the scalar at `start` to the end of the token before this one.
  func range(from start: Int) -> SourceRange {
    let end = index > 0 ? tokens[index - 1].range.upperBound : start
    return source.range(start..<max(start, end))
  }

  // MARK: Errors

  mutating func fail(_ chinese: String, _ english: String, at range: Range<Int>? = nil) {
    diagnostics.add(.syntax, chinese, english, at: source.range(range ?? token.range))
  }

  mutating func invalid() -> Expression { make(.invalid, from: token.range.lowerBound) }

  /// Skips to where an operand may end: a closing bracket, a comma or an operator of the same level.
  mutating func recover() {
    var open = 0
    while token.kind != .end {
      if case .symbol(let symbol) = token.kind {
        switch symbol {
        case .openParenthesis, .openBracket, .openBrace: open += 1
        case .closeParenthesis, .closeBracket, .closeBrace:
          if open == 0 { return }
          open -= 1
        case .comma, .and, .or, .question, .colon:
          if open == 0 { return }
        default: break
        }
      }
      advance()
    }
  }

  mutating func make(_ kind: Expression.Kind, from start: Int) -> Expression {
    let expression = builder.make(kind, at: range(from: start))
    guard expression.depth > Evaluator.depthLimit else { return expression }
    giveUp(at: start..<start + 1)
    return builder.make(.invalid, at: expression.range)
  }

  mutating func giveUp(at range: Range<Int>) {
    if !hasGivenUp {
      let message = CELDiagnostic.tooDeep
      diagnostics.add(
        .nestedTooDeep, message.chinese, message.english, at: source.range(range))
    }
    hasGivenUp = true
    index = tokens.count - 1
  }
}
