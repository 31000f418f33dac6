/// Evaluates programs over facts that may be unknown.
///
/// Unknowns and errors follow cel-spec: `&&`, `||` and the quantifiers absorb both where the other side
/// decides, and there an unknown outweighs an error; in any other call an error outweighs an unknown.
package struct Evaluator {
  /// What one evaluation may cost: about one unit a node, more for long texts and lists.
  package static let costLimit = 1_000_000
  /// How deep expressions may stand inside one another.
  package static let depthLimit = 100

  /// How much of an expression is visited.
  package enum Mode: Sendable {
    /// What decides.
    case decide
    /// All of it, for explanations: what was decided already is traced, and changes nothing.
    case explain
  }

  private let functions: FunctionLibrary
  private let resolve: (String) -> Evaluation?
  let mode: Mode
  /// The content of each name of the program, once it was asked for.
  private var slots: [Evaluation?] = []
  var locals: [Evaluation] = []
  private var cost = 0
  var exhaustion: CELError?
  /// The names that were resolved, unknown ones included, without variables of comprehensions; once for each
  /// program that asked.
  package private(set) var namesRead: [String] = []

  /// Recorded only if it is there from the start.
  package private(set) var trace: Trace?

  /// - Parameters:
  ///   - functions: For expressions that are no program yet.
  ///   - trace: An empty trace to have the results of all parts recorded.
  ///   - resolve: What stands for a free name; `nil` where nothing is bound to it. Asked once a name and evaluation.
  package init(
    functions: FunctionLibrary = FunctionLibrary([]), mode: Mode = .decide, trace: Trace? = nil,
    resolve: @escaping (String) -> Evaluation?
  ) {
    self.functions = functions
    self.mode = mode
    self.trace = trace
    self.resolve = resolve
  }

  /// Returns what `program` comes to; cost counts anew for each call.
  package mutating func evaluate(_ program: Program) -> Evaluation {
    cost = 0
    exhaustion = nil
    slots = Array(repeating: nil, count: program.names.count)
    locals.removeAll(keepingCapacity: true)
    let result = visit(program.root, in: program)
    // A limit is never absorbed by `||`: the answer would depend on where it struck.
    if let exhaustion { return .failure(exhaustion) }
    return result
  }

  /// Returns what `expression` comes to; compiling it first and keeping the program is faster.
  package mutating func evaluate(_ expression: Expression) -> Evaluation {
    evaluate(Program(expression, functions: functions))
  }

  mutating func visit(_ index: Int, in program: Program) -> Evaluation {
    charge(1)
    if let exhaustion { return .failure(exhaustion) }
    let result = compute(program.nodes[index].kind, in: program)
    if trace != nil { trace?.record(result, of: program.nodes[index].id) }
    return result
  }

  mutating func charge(_ amount: Int) {
    let (sum, overflow) = cost.addingReportingOverflow(amount)
    cost = sum
    if overflow || sum > Self.costLimit { exhaustion = exhaustion ?? CELError(.costExceeded) }
  }

  private mutating func compute(_ kind: Program.Kind, in program: Program) -> Evaluation {
    switch kind {
    case .literal(let value): .value(value)
    case .name(let slot): resolved(slot, in: program)
    case .local(let place, _): locals[place]
    case .select(let operand, let field, let isTest):
      select(visit(operand, in: program), field, isTest: isTest)
    case .optionalSelect(let operand, let field):
      optionalSelect(visit(operand, in: program), field)
    case .and(let left, let right): logical(left, right, deciding: false, in: program)
    case .or(let left, let right): logical(left, right, deciding: true, in: program)
    case .conditional(let test, let first, let second):
      conditional(test, first, second, in: program)
    case .notStrictlyFalse(let operand):
      .value(.bool(visit(operand, in: program).bool != false))
    case .known(let operand): known(visit(operand, in: program))
    case .call(let call): self.call(call, in: program)
    case .list(let elements, let optionals): list(elements, optionals, in: program)
    case .map(let entries): map(entries, in: program)
    case .fold(let fold): self.fold(fold, in: program)
    case .append(let place, let element): append(to: place, element, in: program)
    case .failure(let error): .failure(error)
    }
  }

  private mutating func resolved(_ slot: Int, in program: Program) -> Evaluation {
    if let content = slots[slot] { return content }
    let name = program.names[slot]
    namesRead.append(name)
    let content = resolve(name) ?? .failure(CELError(.noSuchName, name))
    slots[slot] = content
    return content
  }

  private func known(_ result: Evaluation) -> Evaluation {
    switch result {
    case .value: .value(.bool(true))
    case .unknown: .value(.bool(false))
    case .failure: result
    }
  }

  // MARK: Calls

  private mutating func call(_ call: Program.Call, in program: Program) -> Evaluation {
    let (values, other) = strict(call.arguments, in: program)
    if let other { return other }
    guard let overload = call.overloads.first(where: { $0.accepts(values) }) else {
      return .failure(CELError(.noSuchOverload, call.function))
    }
    charge(overload.cost(values))
    if let exhaustion { return .failure(exhaustion) }
    do throws(CELError) {
      guard let value = try overload.body(values) else {
        return .unknown(program.facts(of: call.arguments))
      }
      return .value(value)
    } catch {
      return .failure(error)
    }
  }

  /// All parts' values, or what they come to instead: the first error, else all unknowns.
  mutating func strict(
    _ parts: [Int], in program: Program
  ) -> (values: [CELValue], other: Evaluation?) {
    var values: [CELValue] = []
    values.reserveCapacity(parts.count)
    var unknowns: Set<String>?
    var error: CELError?
    for part in parts {
      switch visit(part, in: program) {
      case .value(let value): values.append(value)
      case .unknown(let names): unknowns = unknowns?.union(names) ?? names
      case .failure(let failure): error = error ?? failure
      }
    }
    if let error { return ([], .failure(error)) }
    return (values, unknowns.map(Evaluation.unknown))
  }
}
