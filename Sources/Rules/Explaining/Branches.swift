internal import CEL

extension Expression {
  /// The parts that `&&`, `||`, `!` and `?:` join, those of quantifiers' predicates included: each is true
  /// or false by itself.
  ///
  /// Of an expression that is a bool; a quantifier counts beside what it asks of its elements.
  var branches: [Expression] {
    switch kind {
    case .call(Operator.and, let terms), .call(Operator.or, let terms),
      .call(Operator.not, let terms), .call(Operator.conditional, let terms):
      return terms.flatMap(\.branches)
    case .comprehension(let fold):
      guard let predicate = fold.predicate else { return [self] }
      return [self] + predicate.branches
    default: return [self]
    }
  }
}

extension Comprehension {
  /// What a quantifier asks of each element; `nil` for other folds.
  var predicate: Expression? {
    switch step.kind {
    case .call(Operator.and, let terms), .call(Operator.or, let terms):
      return terms.count == 2 && terms[0].isIdentifier(accumulator) ? terms[1] : nil
    case .call(Operator.conditional, let terms):
      guard terms.count == 3, terms[2].isIdentifier(accumulator),
        case .call(Operator.add, let sum) = terms[1].kind, sum.count == 2,
        case .literal(.int(1)) = sum[1].kind
      else { return nil }
      return terms[0]
    default: return nil
    }
  }
}

extension Expression {
  func isIdentifier(_ name: String) -> Bool {
    if case .identifier(name) = kind { true } else { false }
  }

  /// What a chain of one operator joins: `a`, `b` and `c` of `a && (b && c)`.
  func terms(of function: String) -> [Expression] {
    guard case .call(function, let arguments) = kind else { return [self] }
    return arguments.flatMap { $0.terms(of: function) }
  }
}
