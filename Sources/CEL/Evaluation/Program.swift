/// An expression made ready for evaluating: names are slots, operators are overloads.
///
/// Immutable; one program serves any number of evaluations at once.
package struct Program: Sendable {
  struct Node: Sendable {
    /// Of the expression it was made from, for the trace.
    let id: Int
    let kind: Kind
  }

  /// Parts are places in ``nodes``.
  enum Kind: Sendable {
    case literal(CELValue)
    /// A free name, by its place in ``names``.
    case name(Int)
    /// A variable of a fold, by its place among all that are visible; `source` is where its values come from.
    case local(Int, source: Int)
    case select(Int, field: String, isTest: Bool)
    case optionalSelect(Int, field: String)
    case and(Int, Int)
    case or(Int, Int)
    case conditional(Int, Int, Int)
    case notStrictlyFalse(Int)
    case known(Int)
    case call(Call)
    case list([Int], optionals: Set<Int>)
    case map([Entry])
    case fold(Fold)
    /// `accumulator + [element]` in a fold: appends in place.
    case append(local: Int, element: Int)
    case failure(CELError)
  }

  // Classes, so that the evaluator copies one reference where it takes one up.
  final class Call: Sendable {
    let function: String
    let overloads: [Function.Code]
    let arguments: [Int]

    init(function: String, overloads: [Function.Code], arguments: [Int]) {
      self.function = function
      self.overloads = overloads
      self.arguments = arguments
    }
  }

  struct Entry: Sendable {
    let key: Int
    let value: Int
    let isOptional: Bool
  }

  final class Fold: Sendable {
    let range: Int
    let isPair: Bool
    let initial: Int
    let condition: Int
    let step: Int
    let result: Int

    init(range: Int, isPair: Bool, initial: Int, condition: Int, step: Int, result: Int) {
      self.range = range
      self.isPair = isPair
      self.initial = initial
      self.condition = condition
      self.step = step
      self.result = result
    }
  }

  private(set) var nodes: [Node] = []
  private(set) var names: [String] = []
  let root: Int

  package init(_ expression: Expression, functions: FunctionLibrary) {
    guard expression.depth <= Evaluator.depthLimit else {
      nodes = [Node(id: expression.id, kind: .failure(CELError(.nestedTooDeep)))]
      root = 0
      return
    }
    var maker = ProgramMaker(functions: functions)
    root = maker.lower(expression)
    nodes = maker.nodes
    names = maker.names
  }

  /// The free names that a part may read.
  func facts(of index: Int) -> Set<String> {
    switch nodes[index].kind {
    case .literal, .failure: []
    case .name(let slot): [names[slot]]
    case .local(_, let source): facts(of: source)
    case .select(let operand, _, _), .optionalSelect(let operand, _),
      .notStrictlyFalse(let operand),
      .known(let operand):
      facts(of: operand)
    case .and(let left, let right), .or(let left, let right):
      facts(of: left).union(facts(of: right))
    case .conditional(let test, let first, let second):
      facts(of: test).union(facts(of: first)).union(facts(of: second))
    case .call(let call): facts(of: call.arguments)
    case .list(let elements, _): facts(of: elements)
    case .map(let entries): facts(of: entries.flatMap { [$0.key, $0.value] })
    case .fold(let fold): facts(of: [fold.range, fold.initial, fold.step, fold.result])
    case .append(_, let element): facts(of: element)
    }
  }

  func facts(of indices: [Int]) -> Set<String> {
    indices.reduce(into: []) { $0.formUnion(facts(of: $1)) }
  }
}
