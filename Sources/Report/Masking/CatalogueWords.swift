internal import Model

/// What reports ask of the fact catalogue with every value they show: worked out once for all submissions.
struct CatalogueWords: Sendable {
  /// Keys that hold personal data.
  private let personalKeys: Set<String>
  /// The personal keys that documents of a kind may carry; none for kinds without.
  private let personalKeysByKind: [MaterialKind: [String]]
  private let labels: [String: LocalizedText]
  private let confirmable: Set<String>

  init(_ catalogue: FactCatalogue) {
    let personal = catalogue.declarations.filter(\.isPersonal).map(\.key)
    let personalKeys = MaskStyle.alwaysPersonal.union(personal).subtracting(MaskStyle.alwaysPublic)
    self.personalKeys = personalKeys
    var byKind: [MaterialKind: [String]] = [:]
    for declaration in catalogue.declarations where personalKeys.contains(declaration.key) {
      if let kind = declaration.material { byKind[kind, default: []].append(declaration.key) }
    }
    personalKeysByKind = byKind
    confirmable = Set(catalogue.keys.filter { catalogue.confirmableKind(of: $0) != nil })
    labels = Dictionary(
      uniqueKeysWithValues: catalogue.declarations.map { ($0.key, $0.label) })
  }

  /// Whether a person can see the fact on a paper and confirm it.
  func isConfirmable(_ key: String) -> Bool { confirmable.contains(key) }

  func isPersonal(_ key: String) -> Bool { personalKeys.contains(key) }

  func personalKeys(of kind: MaterialKind) -> [String] { personalKeysByKind[kind, default: []] }

  /// What a fact is called, where there is a short name for it; else its key.
  func label(of key: String) -> LocalizedText {
    labels[key, default: LocalizedText(key, key)]
  }
}
