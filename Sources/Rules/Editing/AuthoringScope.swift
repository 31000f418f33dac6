package import CEL
package import Model
internal import Schema

/// The names that a place of a pack may use, with what an editor says of each.
package struct AuthoringScope: Sendable {
  /// A setting, a table, a verb or a normalizer: a name with what it is.
  package struct Named: Hashable, Sendable {
    package let name: String
    /// A type, columns with their types, parameters, or steps.
    package let form: String
    /// A value or an expression; empty where there is no more than the form.
    package let content: String
    package let title: LocalizedText?
  }

  package let parameters: [Named]
  package let lookups: [Named]
  /// Columns by table, with their types.
  package let columns: [String: [Named]]
  package let normalizers: [Named]
  package let verbs: [Named]
  /// The kinds of material that rules may ask for.
  package let materials: [String]
  /// What `for_each` may go over, such as `documents.id_card_front`, with the kind that it is.
  package let lists: [String: MaterialKind]
  /// The ids of what a rule's basis may cite, with their titles.
  package let sources: [Named]
  /// Names with their types, and functions, as expressions of the place see them.
  package let environment: CELEnvironment
  /// The paths below the variable of `for_each`, with the facts that they are.
  package let elements: [String: String]

  private let scope: Scope

  init(_ scope: Scope, sources: [Named]) {
    self.scope = scope
    self.sources = sources
    parameters = scope.parameters.sorted { $0.key < $1.key }.map { name, parameter in
      Named(
        name: name, form: parameter.type.shown, content: parameter.value.text,
        title: parameter.title)
    }
    lookups = scope.lookups.values.sorted { $0.name < $1.name }.map { lookup in
      let columns = lookup.columns.sorted { $0.key < $1.key }
        .map { $0.key + ": " + $0.value.shown }
      return Named(
        name: lookup.name, form: columns.joined(separator: ", "),
        content: String(lookup.rows.entries.count), title: nil)
    }
    columns = scope.lookups.mapValues { lookup in
      lookup.columns.sorted { $0.key < $1.key }.map {
        Named(name: $0.key, form: $0.value.shown, content: String(), title: nil)
      }
    }
    normalizers = scope.normalizers.sorted { $0.key < $1.key }.map { name, chain in
      Named(
        name: name, form: chain.steps.map(\.rawValue).joined(separator: ", "), content: String(),
        title: nil)
    }
    verbs = scope.verbs.values.sorted { $0.name < $1.name }.map { verb in
      let parameters = verb.parameters.map {
        $0.name + ": " + $0.type.rawValue + ($0.isNullable ? "?" : "")
      }
      return Named(
        name: verb.name, form: parameters.joined(separator: ", "), content: verb.expression.source,
        title: verb.title)
    }
    materials = scope.kinds.sorted()
    lists = scope.lists
    environment = scope.compiler.environment
    // allowed: without a for_each there is no variable
    elements = scope.iteration?.keys ?? [:]
  }

  /// Compiles an expression as a rule's loader does, tables with their columns among its names.
  package func compile(
    _ text: String, startingAt start: TextPosition, margin: Int, expecting type: CELType? = nil
  ) -> Result<CheckedExpression, CELDiagnostics> {
    let compiler = ExpressionCompiler(scope: scope)
    return scope.compiler.compile(
      text, startingAt: start, margin: margin, expecting: type, rewriting: compiler.rewritten)
  }

  /// Returns the fact of a path as a rule writes it: `license.name`, `card.name` below a `for_each`.
  package func fact(_ path: String) -> FactDeclaration? { scope.fact(path) }
}

extension RuleLibrary {
  /// Returns the names that a pack may use.
  ///
  /// - Parameters:
  ///   - file: A file of the pack; of a file that no pack has, what every pack may use.
  ///   - list: What the place's `for_each` goes over, with its variable.
  package func scope(
    ofFile file: String, iterating list: (list: String, variable: String)? = nil
  ) -> AuthoringScope {
    let pack = packs.first { pack in pack.files.contains { $0.path == file } }
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
    var scope = PackNames(catalogue: catalogue, sources: sources[folder], parents: []).scope
    if let pack {
      scope = Scope(
        catalogue: catalogue, sources: sources[folder], parameters: pack.parameters,
        lookups: pack.lookups, normalizers: pack.normalizers, verbs: pack.verbs,
        functions: pack.functions)
    }
    if let list, let kind = scope.lists[list.list] {
      scope.iteration = Iteration(variable: list.variable, kind: kind, catalogue: catalogue)
    }
    let cited = scope.sources.entries.values.sorted { $0.source.id < $1.source.id }.map { entry in
      AuthoringScope.Named(
        name: entry.source.id, form: entry.source.place, content: String(),
        title: LocalizedText(entry.source.title, entry.source.title))
    }
    return AuthoringScope(scope, sources: cited)
  }

  /// Returns the id of the pack that a file belongs to.
  package func pack(ofFile file: String) -> String? {
    packs.first { pack in pack.files.contains { $0.path == file } }?.id
  }
}
