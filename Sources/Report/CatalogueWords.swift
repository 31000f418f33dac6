internal import Model

/// What reports ask of the fact catalogue with every value they show: worked out once for all submissions.
struct CatalogueWords: Sendable {
  /// Keys that hold personal data.
  private let personalKeys: Set<String>
  /// The personal keys that documents of a kind may carry; none for kinds without.
  private let personalKeysByKind: [MaterialKind: [String]]
  private let labels: [String: LocalizedText]

  init(_ catalogue: FactCatalogue) {
    let personal = catalogue.declarations.filter(\.isPersonal).map(\.key)
    let personalKeys = MaskStyle.alwaysPersonal.union(personal).subtracting(MaskStyle.alwaysPublic)
    self.personalKeys = personalKeys
    var byKind: [MaterialKind: [String]] = [:]
    for declaration in catalogue.declarations where personalKeys.contains(declaration.key) {
      if let kind = declaration.material { byKind[kind, default: []].append(declaration.key) }
    }
    personalKeysByKind = byKind
    labels = Dictionary(
      uniqueKeysWithValues: catalogue.declarations.compactMap { declaration in
        Self.label(declaration.summary).map {
          (declaration.key, LocalizedText(chinese: $0, english: declaration.key))
        }
      })
  }

  func isPersonal(_ key: String) -> Bool { personalKeys.contains(key) }

  func personalKeys(of kind: MaterialKind) -> [String] { personalKeysByKind[kind, default: []] }

  /// What a fact is called in Chinese, where there is a short name for it; in English its key.
  func label(of key: String) -> LocalizedText {
    labels[key, default: LocalizedText(chinese: key, english: key)]
  }

  /// The name at the end of a summary (`Business license: 住所`).
  private static func label(_ summary: String) -> String? {
    let name = summary.split(separator: ":").last?.prefix { $0 != "_" }.drop { $0 == " " }
    guard let name, (1...16).contains(name.count), name.contains(where: { $0.displayWidth == 2 })
    else { return nil }
    return String(name)
  }
}
