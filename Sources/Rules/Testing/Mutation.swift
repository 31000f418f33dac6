internal import CEL
internal import Model

/// One change to an expression.
struct Mutation {
  /// What was changed, as a rule author reads it: `a <= b => a < b`.
  let name: String
  let position: TextPosition
  let mutated: Expression
}

extension Expression {
  /// All the single changes that tests should notice: an operator flipped, an operand dropped, a bound moved,
  /// a normalizer forgotten.
  var mutations: [Mutation] {
    var mutations: [Mutation] = []
    for part in parts {
      mutations += part.shortenings(in: self)
      for kind in part.changes {
        let changed = Expression(id: part.id, range: part.range, kind: kind)
        mutations.append(
          Mutation(
            name: part.source + " => " + changed.source, position: part.range.start,
            mutated: replacing(part.id, with: changed)))
      }
    }
    for profile in profiles {
      mutations.append(
        Mutation(
          name: "norm(x, '\(profile)') => x", position: range.start,
          mutated: withoutNormalizer(profile)))
    }
    return mutations
  }

  /// `whole` without one of the terms that this part joins.
  private func shortenings(in whole: Expression) -> [Mutation] {
    guard case .call(let function, _) = kind, [Operator.and, Operator.or].contains(function) else {
      return []
    }
    let terms = terms(of: function)
    return terms.indices.map { index in
      let rest = terms[..<index] + terms[(index + 1)...]
      var joined = rest.first ?? self
      for term in rest.dropFirst() {
        joined = Expression(
          id: id, range: range, kind: .call(function: function, arguments: [joined, term]))
      }
      return Mutation(
        name: "without " + terms[index].source, position: terms[index].range.start,
        mutated: whole.replacing(id, with: joined))
    }
  }

  /// The chain with all its operators exchanged.
  private func exchanged(_ function: String, for other: String) -> Expression {
    guard case .call(function, let arguments) = kind else { return self }
    return Expression(
      id: id, range: range,
      kind: .call(
        function: other, arguments: arguments.map { $0.exchanged(function, for: other) }))
  }

  /// This and everything below it that an author wrote: of a quantifier its range and its predicate.
  private var parts: [Expression] {
    switch kind {
    case .comprehension(let fold):
      [self] + fold.iterationRange.parts + (fold.predicate ?? fold.step).parts
    case .call(let function, _) where [Operator.and, Operator.or].contains(function):
      [self] + terms(of: function).flatMap(\.parts)
    default: [self] + children.flatMap(\.parts)
    }
  }

  /// What may stand in place of this part alone.
  private var changes: [Kind] {
    switch kind {
    case .call(Operator.and, _): [exchanged(Operator.and, for: Operator.or).kind]
    case .call(Operator.or, _): [exchanged(Operator.or, for: Operator.and).kind]
    case .call(Operator.not, let terms): terms.map(\.kind)
    case .call(Operator.conditional, let terms):
      terms.dropFirst().map(\.kind)
    case .call(let function, let arguments):
      Self.flips[function, default: []].map { .call(function: $0, arguments: arguments) }
    case .literal(let value): value.neighbours.map(Kind.literal)
    case .identifier(let name) where name.hasPrefix(NameSpace.materials):
      [.call(function: Operator.not, arguments: [self])]
    case .identifier, .select, .memberCall, .list, .map, .comprehension, .invalid: []
    }
  }

  private static let flips: [String: [String]] = [
    Operator.equal: [Operator.notEqual], Operator.notEqual: [Operator.equal],
    Operator.less: [Operator.lessOrEqual, Operator.greaterOrEqual],
    Operator.lessOrEqual: [Operator.less, Operator.greater],
    Operator.greater: [Operator.greaterOrEqual, Operator.lessOrEqual],
    Operator.greaterOrEqual: [Operator.greater, Operator.less],
    Operator.add: [Operator.subtract], Operator.subtract: [Operator.add],
  ]

  /// The names of the normalizers in it, each once.
  private var profiles: [String] {
    Set(
      parts.compactMap { part -> String? in
        guard case .call("norm", let arguments) = part.kind, arguments.count == 2,
          case .literal(.string(let name)) = arguments[1].kind
        else { return nil }
        return name
      }
    ).sorted()
  }

  private func withoutNormalizer(_ profile: String) -> Expression {
    if case .call("norm", let arguments) = kind, arguments.count == 2,
      case .literal(.string(profile)) = arguments[1].kind
    {
      return arguments[0].withoutNormalizer(profile)
    }
    return mappingChildren { $0.withoutNormalizer(profile) }
  }

  private func replacing(_ id: Int, with changed: Expression) -> Expression {
    self.id == id ? changed : mappingChildren { $0.replacing(id, with: changed) }
  }
}

extension CELValue {
  /// Constants beside this one: a bound moved by the least that counts, a list without one of its elements.
  var neighbours: [CELValue] {
    switch self {
    case .int(let value):
      [value.addingReportingOverflow(1), value.subtractingReportingOverflow(1)]
        .filter { !$0.overflow }.map { .int($0.partialValue) }
    case .double(let value):
      // By a hundredth: no test could stand between neighbouring doubles.
      [1.01, 0.99].map { .double(((value * $0) * 1e9).rounded() / 1e9) }
    case .duration(let span):
      [1, -1].map { .duration(CELDuration(seconds: span.seconds + $0 * 86_400)) }
    case .date(let date):
      [date.adding(days: 1), date.adding(days: -1)].compactMap { $0.map(Self.date) }
    case .list(let values) where values.count > 1:
      values.indices.map { index in
        .list(Array(values[..<index]) + Array(values[(index + 1)...]))
      }
    case .null, .bool, .uint, .string, .bytes, .timestamp, .list, .map, .type, .optional: []
    }
  }
}
