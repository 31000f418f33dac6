/// Where an unknown or an error may be absorbed.
extension Evaluator {
  /// `&&` (decided by false) and `||` (decided by true).
  mutating func logical(
    _ left: Int, _ right: Int, deciding: Bool, in program: Program
  ) -> Evaluation {
    let first = visit(left, in: program)
    if first.bool == deciding {
      if mode == .explain { _ = visit(right, in: program) }
      return first
    }
    let second = visit(right, in: program)
    if second.bool == deciding { return second }
    switch (first, second) {
    case (.unknown(let names), .unknown(let others)): return .unknown(names.union(others))
    case (.unknown, _): return first
    case (_, .unknown): return second
    case (.failure, _): return first
    case (.value(.bool), .failure): return second
    case (.value(.bool), .value(.bool)): return .value(.bool(!deciding))
    default:
      return .failure(CELError(.noSuchOverload, deciding ? Operator.or : Operator.and))
    }
  }

  /// `test ? first : second`; the side that is not taken does not count.
  mutating func conditional(
    _ test: Int, _ first: Int, _ second: Int, in program: Program
  ) -> Evaluation {
    let decision = visit(test, in: program)
    switch decision {
    case .value(.bool(let isTrue)):
      let result = visit(isTrue ? first : second, in: program)
      if mode == .explain { _ = visit(isTrue ? second : first, in: program) }
      return result
    case .value: return .failure(CELError(.noSuchOverload, Operator.conditional))
    // Not decided even where both sides are equal: an unknown test may turn out to be an error.
    case .failure, .unknown: return decision
    }
  }

  // MARK: Folds

  mutating func fold(_ fold: Program.Fold, in program: Program) -> Evaluation {
    let elements: [[Evaluation]]
    switch self.elements(of: fold, in: program) {
    case .elements(let found): elements = found
    case .other(let result): return result
    }
    let level = locals.count
    locals.append(visit(fold.initial, in: program))
    var isOver = false
    for element in elements {
      locals += element
      if !isOver {
        isOver = visit(fold.condition, in: program).bool != true || exhaustion != nil
        if isOver, mode == .decide || exhaustion != nil {
          locals.removeLast(locals.count - level - 1)
          break
        }
      }
      let accumulated = locals[level]
      let next = visit(fold.step, in: program)
      locals[level] = isOver ? accumulated : next
      locals.removeLast(locals.count - level - 1)
    }
    let result = visit(fold.result, in: program)
    locals.removeLast()
    return result
  }

  private enum Elements {
    /// What each round binds: one variable or two.
    case elements([[Evaluation]])
    case other(Evaluation)
  }

  private mutating func elements(of fold: Program.Fold, in program: Program) -> Elements {
    if !fold.isPair, case .list(let parts, let optionals) = program.nodes[fold.range].kind,
      optionals.isEmpty
    {
      return listed(parts, in: program)
    }
    let range = visit(fold.range, in: program)
    guard case .value(let value) = range else { return .other(range) }
    switch value {
    case .list(let values):
      charge(values.count)
      return .elements(
        values.enumerated().map { index, element in
          fold.isPair ? [.value(.int(index)), .value(element)] : [.value(element)]
        })
    case .map(let map):
      charge(map.entries.count)
      return .elements(
        map.entries.map { fold.isPair ? [.value($0.key), .value($0.value)] : [.value($0.key)] })
    default: return .other(.failure(CELError(.noSuchOverload, "comprehension")))
    }
  }

  /// The elements of a list written out.
  ///
  /// A fact among them that is not known is an unknown element, not an unknown list: `[a, b].all(x, x == c)`
  /// is decided by the first that differs.
  private mutating func listed(_ parts: [Int], in program: Program) -> Elements {
    var results: [Evaluation] = []
    var open: Set<String> = []
    for part in parts {
      let result = visit(part, in: program)
      switch result {
      case .failure: return .other(result)
      case .unknown(let names) where !isPlain(part, in: program): open.formUnion(names)
      case .unknown, .value: results.append(result)
      }
    }
    if open.isEmpty { return .elements(results.map { [$0] }) }
    for result in results { open.formUnion(result.unknowns) }
    return .other(.unknown(open))
  }

  // An expression over unknown facts may turn out to be an error, a fact may not.
  private func isPlain(_ part: Int, in program: Program) -> Bool {
    switch program.nodes[part].kind {
    case .name: true
    default: false
    }
  }
}
