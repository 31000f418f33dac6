internal import Model

/// Which kind of document carries which fact keys, by the catalogue.
struct MaterialKeys {
  private let byKind: [MaterialKind: [String]]

  init(_ catalogue: FactCatalogue) {
    var byKind: [MaterialKind: [String]] = [:]
    for declaration in catalogue.declarations {
      let prefix = declaration.key.prefix { $0 != "." }
      guard let kind = declaration.material ?? Self.kinds[String(prefix)] else { continue }
      byKind[kind, default: []].append(declaration.key)
    }
    self.byKind = byKind
  }

  /// Kinds that carry facts, sorted.
  var kinds: [MaterialKind] { byKind.keys.sorted() }

  /// The keys of a kind, sorted.
  func keys(of kind: MaterialKind) -> [String] { byKind[kind, default: []] }

  /// For catalogues whose declarations do not name their material.
  private static let kinds: [String: MaterialKind] = [
    "license": .businessLicense, "id_front": .idCardFront, "id_back": .idCardBack,
  ]
}
