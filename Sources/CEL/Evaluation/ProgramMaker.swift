/// Lowers a tree to the nodes of a program.
struct ProgramMaker {
  let functions: FunctionLibrary
  private(set) var nodes: [Program.Node] = []
  private(set) var names: [String] = []
  private var slots: [String: Int] = [:]
  private var locals: [(name: String, source: Int)] = []

  init(functions: FunctionLibrary) { self.functions = functions }

  mutating func lower(_ expression: Expression) -> Int {
    let kind = kind(of: expression)
    nodes.append(Program.Node(id: expression.id, kind: kind))
    return nodes.count - 1
  }

  private mutating func lower(_ expressions: [Expression]) -> [Int] {
    expressions.map { lower($0) }
  }

  private mutating func kind(of expression: Expression) -> Program.Kind {
    switch expression.kind {
    case .literal(let value): return .literal(value)
    case .identifier(let name): return identifier(name)
    case .select(let operand, let field, let isTest):
      return .select(lower(operand), field: field, isTest: isTest)
    case .call(let function, let arguments): return call(function, arguments)
    case .memberCall(let receiver, let function, let arguments):
      return call(function, [receiver] + arguments)
    case .list(let elements): return list(elements)
    case .map(let entries):
      return .map(
        entries.map {
          Program.Entry(key: lower($0.key), value: lower($0.value), isOptional: $0.isOptional)
        })
    case .comprehension(let fold): return comprehension(fold)
    case .invalid: return .failure(CELError(.noSuchName))
    }
  }

  private mutating func list(_ elements: [Expression]) -> Program.Kind {
    var optionals: Set<Int> = []
    let parts = elements.enumerated().map { index, element in
      guard let content = Self.optional(element) else { return lower(element) }
      optionals.insert(index)
      return lower(content)
    }
    return .list(parts, optionals: optionals)
  }

  /// What follows the `?` of an element; `nil` without one.
  private static func optional(_ element: Expression) -> Expression? {
    guard case .call(Operator.optionalElement, let parts) = element.kind else { return nil }
    return parts.first
  }

  private mutating func identifier(_ name: String) -> Program.Kind {
    if let place = locals.lastIndex(where: { $0.name == name }) {
      return .local(place, source: locals[place].source)
    }
    let name = name.hasPrefix(".") ? String(name.dropFirst()) : name
    if let slot = slots[name] { return .name(slot) }
    let slot = names.count
    slots[name] = slot
    names.append(name)
    return .name(slot)
  }

  private mutating func call(_ function: String, _ arguments: [Expression]) -> Program.Kind {
    if let appended = append(function, arguments) { return appended }
    let parts = lower(arguments)
    switch (function, parts.count) {
    case (Operator.and, 2): return .and(parts[0], parts[1])
    case (Operator.or, 2): return .or(parts[0], parts[1])
    case (Operator.conditional, 3): return .conditional(parts[0], parts[1], parts[2])
    case (Operator.notStrictlyFalse, 1): return .notStrictlyFalse(parts[0])
    case (Operator.known, 1): return .known(parts[0])
    case (Operator.optionalSelect, 2):
      guard case .literal(.string(let field)) = arguments[1].kind else { break }
      return .optionalSelect(parts[0], field: field)
    default: break
    }
    // An unknown function fails only where it is reached, as in cel-spec.
    let overloads = functions[function]?.overloads.filter { $0.parameters.count == parts.count }
      .map(\.code)
    guard let overloads else { return .failure(CELError(.noSuchOverload, function)) }
    return .call(Program.Call(function: function, overloads: overloads, arguments: parts))
  }

  private mutating func append(_ function: String, _ arguments: [Expression]) -> Program.Kind? {
    guard function == Operator.add, arguments.count == 2,
      case .identifier(ExpressionBuilder.accumulator) = arguments[0].kind,
      let place = locals.lastIndex(where: { $0.name == ExpressionBuilder.accumulator }),
      case .list(let elements) = arguments[1].kind, elements.count == 1,
      Self.optional(elements[0]) == nil
    else { return nil }
    return .append(local: place, element: lower(elements[0]))
  }

  private mutating func comprehension(_ fold: Comprehension) -> Program.Kind {
    let range = lower(fold.iterationRange)
    let initial = lower(fold.initial)
    let level = locals.count
    locals.append((fold.accumulator, initial))
    locals.append((fold.variable, range))
    if let second = fold.secondVariable { locals.append((second, range)) }
    let condition = lower(fold.condition)
    let step = lower(fold.step)
    locals.removeLast(locals.count - level - 1)
    let result = lower(fold.result)
    locals.removeLast()
    return .fold(
      Program.Fold(
        range: range, isPair: fold.secondVariable != nil, initial: initial, condition: condition,
        step: step, result: result))
  }
}
