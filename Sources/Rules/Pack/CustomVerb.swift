internal import CEL
internal import Model

/// A verb that a pack makes: typed parameters and an expression.
struct CustomVerb: Sendable {
  struct Parameter: Sendable {
    let name: String
    let type: DeclaredType
    let isNullable: Bool
  }

  let name: String
  let title: LocalizedText?
  /// In the order of the file: a list of operands fills them by place.
  let parameters: [Parameter]
  /// Over the names of the parameters.
  let expression: Expression
  /// What to say where it does not hold, with `{parameter}`.
  let detail: LocalizedText?
}
