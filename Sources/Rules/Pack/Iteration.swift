internal import Model

/// A rule's `for_each`: one judgement for each document of a kind.
struct Iteration: Sendable {
  let variable: String
  let kind: MaterialKind
  /// The facts of such a document by how the rule writes them: `card.name` is `id_front.name`.
  let keys: [String: String]

  init(variable: String, kind: MaterialKind, catalogue: FactCatalogue) {
    self.variable = variable
    self.kind = kind
    let declared = catalogue.declarations.filter { $0.material == kind }
    keys = declared.reduce(into: [:]) { keys, declaration in
      guard let dot = declaration.key.firstIndex(of: ".") else { return }
      keys[variable + declaration.key[dot...]] = declaration.key
    }
  }
}
