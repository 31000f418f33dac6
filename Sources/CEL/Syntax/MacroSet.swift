internal import Model

/// Which macros an environment knows.
package enum MacroSet: Sendable {
  case all
  /// Calls stay calls: for tools that show the text as written.
  case none
}

/// The expansion of macros to folds.
extension Parser {
  mutating func expandGlobal(
    _ name: String, _ arguments: [Expression], from start: Int
  ) -> Expression? {
    guard macros == .all else { return nil }
    switch (name, arguments.count) {
    case ("has", 1):
      if case .select(let operand, let field, _) = arguments[0].kind {
        return make(.select(operand: operand, field: field, isTest: true), from: start)
      }
      if case .call(Operator.optionalSelect, let parts) = arguments[0].kind {
        return make(
          .memberCall(
            receiver: make(.call(function: Operator.optionalSelect, arguments: parts), from: start),
            function: "hasValue", arguments: []), from: start)
      }
      if case .invalid = arguments[0].kind { return arguments[0] }
      return failMacro(
        "has(…) 的参数应为字段，例如 has(表.字段)", "has(…) takes a field, such as has(map.field)", start)
    case ("known", 1):
      return make(.call(function: Operator.known, arguments: arguments), from: start)
    default: return nil
    }
  }

  mutating func expandMember(
    _ receiver: Expression, _ name: String, _ arguments: [Expression], from start: Int
  ) -> Expression? {
    guard macros == .all else { return nil }
    let place = range(from: start)
    if case .identifier("cel") = receiver.kind, name == "bind", arguments.count == 3 {
      guard let variable = variable(arguments[0], start) else { return invalid() }
      return limited(builder.bind(variable, to: arguments[1], in: arguments[2], at: place), start)
    }
    if case .identifier("math") = receiver.kind, ["greatest", "least"].contains(name),
      arguments.count > 2
    {
      let list = builder.make(.list(arguments), at: place)
      return make(.memberCall(receiver: receiver, function: name, arguments: [list]), from: start)
    }
    switch (name, arguments.count) {
    case ("all", 2), ("all", 3): return quantify(.all, receiver, arguments, start)
    case ("exists", 2), ("exists", 3): return quantify(.exists, receiver, arguments, start)
    case ("exists_one", 2), ("exists_one", 3), ("existsOne", 2), ("existsOne", 3):
      return quantify(.existsOne, receiver, arguments, start)
    case ("filter", 2):
      guard let variable = variable(arguments[0], start) else { return invalid() }
      let element = builder.make(.identifier(variable), at: arguments[0].range)
      return limited(
        builder.list(name, from: receiver, [variable], where: arguments[1], element, at: place),
        start)
    case ("map", 2), ("map", 3):
      guard let variable = variable(arguments[0], start) else { return invalid() }
      return limited(
        builder.list(
          name, from: receiver, [variable], where: arguments.count == 3 ? arguments[1] : nil,
          arguments[arguments.count - 1], at: place), start)
    case ("transformList", 3), ("transformList", 4), ("transformMap", 3), ("transformMap", 4),
      ("transformMapEntry", 3), ("transformMapEntry", 4):
      return transform(name, receiver, arguments, start)
    case ("optMap", 2), ("optFlatMap", 2):
      return optional(name, receiver, arguments, start)
    default: return nil
    }
  }

  private mutating func quantify(
    _ quantifier: ExpressionBuilder.Quantifier, _ receiver: Expression,
    _ arguments: [Expression], _ start: Int
  ) -> Expression {
    guard let names = variables(arguments.dropLast(), start) else { return invalid() }
    return limited(
      builder.quantifier(
        quantifier, in: receiver, names, arguments[arguments.count - 1], at: range(from: start)),
      start)
  }

  private mutating func transform(
    _ name: String, _ receiver: Expression, _ arguments: [Expression], _ start: Int
  ) -> Expression {
    guard let names = variables(arguments.prefix(2), start) else { return invalid() }
    let filter = arguments.count == 4 ? arguments[2] : nil
    let element = arguments[arguments.count - 1]
    let place = range(from: start)
    let fold =
      name == "transformList"
      ? builder.list(name, from: receiver, names, where: filter, element, at: place)
      : builder.map(
        name, from: receiver, names, where: filter,
        key: name == "transformMap" ? names[0] : nil, element, at: place)
    return limited(fold, start)
  }

  /// `o.optMap(x, f)`: the optional is bound first, so that it is computed once.
  private mutating func optional(
    _ name: String, _ receiver: Expression, _ arguments: [Expression], _ start: Int
  ) -> Expression {
    guard let variable = variable(arguments[0], start) else { return invalid() }
    let place = range(from: start)
    let target = "@target"
    func call(_ function: String, _ parser: inout Self) -> Expression {
      let receiver = parser.builder.make(.identifier(target), at: place)
      return parser.builder.make(
        .memberCall(receiver: receiver, function: function, arguments: []), at: place)
    }
    let bound = builder.bind(variable, to: call("value", &self), in: arguments[1], at: place)
    let some =
      name == "optFlatMap"
      ? bound : builder.make(.call(function: "optional.of", arguments: [bound]), at: place)
    let none = builder.make(.call(function: "optional.none", arguments: []), at: place)
    let choice = builder.make(
      .call(function: Operator.conditional, arguments: [call("hasValue", &self), some, none]),
      at: place)
    return limited(builder.bind(target, to: receiver, in: choice, at: place), start)
  }

  // MARK: Variables

  private mutating func variables(
    _ arguments: ArraySlice<Expression>, _ start: Int
  ) -> [String]? {
    var names: [String] = []
    for argument in arguments {
      guard let name = variable(argument, start) else { return nil }
      names.append(name)
    }
    if names.count == 2, names[0] == names[1] {
      _ = failMacro("两个变量不能同名", "the two variables need different names", start)
      return nil
    }
    return names
  }

  private mutating func variable(_ argument: Expression, _ start: Int) -> String? {
    if case .identifier(let name) = argument.kind, !name.hasPrefix(".") { return name }
    if case .invalid = argument.kind { return nil }
    diagnostics.add(
      .macro, "此处应为变量名，例如 列表.all(x, x > 0)",
      "a variable's name is wanted, as in list.all(x, x > 0)",
      at: argument.range)
    return nil
  }

  private mutating func failMacro(
    _ chinese: String, _ english: String, _ start: Int
  ) -> Expression {
    diagnostics.add(.macro, chinese, english, at: range(from: start))
    return invalid()
  }

  // The builder's nodes are not counted one by one.
  private mutating func limited(_ expression: Expression, _ start: Int) -> Expression {
    guard expression.depth > Evaluator.depthLimit else { return expression }
    giveUp(at: start..<start + 1)
    return builder.make(.invalid, at: expression.range)
  }
}
