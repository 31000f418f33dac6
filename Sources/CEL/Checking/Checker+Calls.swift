internal import Model

/// Calls: operators, functions, and what their arguments may be.
extension Checker {
  mutating func call(
    _ expression: Expression, _ function: String, _ arguments: [Expression]
  ) -> Typed {
    switch (function, arguments.count) {
    case (Operator.and, 2), (Operator.or, 2): return logical(expression, function, arguments)
    case (Operator.conditional, 3): return conditional(expression, arguments)
    case (Operator.notStrictlyFalse, 1):
      let typed = visit(arguments[0])
      return Typed(expression: made(expression, function, [typed]), type: .bool)
    case (Operator.known, 1): return known(expression, arguments[0])
    case (Operator.optionalSelect, 2): return optionalSelect(expression, arguments)
    default:
      let outer = nonNull
      // A null test may stand beside another one of the same name.
      if function == Operator.equal || function == Operator.notEqual {
        nonNull.subtract(NullTests.tested(in: arguments))
      }
      let typed = arguments.map { visit($0) }
      nonNull = outer
      let name = environment.candidates(for: function).first {
        environment.functions[$0] != nil
      }
      guard let name else { return unknown(function, expression, typed) }
      return resolved(expression, name, typed, isMember: false)
    }
  }

  mutating func memberCall(
    _ expression: Expression, _ receiver: Expression, _ function: String,
    _ arguments: [Expression]
  ) -> Typed {
    if let path = qualifiedName(receiver) {
      let qualified = environment.candidates(for: path + "." + function).first {
        environment.functions[$0] != nil
      }
      if let qualified {
        let typed = arguments.map { visit($0) }
        return resolved(expression, qualified, typed, isMember: false)
      }
    }
    let target = visit(receiver)
    guard environment.functions[function] != nil else {
      return unknown(function, expression, [target] + unknownArguments(arguments))
    }
    let typed = [target] + arguments.map { visit($0) }
    return resolved(expression, function, typed, isMember: true)
  }

  /// Arguments of a function that is not known: `list.any(x, x > 1)` has a variable, which is no error more.
  private mutating func unknownArguments(_ arguments: [Expression]) -> [Typed] {
    if arguments.count > 1, case .identifier(let name) = arguments[0].kind,
      environment.variables[name] == nil
    {
      return []
    }
    return arguments.map { visit($0) }
  }

  private func made(
    _ expression: Expression, _ function: String, _ arguments: [Typed]
  ) -> Expression {
    with(.call(function: function, arguments: arguments.map(\.expression)), of: expression)
  }

  // MARK: Logic

  /// Each side may rely on the null tests of the other: where those fail the answer is decided.
  private mutating func logical(
    _ expression: Expression, _ function: String, _ arguments: [Expression]
  ) -> Typed {
    let value = function == Operator.and
    let outer = nonNull
    nonNull = outer.union(NullTests.names(notNullIn: arguments[1], being: value))
    let left = visit(arguments[0])
    nonNull = outer.union(NullTests.names(notNullIn: arguments[0], being: value))
    let right = visit(arguments[1])
    nonNull = outer
    requireBool(left)
    requireBool(right)
    return Typed(expression: made(expression, function, [left, right]), type: .bool)
  }

  private mutating func conditional(_ expression: Expression, _ arguments: [Expression]) -> Typed {
    let test = visit(arguments[0])
    requireBool(test)
    let outer = nonNull
    nonNull = outer.union(NullTests.names(notNullIn: arguments[0], being: true))
    let first = visit(arguments[1])
    nonNull = outer.union(NullTests.names(notNullIn: arguments[0], being: false))
    let second = visit(arguments[2])
    nonNull = outer
    let type: CELType
    if let joined = inference.join(first.type, second.type) {
      type = joined
    } else {
      let shown = (inference.final(first.type).shown, inference.final(second.type).shown)
      report(
        .typeMismatch, "?: 的两个结果类型不同：\(shown.0) 与 \(shown.1)",
        "both results of ?: need one type; these are \(shown.0) and \(shown.1)", at: expression)
      type = .dyn
    }
    return Typed(
      expression: made(expression, Operator.conditional, [test, first, second]), type: type)
  }

  mutating func requireBool(_ typed: Typed) {
    switch inference.known(typed.type) {
    case .bool, .dyn, .variable: return
    case .nullable(.bool):
      if environment.checking == .strict { reportNullable(typed) }
    case let type:
      let shown = inference.final(type).shown
      report(
        .typeMismatch, "此处需要条件（bool），而不是 \(shown)",
        "a condition (bool) is wanted here, not a \(shown)", at: typed.expression)
    }
  }

  private mutating func known(_ expression: Expression, _ argument: Expression) -> Typed {
    let typed = visit(argument)
    if case .identifier = typed.expression.kind {
    } else {
      report(
        .macro, "known(…) 的参数应为事实，例如 known(license.name)",
        "known(…) takes a fact, such as known(license.name)", at: argument)
    }
    return Typed(expression: made(expression, Operator.known, [typed]), type: .bool)
  }

  private mutating func optionalSelect(
    _ expression: Expression, _ arguments: [Expression]
  ) -> Typed {
    let operand = visit(arguments[0])
    let made = made(
      expression, Operator.optionalSelect,
      [operand, Typed(expression: arguments[1], type: .string)])
    var type = inference.known(operand.type)
    if case .optional(let inner) = type { type = inference.known(inner) }
    switch type {
    case .map(_, let value):
      if case .optional = inference.known(value) { return Typed(expression: made, type: value) }
      return Typed(expression: made, type: .optional(value))
    case .dyn, .variable: return Typed(expression: made, type: .optional(.dyn))
    default:
      let shown = inference.final(type).shown
      report(
        .typeMismatch, "\(shown) 没有字段，不能用 .?", "a \(shown) has no fields for .?",
        at: expression)
      return Typed(expression: made, type: .optional(.dyn))
    }
  }

  // MARK: Overloads

  /// What one overload makes of the arguments.
  private struct Match {
    let overload: Function.Overload
    let result: CELType
    let inference: TypeInference
    /// Arguments that may be null where the overload wants none.
    let nullable: [Int]
  }

  private mutating func resolved(
    _ expression: Expression, _ name: String, _ arguments: [Typed], isMember: Bool
  ) -> Typed {
    let made = made(expression, name, arguments)
    guard let function = environment.functions[name], !isSilent else {
      return Typed(expression: made, type: .dyn)
    }
    let overloads = function.overloads.filter {
      $0.parameters.count == arguments.count && $0.isCalled(asMember: isMember)
    }
    let matches = overloads.compactMap { match($0, arguments) }
    let clean = matches.filter(\.nullable.isEmpty)
    guard let first = clean.first ?? matches.first else {
      reportNoMatch(expression, function, arguments, isMember: isMember)
      return Typed(expression: made, type: .dyn)
    }
    for index in first.nullable { reportNullable(arguments[index]) }
    inference = first.inference
    reportLiterals(expression, made, first.overload, arguments)
    let others = clean.dropFirst().map { $0.inference.final($0.result) }
    let result = first.inference.final(first.result)
    // Where `dyn` arguments leave several overloads open their results have to agree.
    return Typed(
      expression: made, type: others.allSatisfy { $0 == result } ? first.result : .dyn)
  }

  private func match(_ overload: Function.Overload, _ arguments: [Typed]) -> Match? {
    var inference = inference
    let types = inference.instance(of: overload.parameters + [overload.result])
    var nullable: [Int] = []
    for (index, argument) in arguments.enumerated() {
      var trial = inference
      if trial.assignShared(argument.type, to: types[index]) {
        inference = trial
        continue
      }
      let type = inference.known(argument.type)
      guard type.isNullable, inference.assignShared(type.withoutNull, to: types[index]) else {
        return nil
      }
      nullable.append(index)
    }
    return Match(
      overload: overload, result: types[arguments.count], inference: inference,
      nullable: nullable)
  }

  /// Constants that the function refuses, and calls of constants that fail.
  private mutating func reportLiterals(
    _ expression: Expression, _ made: Expression, _ overload: Function.Overload,
    _ arguments: [Typed]
  ) {
    guard environment.checking == .strict else { return }
    let constants = arguments.map { argument -> CELValue? in
      if case .literal(let value) = argument.expression.kind { value } else { nil }
    }
    if let problem = overload.refusal(constants) {
      let place = arguments[problem.argument].expression
      report(.constant, problem.message.chinese, problem.message.english, at: place)
      return
    }
    guard constants.allSatisfy({ $0 != nil }) else { return }
    var evaluator = Evaluator(functions: environment.functions) { _ in nil }
    if case .failure(let error) = evaluator.evaluate(made) {
      let text = error.text
      report(
        .constant, "此处的常量不成立：\(text.chinese)", "these constants fail: \(text.english)",
        at: expression)
    }
  }
}
