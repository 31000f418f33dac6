package import Model

/// Compiles texts and trees of one environment to checked expressions.
package struct CELCompiler: Sendable {
  package let environment: CELEnvironment

  package init(_ environment: CELEnvironment) { self.environment = environment }

  /// Parses and checks a text.
  ///
  /// - Parameters:
  ///   - start: Where the text begins in its file; diagnostics point into that.
  ///   - margin: The column of each further line's first character; by default that of the first line, as in a
  ///     YAML block.
  ///   - type: What the expression has to give; any type where `nil`.
  ///   - nonNull: Names that are known not to be null, such as those a rule's condition has tested.
  ///   - rewriting: Changes the tree as it was parsed, before it is checked.
  package func compile(
    _ text: String, startingAt start: TextPosition = TextPosition(line: 1, column: 1),
    margin: Int? = nil, expecting type: CELType? = nil, nonNull: Set<String> = [],
    rewriting: (Expression) -> Expression = { $0 }
  ) -> Result<CheckedExpression, CELDiagnostics> {
    let count = text.unicodeScalars.count
    guard count <= Parser.lengthLimit else {
      let message = LocalizedText(
        "表达式过长：\(count) 个字符，上限 \(Parser.lengthLimit)",
        "the expression is too long: \(count) characters, \(Parser.lengthLimit) at most")
      return .failure(
        CELDiagnostics(all: [CELDiagnostic(.tooLong, message, at: SourceRange(start))]))
    }
    let source = SourceText(text, startingAt: start, margin: margin ?? start.column)
    var parser = Parser(source)
    let expression = parser.parse()
    if parser.hasGivenUp { return .failure(CELDiagnostics(all: parser.diagnostics.sorted)) }
    return check(rewriting(expression), expecting: type, nonNull: nonNull, parser.diagnostics)
  }

  /// Checks a tree, such as one that a verb has been compiled to.
  package func check(
    _ expression: Expression, expecting type: CELType? = nil, nonNull: Set<String> = []
  ) -> Result<CheckedExpression, CELDiagnostics> {
    check(expression, expecting: type, nonNull: nonNull, DiagnosticList())
  }

  private func check(
    _ expression: Expression, expecting type: CELType?, nonNull: Set<String>,
    _ diagnostics: DiagnosticList
  ) -> Result<CheckedExpression, CELDiagnostics> {
    guard expression.depth <= Evaluator.depthLimit else {
      let place = SourceRange(expression.range.start)
      return .failure(
        CELDiagnostics(all: [CELDiagnostic(.nestedTooDeep, CELDiagnostic.tooDeep, at: place)]))
    }
    var checker = Checker(environment, nonNull: nonNull, diagnostics)
    let typed = checker.visit(expression)
    if let type { checker.expect(type, typed) }
    guard checker.diagnostics.all.isEmpty else {
      return .failure(CELDiagnostics(all: checker.diagnostics.sorted))
    }
    return .success(
      CheckedExpression(
        expression: typed.expression, type: checker.inference.final(typed.type),
        types: checker.types.mapValues { checker.inference.final($0) },
        nonNullWhereTrue: NullTests.names(notNullIn: expression, being: true),
        program: Program(typed.expression, functions: environment.functions)))
  }
}

/// An expression whose names, types and nulls are checked, ready to be evaluated any number of times.
package struct CheckedExpression: Sendable {
  /// Names are resolved, macros are folds, operators are calls.
  package let expression: Expression
  package let type: CELType
  /// Types of all parts, by the id of the expression.
  package let types: [Int: CELType]
  /// Names that are not null wherever the expression is true.
  package let nonNullWhereTrue: Set<String>
  package let program: Program

  /// The free names that an evaluation may read, sorted.
  package var names: [String] { expression.names }
}
