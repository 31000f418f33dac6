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

  /// Returns a call; its place is that of its first argument.
  package mutating func call(
    _ function: String, _ arguments: [Expression], at position: TextPosition
  ) -> Expression {
    make(.call(function: function, arguments: arguments), at: SourceRange(position))
  }

  /// Returns `receiver.function(argument)`.
  package mutating func member(
    _ function: String, of receiver: Expression, _ argument: Expression, at position: TextPosition
  ) -> Expression {
    make(
      .memberCall(receiver: receiver, function: function, arguments: [argument]),
      at: SourceRange(position))
  }

  /// Returns `terms[0] && terms[1] && ...`, true where there are none.
  package mutating func conjunction(_ terms: [Expression], at position: TextPosition) -> Expression
  {
    join(terms, with: Operator.and, none: true, at: position)
  }

  /// Returns `terms[0] || terms[1] || ...`, false where there are none.
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

  /// Returns `range.all(variable, predicate)`.
  package mutating func all(
    in range: Expression, variable: String, predicate: Expression, at position: TextPosition
  ) -> Expression {
    quantifier(.all, in: range, [variable], predicate, at: SourceRange(position))
  }

  /// Returns `range.exists(variable, predicate)`.
  package mutating func exists(
    in range: Expression, variable: String, predicate: Expression, at position: TextPosition
  ) -> Expression {
    quantifier(.exists, in: range, [variable], predicate, at: SourceRange(position))
  }

  /// Returns the expression with the free names of `replacements` replaced, for the bodies of custom verbs.
  ///
  /// Names bound by comprehensions stay; all ids are new.
  package mutating func substituting(
    _ replacements: [String: Expression], in expression: Expression
  ) -> Expression {
    switch expression.kind {
    case .identifier(let name):
      guard let replacement = replacements[name] else { break }
      return substituting([:], in: replacement)
    case .comprehension(let fold):
      var inner = replacements
      for name in [fold.variable, fold.secondVariable, fold.accumulator].compactMap(\.self) {
        inner[name] = nil
      }
      let copied = Comprehension(
        macro: fold.macro, iterationRange: substituting(replacements, in: fold.iterationRange),
        variable: fold.variable, secondVariable: fold.secondVariable,
        accumulator: fold.accumulator, initial: substituting(replacements, in: fold.initial),
        condition: substituting(inner, in: fold.condition),
        step: substituting(inner, in: fold.step), result: substituting(inner, in: fold.result))
      return make(.comprehension(copied), at: expression.range)
    case .literal, .select, .call, .memberCall, .list, .map, .invalid: break
    }
    let changed = expression.mappingChildren { substituting(replacements, in: $0) }
    return make(changed.kind, at: expression.range)
  }
}
