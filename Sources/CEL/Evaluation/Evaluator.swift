/// Evaluates one expression over facts that may be unknown.
///
/// Unknowns and errors follow cel-spec: `&&`, `||` and the quantifiers absorb both where the other side
/// decides, and there an unknown outweighs an error; in any other call an error outweighs an unknown.
package struct Evaluator {
  /// What one evaluation may cost: about one unit a node, more for long texts and lists.
  package static let costLimit = 1_000_000
  /// Expressions inside one another.
  package static let depthLimit = 100

  private let functions: FunctionLibrary
  private let resolve: (String) -> Evaluation?
  private var variables: [(name: String, content: Evaluation)] = []
  private var cost = 0
  private var depth = 0
  private var exhaustion: CELError?

  /// The names that were resolved, unknown ones included, without variables of comprehensions.
  package private(set) var namesRead: Set<String> = []
  /// Recorded only if it is there from the start.
  package private(set) var trace: Trace?

  /// - Parameters:
  ///   - resolve: What stands for a free name; `nil` where nothing is bound to it.
  ///   - trace: An empty trace to have the results of all parts recorded.
  package init(
    functions: FunctionLibrary, trace: Trace? = nil, resolve: @escaping (String) -> Evaluation?
  ) {
    self.functions = functions
    self.trace = trace
    self.resolve = resolve
  }

  /// What `expression` comes to; cost and depth count anew for each call.
  package mutating func evaluate(_ expression: Expression) -> Evaluation {
    cost = 0
    depth = 0
    exhaustion = nil
    let result = visit(expression)
    // A limit is never absorbed by `||`: the answer would depend on where it struck.
    if let exhaustion { return .failure(exhaustion) }
    return result
  }

  private mutating func visit(_ expression: Expression) -> Evaluation {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { exhaustion = exhaustion ?? CELError(.nestedTooDeep) }
    charge(1)
    if let exhaustion { return .failure(exhaustion) }
    let result = compute(expression)
    trace?.record(result, of: expression.id)
    return result
  }

  private mutating func charge(_ amount: Int) {
    let (sum, overflow) = cost.addingReportingOverflow(amount)
    cost = sum
    if overflow || sum > Self.costLimit { exhaustion = exhaustion ?? CELError(.costExceeded) }
  }

  private mutating func compute(_ expression: Expression) -> Evaluation {
    switch expression.kind {
    case .literal(let value): .value(value)
    case .identifier(let name): resolved(name)
    case .select(let operand, let field, let isTest): select(operand, field, isTest: isTest)
    case .call(Operator.and, let arguments): fold(arguments, deciding: false)
    case .call(Operator.or, let arguments): fold(arguments, deciding: true)
    case .call(Operator.conditional, let arguments): conditional(arguments)
    case .call(Operator.notStrictlyFalse, let arguments): notStrictlyFalse(arguments)
    case .call(let function, let arguments): call(function, arguments)
    case .list(let elements): list(elements)
    case .map(let entries): map(entries)
    case .comprehension(let fold): comprehend(fold)
    }
  }

  private mutating func resolved(_ name: String) -> Evaluation {
    if let variable = variables.last(where: { $0.name == name }) { return variable.content }
    namesRead.insert(name)
    return resolve(name) ?? .failure(CELError(.noSuchName, name))
  }

  private mutating func select(_ operand: Expression, _ field: String, isTest: Bool) -> Evaluation {
    let result = visit(operand)
    guard case .value(let value) = result else { return result }
    guard case .map(let map) = value else {
      return .failure(CELError(.noSuchOverload, "." + field))
    }
    let content = map[.string(field)]
    if isTest { return .value(.bool(content != nil)) }
    return content.map(Evaluation.value) ?? .failure(CELError(.noSuchKey, field))
  }

  /// All arguments' values, or what they come to instead: the first error, else all unknowns.
  private mutating func strict(_ arguments: [Expression]) -> (
    values: [CELValue], other: Evaluation?
  ) {
    var values: [CELValue] = []
    var unknowns: Set<String> = []
    var error: CELError?
    for argument in arguments {
      switch visit(argument) {
      case .value(let value): values.append(value)
      case .unknown(let names): unknowns.formUnion(names)
      case .failure(let failure): error = error ?? failure
      }
    }
    if let error { return ([], .failure(error)) }
    return (values, unknowns.isEmpty ? nil : .unknown(unknowns))
  }

  private mutating func call(_ function: String, _ arguments: [Expression]) -> Evaluation {
    let (values, other) = strict(arguments)
    if let other { return other }
    guard let overload = functions[function]?.overload(for: values) else {
      return .failure(CELError(.noSuchOverload, function))
    }
    charge(overload.cost(values))
    if let exhaustion { return .failure(exhaustion) }
    do throws(CELError) {
      guard let value = try overload.body(values) else {
        return .unknown(Set(arguments.flatMap(\.names)))
      }
      return .value(value)
    } catch {
      return .failure(error)
    }
  }

  private mutating func list(_ elements: [Expression]) -> Evaluation {
    let (values, other) = strict(elements)
    return other ?? .value(.list(values))
  }

  private mutating func map(_ entries: [Expression.Entry]) -> Evaluation {
    let (values, other) = strict(entries.flatMap { [$0.key, $0.value] })
    if let other { return other }
    var map = CELMap()
    for index in stride(from: 0, to: values.count, by: 2)
    where !map.insert(values[index], values[index + 1]) {
      return .failure(CELError(.duplicateKey, values[index].text))
    }
    return .value(.map(map))
  }

  // MARK: Absorbing

  /// `&&` (decided by false) and `||` (decided by true).
  private mutating func fold(_ arguments: [Expression], deciding: Bool) -> Evaluation {
    var unknowns: Set<String> = []
    var error: CELError?
    for argument in arguments {
      switch visit(argument) {
      case .value(.bool(deciding)): return .value(.bool(deciding))
      case .value(.bool): break
      case .value: error = error ?? CELError(.noSuchOverload, deciding ? Operator.or : Operator.and)
      case .unknown(let names): unknowns.formUnion(names)
      case .failure(let failure): error = error ?? failure
      }
    }
    if !unknowns.isEmpty { return .unknown(unknowns) }
    return error.map(Evaluation.failure) ?? .value(.bool(!deciding))
  }

  /// `test ? first : second`; the side that is not taken does not count.
  private mutating func conditional(_ arguments: [Expression]) -> Evaluation {
    guard arguments.count == 3 else {
      return .failure(CELError(.noSuchOverload, Operator.conditional))
    }
    switch visit(arguments[0]) {
    case .value(.bool(let isTrue)): return visit(arguments[isTrue ? 1 : 2])
    case .value: return .failure(CELError(.noSuchOverload, Operator.conditional))
    case .failure(let error): return .failure(error)
    // Not decided even where both sides are equal: an unknown test may turn out to be an error.
    case .unknown(let names): return .unknown(names)
    }
  }

  private mutating func notStrictlyFalse(_ arguments: [Expression]) -> Evaluation {
    guard let argument = arguments.first else {
      return .failure(CELError(.noSuchOverload, Operator.notStrictlyFalse))
    }
    return .value(.bool(visit(argument).bool != false))
  }

  private mutating func comprehend(_ fold: Comprehension) -> Evaluation {
    let range = visit(fold.iterationRange)
    guard case .value(let value) = range else { return range }
    guard let elements = elements(of: value, fold) else {
      return .failure(CELError(.noSuchOverload, "comprehension"))
    }
    var accumulated = visit(fold.initial)
    let level = variables.count
    defer { variables.removeLast(variables.count - level) }
    for element in elements {
      variables.append((fold.accumulator, accumulated))
      variables += element
      let goesOn = visit(fold.condition).bool == true && exhaustion == nil
      if goesOn { accumulated = visit(fold.step) }
      variables.removeLast(variables.count - level)
      if !goesOn { break }
    }
    variables.append((fold.accumulator, accumulated))
    return visit(fold.result)
  }

  private func elements(of value: CELValue, _ fold: Comprehension) -> [[(String, Evaluation)]]? {
    switch value {
    case .list(let values):
      values.enumerated().map { index, element in
        guard let second = fold.secondVariable else { return [(fold.variable, .value(element))] }
        return [(fold.variable, .value(.int(index))), (second, .value(element))]
      }
    case .map(let map):
      map.entries.map { entry in
        let key = (fold.variable, Evaluation.value(entry.key))
        guard let second = fold.secondVariable else { return [key] }
        return [key, (second, .value(entry.value))]
      }
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .type:
      nil
    }
  }
}
