internal import CEL
internal import Model

/// Finds in a tree what a verb would have said of itself, so that rules in CEL are explained like verbs.
struct DerivedExplanation {
  let scope: Scope

  func check(_ expression: Expression) -> Check {
    Check(expression: expression, explanation: explanation(expression))
  }

  private func explanation(_ expression: Expression) -> Explanation {
    switch expression.kind {
    case .call(Operator.and, _): .all(expression.terms(of: Operator.and).map(check))
    case .call(Operator.or, _): .any(expression.terms(of: Operator.or).map(check))
    case .call(Operator.not, let terms) where terms.count == 1: .not(check(terms[0]))
    case .call(let function, let operands) where operands.count == 2:
      comparison(function, operands[0], operands[1]).map(Explanation.comparison) ?? .plain
    case .comprehension(let fold): Self.isUniversal(fold) ? .each(fold) : .plain
    case .identifier(let name) where name.hasPrefix(NameSpace.materials):
      .comparison(
        .init(
          relation: .present, actual: shown(expression),
          expected: Shown(expression: expression, source: .literal)))
    default: .plain
    }
  }

  private static func isUniversal(_ fold: Comprehension) -> Bool {
    if case .call(Operator.and, _) = fold.step.kind { fold.predicate != nil } else { false }
  }

  private func comparison(
    _ function: String, _ left: Expression, _ right: Expression
  ) -> Explanation.RelationCheck? {
    if let list = ofList(function, left, right) { return list }
    if function == Operator.greaterOrEqual, case .call("similarity", let texts) = left.kind,
      texts.count == 2
    {
      return .init(relation: .similar, actual: shown(texts[0]), expected: shown(texts[1]))
    }
    if function == Operator.notEqual, case .literal(.null) = right.kind {
      return .init(relation: .notEmpty, actual: shown(left), expected: nil)
    }
    if function == "checksum" {
      return .init(relation: .rightChecksum, actual: shown(left), expected: nil)
    }
    if function == Operator.contained, isGiven(left), !isGiven(right) {
      return .init(relation: .containing, actual: shown(right), expected: shown(left))
    }
    guard let relation = Self.relations[function] else { return nil }
    // What the submission says is compared with what is given, whichever side it stands on; of two facts the
    // declared one is compared with the paper.
    let isSwapped =
      relation == .equal
      && (isDeclared(right) != isDeclared(left)
        ? isDeclared(right) : isGiven(left) && !isGiven(right))
    return .init(
      relation: relation, actual: shown(isSwapped ? right : left),
      expected: shown(isSwapped ? left : right))
  }

  private static let relations: [String: Relation] = [
    Operator.equal: .equal, Operator.less: .before, Operator.lessOrEqual: .notAfter,
    Operator.greater: .after, Operator.greaterOrEqual: .atLeast, Operator.contained: .oneOf,
    "contains": .containing, "matches": .matching,
  ]

  /// `size(missing(part, whole)) == 0` and `size(duplicates(list)) == 0`.
  private func ofList(
    _ function: String, _ left: Expression, _ right: Expression
  ) -> Explanation.RelationCheck? {
    guard function == Operator.equal, case .literal(.int(0)) = right.kind,
      case .call("size", let sized) = left.kind, let wrong = sized.first,
      case .call(let inner, let lists) = wrong.kind
    else { return nil }
    switch inner {
    case "missing" where lists.count >= 2:
      return .init(relation: .including, actual: shown(wrong), expected: shown(lists[1]))
    case "duplicates": return .init(relation: .unique, actual: shown(wrong), expected: nil)
    default: return nil
    }
  }

  /// The value before normalizing, with where it comes from.
  private func shown(_ expression: Expression) -> Shown {
    if case .call("norm", let arguments) = expression.kind, let text = arguments.first {
      return shown(text)
    }
    if case .identifier(let name) = expression.kind, let fact = scope.fact(name) {
      return Shown(expression: expression, source: .value(fact.key))
    }
    let keys = keys(expression)
    return Shown(expression: expression, source: keys.isEmpty ? .literal : .derived(keys))
  }

  private func keys(_ expression: Expression) -> [String] {
    expression.names.compactMap { scope.fact($0)?.key }
  }

  /// Whether the value is of the rule file: a constant, a parameter, a cell of a lookup.
  private func isGiven(_ expression: Expression) -> Bool {
    if case .call(Operator.index, let arguments) = expression.kind,
      case .identifier(let name)? = arguments.first?.kind, name.hasPrefix(NameSpace.lookups)
    {
      return true
    }
    return keys(expression).isEmpty
  }

  private func isDeclared(_ expression: Expression) -> Bool {
    expression.names.contains { scope.fact($0)?.origin == .declared }
  }
}
