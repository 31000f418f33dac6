/// Which names an expression tells not to be null.
enum NullTests {
  /// The names that are not null wherever `expression` comes to `value`, by how they are written.
  static func names(notNullIn expression: Expression, being value: Bool) -> Set<String> {
    guard case .call(let function, let arguments) = expression.kind else { return [] }
    switch (function, arguments.count) {
    case (Operator.notEqual, 2) where value, (Operator.equal, 2) where !value:
      return tested(in: arguments)
    case (Operator.not, 1): return names(notNullIn: arguments[0], being: !value)
    case (Operator.and, 2), (Operator.or, 2):
      let left = names(notNullIn: arguments[0], being: value)
      let right = names(notNullIn: arguments[1], being: value)
      // Of a true conjunction both sides are true, of a true disjunction only one.
      return (function == Operator.and) == value ? left.union(right) : left.intersection(right)
    default: return []
    }
  }

  /// The name that `name == null` or `null != name` compares with null.
  static func tested(in arguments: [Expression]) -> Set<String> {
    guard arguments.count == 2 else { return [] }
    let isNull = arguments.map { if case .literal(.null) = $0.kind { true } else { false } }
    guard isNull[0] != isNull[1] else { return [] }
    return Set([path(arguments[isNull[0] ? 1 : 0])].compactMap(\.self))
  }

  /// `a.b.c`; `nil` for what is no name with selections.
  static func path(_ expression: Expression) -> String? {
    switch expression.kind {
    case .identifier(let name): name.hasPrefix(".") ? String(name.dropFirst()) : name
    case .select(let operand, let field, isTest: false): path(operand).map { $0 + "." + field }
    default: nil
    }
  }
}
