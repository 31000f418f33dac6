import Model

@testable import CEL

/// Short forms to write trees in tests.
struct Trees {
  var builder = ExpressionBuilder()
  static let place = TextPosition(line: 1, column: 1)

  mutating func call(_ name: String, _ arguments: Expression...) -> Expression {
    builder.call(name, arguments, at: Self.place)
  }

  mutating func value(_ value: CELValue) -> Expression { builder.literal(value, at: Self.place) }
  mutating func bool(_ value: Bool) -> Expression { self.value(.bool(value)) }
  mutating func fact(_ name: String) -> Expression { builder.identifier(name, at: Self.place) }

  /// `1 / 0 == 1`.
  mutating func failing() -> Expression {
    let division = call(Operator.divide, value(.int(1)), value(.int(0)))
    return call(Operator.equal, division, value(.int(1)))
  }
}

/// What a test compares.
enum Outcome: Hashable {
  case value(String)
  case unknown([String])
  case failure(CELError.Code)

  init(_ evaluation: Evaluation) {
    switch evaluation {
    case .value(let value): self = .value(value.text)
    case .unknown(let names): self = .unknown(names.sorted())
    case .failure(let error): self = .failure(error.code)
    }
  }
}

let library = FunctionLibrary.standard(
  normalizers: TextNormalization.profiles.mapValues { TextNormalization(steps: $0) })

/// Evaluates with `known` facts; every other name is an unknown fact.
func evaluate(_ expression: Expression, known: [String: CELValue] = [:]) -> Evaluation {
  var evaluator = Evaluator(functions: library) { name in
    known[name].map(Evaluation.value) ?? .unknown([name])
  }
  return evaluator.evaluate(expression)
}
