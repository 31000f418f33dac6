/// What an expression may use: names with their types, functions, and how strictly it is checked.
package struct CELEnvironment: Sendable {
  /// How much is checked before anything is evaluated.
  package enum Checking: Sendable {
    /// What loads cannot fail for a name, a type or a null: for rules.
    ///
    /// Beyond `standard` a nullable operand needs a null test beside it, and calls of constants are
    /// computed.
    case strict
    /// As cel-spec has it: a nullable fits where its type does.
    case standard
    /// Nothing: what does not fit fails when it is evaluated.
    case none
  }

  /// Types by name; a name may have dots (`license.name`).
  package var variables: [String: CELType]
  package var functions: FunctionLibrary
  package var checking: Checking
  package var macros: MacroSet
  /// cel-spec's container: names are looked for in it first.
  package var container: String

  package init(
    variables: [String: CELType] = [:], functions: FunctionLibrary, checking: Checking = .strict,
    macros: MacroSet = .all, container: String = ""
  ) {
    self.variables = variables
    self.functions = functions
    self.checking = checking
    self.macros = macros
    self.container = container
  }

  /// What a name may stand for, in the order of langdef: `a.b.n`, `a.n`, `n` in container `a.b`.
  func candidates(for name: String) -> [String] {
    if name.hasPrefix(".") { return [String(name.dropFirst())] }
    var parts = container.split(separator: ".").map(String.init)
    var names: [String] = []
    while !parts.isEmpty {
      names.append((parts + [name]).joined(separator: "."))
      parts.removeLast()
    }
    return names + [name]
  }
}
