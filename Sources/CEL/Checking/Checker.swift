internal import Model

/// Resolves names and overloads and infers types; gives the tree that is evaluated.
struct Checker {
  struct Typed {
    let expression: Expression
    let type: CELType
  }

  let environment: CELEnvironment
  var inference: TypeInference
  var diagnostics: DiagnosticList
  private(set) var types: [Int: CELType] = [:]
  var locals: [(name: String, type: CELType)] = []
  /// Paths of names that a test beside has shown not to be null.
  var nonNull: Set<String>
  init(_ environment: CELEnvironment, nonNull: Set<String>, _ diagnostics: DiagnosticList) {
    self.environment = environment
    self.nonNull = nonNull
    self.diagnostics = diagnostics
    inference = TypeInference(acceptsNullable: environment.checking != .strict)
  }

  var isSilent: Bool { environment.checking == .none }

  mutating func report(
    _ code: CELDiagnostic.Code, _ chinese: String, _ english: String, at expression: Expression
  ) {
    if !isSilent { diagnostics.add(code, chinese, english, at: expression.range) }
  }

  /// Tells where the whole expression gives another type than is wanted.
  mutating func expect(_ type: CELType, _ typed: Typed) {
    var trial = inference
    if trial.assign(typed.type, to: type) { return }
    let shown = inference.final(typed.type).shown
    report(
      .resultType, "此处需要 \(type.shown) 类型的结果，而不是 \(shown)",
      "a \(type.shown) is wanted here, not a \(shown)", at: typed.expression)
  }

  mutating func visit(_ expression: Expression) -> Typed {
    var typed = compute(expression)
    let type = inference.known(typed.type)
    if case .nullable(let inner) = type, let path = NullTests.path(expression),
      nonNull.contains(path)
    {
      typed = Typed(expression: typed.expression, type: inner)
    }
    types[typed.expression.id] = typed.type
    return typed
  }

  private mutating func compute(_ expression: Expression) -> Typed {
    switch expression.kind {
    case .literal(let value): return Typed(expression: expression, type: type(of: value))
    case .identifier(let name): return identifier(name, expression)
    case .select(let operand, let field, let isTest):
      return select(expression, operand, field, isTest: isTest)
    case .call(let function, let arguments): return call(expression, function, arguments)
    case .memberCall(let receiver, let function, let arguments):
      return memberCall(expression, receiver, function, arguments)
    case .list(let elements): return list(expression, elements)
    case .map(let entries): return map(expression, entries)
    case .comprehension(let fold): return comprehension(expression, fold)
    case .invalid: return Typed(expression: expression, type: .dyn)
    }
  }

  func with(_ kind: Expression.Kind, of expression: Expression) -> Expression {
    Expression(id: expression.id, range: expression.range, kind: kind)
  }

  private func type(of value: CELValue) -> CELType {
    guard case .list(let elements) = value else { return value.type }
    let kinds = Set(elements.map(\.type))
    return kinds.count == 1 ? kinds.first.map(CELType.list) ?? .list(.dyn) : .list(.dyn)
  }

  // MARK: Lists and maps

  private mutating func list(
    _ expression: Expression, _ elements: [Expression]
  ) -> Typed {
    var checked: [Expression] = []
    var joined: CELType?
    for element in elements {
      if case .call(Operator.optionalElement, let parts) = element.kind {
        let typed = visit(parts[0])
        checked.append(element.mappingChildren { _ in typed.expression })
        joined = join(joined, content(of: typed, isOptional: true))
      } else {
        let typed = visit(element)
        checked.append(typed.expression)
        joined = join(joined, typed.type)
      }
    }
    return Typed(
      expression: with(.list(checked), of: expression),
      type: .list(joined ?? inference.fresh()))
  }

  private mutating func map(_ expression: Expression, _ entries: [Expression.Entry]) -> Typed {
    var checked: [Expression.Entry] = []
    var key: CELType?
    var value: CELType?
    for entry in entries {
      let typedKey = visit(entry.key)
      let typedValue = visit(entry.value)
      checked.append(
        Expression.Entry(
          key: typedKey.expression, value: typedValue.expression, isOptional: entry.isOptional))
      key = join(key, typedKey.type)
      value = join(value, content(of: typedValue, isOptional: entry.isOptional))
    }
    return Typed(
      expression: with(.map(checked), of: expression),
      type: .map(key ?? inference.fresh(), value ?? inference.fresh()))
  }

  // Different types make a list of `dyn`, as langdef has it.
  private mutating func join(_ first: CELType?, _ second: CELType) -> CELType {
    guard let first else { return second }
    return inference.join(first, second) ?? .dyn
  }

  private mutating func content(of typed: Typed, isOptional: Bool) -> CELType {
    guard isOptional else { return typed.type }
    switch inference.known(typed.type) {
    case .optional(let inner): return inner
    case .dyn, .variable: return .dyn
    default:
      report(
        .typeMismatch, "带 ? 的元素应为 optional，例如 ?optional.of(x)",
        "an element with ? is an optional, such as ?optional.of(x)", at: typed.expression)
      return .dyn
    }
  }

  // MARK: Folds

  private mutating func comprehension(_ expression: Expression, _ fold: Comprehension) -> Typed {
    let range = visit(fold.iterationRange)
    let (first, second) = variableTypes(range, isPair: fold.secondVariable != nil)
    let initial = visit(fold.initial)
    let level = locals.count
    let outerNonNull = nonNull
    shadow(fold.accumulator, initial.type)
    shadow(fold.variable, first)
    if let secondVariable = fold.secondVariable { shadow(secondVariable, second) }
    let condition = visit(fold.condition)
    requireBool(condition)
    let step = visit(fold.step)
    if !inference.assignShared(step.type, to: initial.type) {
      reportStep(step, fold, initial.type)
    }
    locals.removeLast(locals.count - level - 1)
    let result = visit(fold.result)
    locals.removeLast()
    nonNull = outerNonNull
    let checked = Comprehension(
      macro: fold.macro, iterationRange: range.expression, variable: fold.variable,
      secondVariable: fold.secondVariable, accumulator: fold.accumulator,
      initial: initial.expression, condition: condition.expression, step: step.expression,
      result: result.expression)
    return Typed(expression: with(.comprehension(checked), of: expression), type: result.type)
  }

  private mutating func shadow(_ name: String, _ type: CELType) {
    locals.append((name, type))
    nonNull = nonNull.filter { $0 != name && !$0.hasPrefix(name + ".") }
  }

  private mutating func reportStep(_ step: Typed, _ fold: Comprehension, _ wanted: CELType) {
    let shown = inference.final(step.type).shown
    report(
      .typeMismatch, "\(fold.macro) 的条件应为 bool，而不是 \(shown)",
      "the condition of \(fold.macro) is a bool, not a \(shown)", at: step.expression)
  }

  private mutating func variableTypes(
    _ range: Typed, isPair: Bool
  ) -> (first: CELType, second: CELType) {
    switch inference.known(range.type) {
    case .list(let element): return isPair ? (.int, element) : (element, .dyn)
    case .map(let key, let value): return (key, value)
    case .dyn, .variable: return (.dyn, .dyn)
    case .nullable(let inner):
      if environment.checking == .strict { reportNullable(range) }
      return variableTypes(Typed(expression: range.expression, type: inner), isPair: isPair)
    default:
      let shown = inference.final(range.type).shown
      report(
        .typeMismatch, "只能遍历列表或映射，而不是 \(shown)",
        "only a list or a map has elements, not a \(shown)", at: range.expression)
      return (.dyn, .dyn)
    }
  }
}
