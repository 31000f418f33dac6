/// What an expression comes to.
package enum Evaluation: Sendable {
  case value(CELValue)
  /// The outcome depends on facts that are not known; the set holds their keys.
  case unknown(Set<String>)
  case failure(CELError)
}

extension Evaluation {
  /// The value; `nil` where it is unknown or the evaluation failed.
  package var value: CELValue? { if case .value(let value) = self { value } else { nil } }

  /// The value if it is a bool.
  package var bool: Bool? { if case .value(.bool(let value)) = self { value } else { nil } }

  /// The facts that would have to be known; empty where the outcome is certain.
  package var unknowns: Set<String> { if case .unknown(let names) = self { names } else { [] } }
}
