package import Model

/// Makes trees whose ids are unique.
package struct ExpressionBuilder: Sendable {
  private var lastID = 0

  package init() {}

  package mutating func make(_ kind: Expression.Kind, at range: SourceRange) -> Expression {
    lastID += 1
    return Expression(id: lastID, range: range, kind: kind)
  }

  package mutating func literal(_ value: CELValue, at position: TextPosition) -> Expression {
    make(.literal(value), at: SourceRange(position))
  }

  package mutating func identifier(_ name: String, at position: TextPosition) -> Expression {
    let end = TextPosition(line: position.line, column: position.column + name.unicodeScalars.count)
    return make(.identifier(name), at: SourceRange(start: position, end: end))
  }

  /// A call; its place is that of its first argument.
  package mutating func call(
    _ function: String, _ arguments: [Expression], at position: TextPosition
  ) -> Expression {
    make(.call(function: function, arguments: arguments), at: SourceRange(position))
  }

  /// `terms[0] && terms[1] && ...`, true where there are none.
  package mutating func conjunction(_ terms: [Expression], at position: TextPosition) -> Expression
  {
    join(terms, with: Operator.and, none: true, at: position)
  }

  /// `terms[0] || terms[1] || ...`, false where there are none.
  package mutating func disjunction(_ terms: [Expression], at position: TextPosition) -> Expression
  {
    join(terms, with: Operator.or, none: false, at: position)
  }

  // Halves, not a chain: the depth of a tree is limited.
  private mutating func join(
    _ terms: [Expression], with function: String, none: Bool, at position: TextPosition
  ) -> Expression {
    switch terms.count {
    case 0: return literal(.bool(none), at: position)
    case 1: return terms[0]
    default:
      let half = terms.count / 2
      let left = join(Array(terms[..<half]), with: function, none: none, at: position)
      let right = join(Array(terms[half...]), with: function, none: none, at: position)
      return call(function, [left, right], at: position)
    }
  }

  /// `range.all(variable, predicate)`.
  package mutating func all(
    in range: Expression, variable: String, predicate: Expression, at position: TextPosition
  ) -> Expression {
    quantifier(in: range, variable: variable, at: position, initial: true) { builder, accumulator in
      builder.call(Operator.and, [accumulator, predicate], at: position)
    } condition: { builder, accumulator in
      builder.call(Operator.notStrictlyFalse, [accumulator], at: position)
    }
  }

  /// `range.exists(variable, predicate)`.
  package mutating func exists(
    in range: Expression, variable: String, predicate: Expression, at position: TextPosition
  ) -> Expression {
    quantifier(in: range, variable: variable, at: position, initial: false) {
      builder, accumulator in
      builder.call(Operator.or, [accumulator, predicate], at: position)
    } condition: { builder, accumulator in
      let isFalse = builder.call(Operator.not, [accumulator], at: position)
      return builder.call(Operator.notStrictlyFalse, [isFalse], at: position)
    }
  }

  private mutating func quantifier(
    in range: Expression, variable: String, at position: TextPosition, initial: Bool,
    step: (inout Self, Expression) -> Expression,
    condition: (inout Self, Expression) -> Expression
  ) -> Expression {
    // Not a name that an author can write.
    let accumulator = "@result"
    let first = literal(.bool(initial), at: position)
    let tested = identifier(accumulator, at: position)
    let goesOn = condition(&self, tested)
    let stepped = step(&self, identifier(accumulator, at: position))
    let fold = Comprehension(
      iterationRange: range, variable: variable, accumulator: accumulator, initial: first,
      condition: goesOn, step: stepped, result: identifier(accumulator, at: position))
    return make(.comprehension(fold), at: SourceRange(position))
  }
}
