/// Which kind of document carries which fact keys, by the catalogue.
package struct MaterialKeys: Sendable {
  private let byKind: [MaterialKind: [String]]
  /// Kinds that carry facts, sorted.
  package let kinds: [MaterialKind]

  /// - Parameter declarations: in the order of their keys.
  init(_ declarations: [FactDeclaration]) {
    var byKind: [MaterialKind: [String]] = [:]
    for declaration in declarations {
      let prefix = declaration.key.prefix { $0 != "." }
      guard let kind = declaration.material ?? Self.kinds[String(prefix)] else { continue }
      byKind[kind, default: []].append(declaration.key)
    }
    self.byKind = byKind
    kinds = byKind.keys.sorted()
  }

  /// Returns the keys of a kind, sorted.
  package func keys(of kind: MaterialKind) -> [String] { byKind[kind, default: []] }

  /// For catalogues whose declarations do not name their material.
  private static let kinds: [String: MaterialKind] = [
    "license": .businessLicense, "id_front": .idCardFront, "id_back": .idCardBack,
  ]
}
