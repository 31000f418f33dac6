internal import CEL
internal import Model
internal import Rules

/// Values of the chosen submission, as an author may see them.
struct ShownValue {
  let context: FeatureContext
  let scope: AuthoringScope?

  /// Returns what a fact is in the chosen submission; `nil` without one.
  func ofFact(_ path: String) -> String? {
    guard let chosen = context.workspace.trials.chosen else { return nil }
    let key = scope?.elements[path] ?? path
    let fact = resolved(path, key, in: chosen.facts)
    let isPersonal = context.workspace.facts?[key]?.isPersonal == true
    let text: String
    if let value = fact?.value {
      text = "`" + (isPersonal ? Self.masked(value.text) : value.text) + "`"
    } else {
      text = context.words("未读出", "not known")
    }
    return context.words("在「\(chosen.name)」中：", "in \(chosen.name): ") + text
  }

  /// The fact of the submission, or of its first document with it.
  private func resolved(_ path: String, _ key: String, in facts: FactSet) -> ResolvedFact? {
    guard path != key else { return facts.facts[key] }
    guard let kind = context.workspace.facts?[key]?.material else { return nil }
    return facts.elements(of: kind).first?.facts[key]
  }

  /// Returns what an expression came to; masked where it rests on something personal.
  func text(_ value: CELValue, restingOn names: [String]) -> String {
    let isPersonal = names.contains { name in
      context.workspace.facts?[scope?.elements[name] ?? name]?.isPersonal == true
    }
    if case .bool = value { return value.text }
    return isPersonal ? Self.masked(value.text) : value.text
  }

  /// Returns a personal text with all but its first 3 and last 4 characters hidden.
  static func masked(_ text: String) -> String {
    guard text.count > 7 else {
      return String(text.prefix(1)) + String(repeating: "*", count: max(1, text.count - 1))
    }
    return String(text.prefix(3)) + String(repeating: "*", count: text.count - 7)
      + String(text.suffix(4))
  }
}
