internal import Model

/// The folds that macros stand for.
extension ExpressionBuilder {
  /// Not a name that an author can write.
  static let accumulator = "@result"

  /// The macros that tell something of all elements.
  package enum Quantifier: String, Sendable { case all, exists, existsOne = "exists_one" }

  /// Returns a quantifier with one variable (elements, keys) or two (index and element, key and value).
  package mutating func quantifier(
    _ quantifier: Quantifier, in source: Expression, _ variables: [String],
    _ predicate: Expression, at range: SourceRange
  ) -> Expression {
    let place = range.start
    let result = identifier(Self.accumulator, at: place)
    switch quantifier {
    case .all:
      return fold(
        quantifier.rawValue, source, variables, initial: literal(.bool(true), at: place),
        condition: call(Operator.notStrictlyFalse, [result], at: place),
        step: call(
          Operator.and, [identifier(Self.accumulator, at: place), predicate], at: place),
        result: identifier(Self.accumulator, at: place), at: range)
    case .exists:
      let isFalse = call(Operator.not, [result], at: place)
      return fold(
        quantifier.rawValue, source, variables, initial: literal(.bool(false), at: place),
        condition: call(Operator.notStrictlyFalse, [isFalse], at: place),
        step: call(Operator.or, [identifier(Self.accumulator, at: place), predicate], at: place),
        result: identifier(Self.accumulator, at: place), at: range)
    case .existsOne:
      let one = literal(.int(1), at: place)
      let increased = call(
        Operator.add, [identifier(Self.accumulator, at: place), one], at: place)
      return fold(
        quantifier.rawValue, source, variables, initial: literal(.int(0), at: place),
        condition: literal(.bool(true), at: place),
        step: call(
          Operator.conditional,
          [predicate, increased, identifier(Self.accumulator, at: place)], at: place),
        result: call(Operator.equal, [result, literal(.int(1), at: place)], at: place), at: range)
    }
  }

  /// `range.map(x, f)`, `range.map(x, p, f)`, `range.filter(x, p)`, `transformList`.
  mutating func list(
    _ macro: String, from source: Expression, _ variables: [String], where filter: Expression?,
    _ element: Expression, at range: SourceRange
  ) -> Expression {
    let place = range.start
    let single = make(.list([element]), at: element.range)
    let appended = call(
      Operator.add, [identifier(Self.accumulator, at: place), single], at: place)
    return fold(
      macro, source, variables, initial: make(.list([]), at: SourceRange(place)),
      condition: literal(.bool(true), at: place),
      step: filtered(appended, by: filter, at: place),
      result: identifier(Self.accumulator, at: place), at: range)
  }

  /// `transformMap(k, v, f)` with the key's name as `key`; without it `transformMapEntry`.
  mutating func map(
    _ macro: String, from source: Expression, _ variables: [String], where filter: Expression?,
    key: String?, _ element: Expression, at range: SourceRange
  ) -> Expression {
    let place = range.start
    let keys = key.map { [identifier($0, at: place)] } ?? []  // allowed: an entry has its own key
    let inserted = call(
      Operator.insert, [identifier(Self.accumulator, at: place)] + keys + [element], at: place)
    return fold(
      macro, source, variables, initial: make(.map([]), at: SourceRange(place)),
      condition: literal(.bool(true), at: place),
      step: filtered(inserted, by: filter, at: place),
      result: identifier(Self.accumulator, at: place), at: range)
  }

  /// `cel.bind(name, value, body)`: a fold over nothing.
  mutating func bind(
    _ name: String, to value: Expression, in body: Expression, at range: SourceRange
  ) -> Expression {
    let place = range.start
    return make(
      .comprehension(
        Comprehension(
          macro: "cel.bind", iterationRange: make(.list([]), at: SourceRange(place)),
          variable: "#unused", accumulator: name, initial: value,
          condition: literal(.bool(false), at: place), step: identifier(name, at: place),
          result: body)), at: range)
  }

  private mutating func filtered(
    _ step: Expression, by filter: Expression?, at place: TextPosition
  ) -> Expression {
    guard let filter else { return step }
    let unchanged = identifier(Self.accumulator, at: place)
    return call(Operator.conditional, [filter, step, unchanged], at: place)
  }

  private mutating func fold(
    _ macro: String, _ source: Expression, _ variables: [String], initial: Expression,
    condition: Expression, step: Expression, result: Expression, at range: SourceRange
  ) -> Expression {
    make(
      .comprehension(
        Comprehension(
          macro: macro, iterationRange: source, variable: variables[0],
          secondVariable: variables.count > 1 ? variables[1] : nil,
          accumulator: Self.accumulator, initial: initial, condition: condition, step: step,
          result: result)), at: range)
  }
}
