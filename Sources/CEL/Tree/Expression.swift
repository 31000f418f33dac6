package import Model

/// A tree of the Common Expression Language, as text is parsed to and verbs are compiled to.
///
/// Names are resolved: ``Kind/identifier(_:)`` holds a whole fact path (`license.name`), a parameter
/// (`params.margin`) or a variable of a comprehension.
package struct Expression: Sendable {
  package indirect enum Kind: Sendable {
    case literal(CELValue)
    case identifier(String)
    /// `operand.field`; with `isTest` the macro `has(operand.field)`.
    case select(operand: Expression, field: String, isTest: Bool)
    /// Operators are calls of their cel-spec names (`_==_`, `_[_]`); a receiver is the first argument.
    case call(function: String, arguments: [Expression])
    /// `receiver.name(...)` as parsed; the checker makes it a call.
    case memberCall(receiver: Expression, function: String, arguments: [Expression])
    case list([Expression])
    case map([Entry])
    case comprehension(Comprehension)
    /// What an error of syntax was found in.
    case invalid
  }

  /// An entry is a key and its value in a map constructor.
  package struct Entry: Sendable {
    package let key: Expression
    package let value: Expression
    /// Written `{?key: value}`: left out where the value is absent.
    package let isOptional: Bool

    package init(key: Expression, value: Expression, isOptional: Bool = false) {
      self.key = key
      self.value = value
      self.isOptional = isOptional
    }
  }

  /// The id is unique in its tree.
  package let id: Int
  package let range: SourceRange
  package let kind: Kind
  /// How many expressions stand inside one another, at least 1; see ``Evaluator/depthLimit``.
  package let depth: Int

  package init(id: Int, range: SourceRange, kind: Kind) {
    self.id = id
    self.range = range
    self.kind = kind
    depth = 1 + kind.children.reduce(0) { max($0, $1.depth) }
  }
}

/// A fold over a list or the keys of a map: what `all`, `exists`, `map` and `filter` stand for.
package struct Comprehension: Sendable {
  /// The macro it was written as (`all`), for explanations.
  package let macro: String
  package let iterationRange: Expression
  /// The variable names the element, or with ``secondVariable`` the index or key.
  package let variable: String
  package let secondVariable: String?
  package let accumulator: String
  package let initial: Expression
  /// The fold ends before an element for which it is false.
  package let condition: Expression
  package let step: Expression
  package let result: Expression

  package init(
    macro: String = "", iterationRange: Expression, variable: String, secondVariable: String? = nil,
    accumulator: String, initial: Expression, condition: Expression, step: Expression,
    result: Expression
  ) {
    self.macro = macro
    self.iterationRange = iterationRange
    self.variable = variable
    self.secondVariable = secondVariable
    self.accumulator = accumulator
    self.initial = initial
    self.condition = condition
    self.step = step
    self.result = result
  }
}

/// The characters of a file that an expression was written in.
package struct SourceRange: Hashable, Sendable {
  package let start: TextPosition
  /// The end lies past the last character.
  package let end: TextPosition

  package init(start: TextPosition, end: TextPosition) {
    self.start = start
    self.end = end
  }

  /// Makes a range that is a point.
  package init(_ position: TextPosition) { self.init(start: position, end: position) }
}

extension Expression.Kind {
  fileprivate var children: [Expression] {
    switch self {
    case .literal, .identifier, .invalid: []
    case .select(let operand, _, _): [operand]
    case .call(_, let arguments): arguments
    case .memberCall(let receiver, _, let arguments): [receiver] + arguments
    case .list(let elements): elements
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let fold):
      [fold.iterationRange, fold.initial, fold.condition, fold.step, fold.result]
    }
  }
}

extension Expression {
  /// The expressions that stand directly below this one, in the order of the source.
  package var children: [Expression] { kind.children }

  /// The free names that an evaluation may read, sorted.
  package var names: [String] { freeNames(bound: []).sorted() }

  private func freeNames(bound: Set<String>) -> Set<String> {
    switch kind {
    case .identifier(let name):
      if bound.contains(name) { return [] }
      return [name.hasPrefix(".") ? String(name.dropFirst()) : name]
    case .comprehension(let fold):
      let accumulated = bound.union([fold.accumulator])
      let inner = accumulated.union([fold.variable, fold.secondVariable].compactMap { $0 })
      return fold.iterationRange.freeNames(bound: bound)
        .union(fold.initial.freeNames(bound: bound))
        .union(fold.condition.freeNames(bound: inner))
        .union(fold.step.freeNames(bound: inner))
        .union(fold.result.freeNames(bound: accumulated))
    case .literal, .select, .call, .memberCall, .list, .map, .invalid:
      return children.reduce(into: Set<String>()) { $0.formUnion($1.freeNames(bound: bound)) }
    }
  }
}
