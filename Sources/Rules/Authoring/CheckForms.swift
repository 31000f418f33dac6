internal import CEL
internal import Model
internal import Schema

/// The two ways to write a check, one made of the other where both come to the same tree.
extension RuleLibrary {
  /// Returns the check of a rule as CEL; `nil` where CEL cannot say it, or the message uses what the verb tells of itself.
  package func assertion(ofCheckIn id: String) -> String? {
    guard let member = written(id) else { return nil }
    let rule = member.rule
    let text = rule.check.expression.source
    let scope = scope(
      ofFile: rule.location.path, iterating: rule.iteration.flatMap(iterated))
    let start = TextPosition(line: 1, column: 1)
    guard !text.contains("…"), !asksTheVerb(rule),
      case .success(let checked) = scope.compile(
        text, startingAt: start, margin: 1, expecting: .bool),
      checked.expression.source == text
    else { return nil }
    return text
  }

  /// Returns a verb with its operands, in brackets, for a rule whose CEL is but one comparison; `nil` for other rules.
  package func verb(ofAssertionIn id: String) -> String? {
    guard let member = written(id), !asksTheVerb(member.rule),
      case .call(let function, let arguments) = member.rule.check.expression.kind,
      arguments.count == 2, let verb = Self.verbs[function],
      let left = operand(arguments[0]), let right = operand(arguments[1])
    else { return nil }
    let text = "{\(verb): [\(left), \(right)]}"
    let file = YAMLFile(text: text, path: member.rule.location.path)
    guard let node = file.root, file.diagnostics.isEmpty else { return nil }
    let pack = member.pack
    var scope = Scope(
      catalogue: catalogue, sources: sources[String()], parameters: pack.parameters,
      lookups: pack.lookups, normalizers: pack.normalizers, verbs: pack.verbs,
      functions: pack.functions)
    scope.iteration = member.rule.iteration
    var compiler = CheckCompiler(scope: scope, use: .check, log: DiagnosticLog(file))
    guard let check = compiler.compile(node), compiler.log.diagnostics.isEmpty,
      check.expression.source == member.rule.check.expression.source
    else { return nil }
    return text
  }

  private static let verbs = [
    Operator.equal: "equals", Operator.greaterOrEqual: "at_least", Operator.lessOrEqual: "at_most",
    Operator.less: "before", Operator.greater: "after",
  ]

  private func operand(_ expression: Expression) -> String? {
    switch expression.kind {
    case .identifier(let name) where name.hasPrefix(NameSpace.parameters):
      "{param: \(name.dropFirst(NameSpace.parameters.count))}"
    case .identifier(let name): name
    case .literal(.int), .literal(.double), .literal(.bool): "{value: \(expression.source)}"
    default: nil
    }
  }

  private func written(_ id: String) -> RuleSet.Member? {
    members(filter: id).first { $0.rule.id == id }
  }

  /// Whether the rule's words use what a verb tells beside its verdict: CEL tells other things.
  private func asksTheVerb(_ rule: Rule) -> Bool {
    // allowed: no fix, nothing asked
    let placeholders = rule.message.placeholders + (rule.fix?.placeholders ?? [])
    return placeholders.contains { placeholder in
      switch placeholder.content {
      case .fact, .parameter: false
      case .expected, .actual, .missing, .difference, .detail: true
      }
    }
  }

  /// What a `for_each` says of itself.
  private func iterated(_ iteration: Iteration) -> (list: String, variable: String)? {
    let lists = scope(ofFile: String()).lists
    return lists.sorted { $0.key < $1.key }.first { $0.value == iteration.kind }
      .map { ($0.key, iteration.variable) }
  }
}
