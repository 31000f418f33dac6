extension Expression {
  /// Returns the same expression over changed parts; its id stays.
  package func mappingChildren(_ transform: (Expression) -> Expression) -> Expression {
    Expression(id: id, range: range, kind: kind.mappingChildren(transform))
  }
}

extension Expression.Kind {
  fileprivate func mappingChildren(_ transform: (Expression) -> Expression) -> Self {
    switch self {
    case .literal, .identifier, .invalid: self
    case .select(let operand, let field, let isTest):
      .select(operand: transform(operand), field: field, isTest: isTest)
    case .call(let function, let arguments):
      .call(function: function, arguments: arguments.map(transform))
    case .memberCall(let receiver, let function, let arguments):
      .memberCall(
        receiver: transform(receiver), function: function, arguments: arguments.map(transform))
    case .list(let elements): .list(elements.map(transform))
    case .map(let entries):
      .map(
        entries.map {
          .init(key: transform($0.key), value: transform($0.value), isOptional: $0.isOptional)
        })
    case .comprehension(let fold):
      .comprehension(
        Comprehension(
          macro: fold.macro, iterationRange: transform(fold.iterationRange),
          variable: fold.variable, secondVariable: fold.secondVariable,
          accumulator: fold.accumulator, initial: transform(fold.initial),
          condition: transform(fold.condition), step: transform(fold.step),
          result: transform(fold.result)))
    }
  }
}
