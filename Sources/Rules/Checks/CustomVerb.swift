internal import CEL
internal import Model
internal import StrictYAML

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

/// Reads and compiles `verbs`.
struct CustomVerbReader {
  let scope: Scope

  func read(_ entry: YAMLNode.Entry, into log: inout DiagnosticLog) -> CustomVerb? {
    guard let entries = log.entries(of: entry.value, PackForm.verb), let text = entries["assert"]
    else { return nil }
    log.reportTextForm(text)
    return nil
  }
}
