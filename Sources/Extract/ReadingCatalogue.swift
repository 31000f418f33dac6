package import MailDNS
package import Model
package import Papers

/// What a rules folder says of reading: the materials, and what mail providers publish.
package struct ReadingCatalogue: Sendable {
  package let materials: MaterialCatalogue
  /// The table by which evidence of DNS names providers.
  package let providers: MailProviders

  package init(materials: MaterialCatalogue, providers: MailProviders = .none) {
    self.materials = materials
    self.providers = providers
  }

  /// Returns the keys of all facts that reading may yield.
  package static func factKeys(of materials: MaterialCatalogue) -> Set<String> {
    Set((materials.factDeclarations + SourceFamilies.factDeclarations).map(\.key))
  }

  /// Reads a folder of materials, and the table of mail providers beside it.
  ///
  /// - Parameters:
  ///   - added: Further folders of materials.
  ///   - open: What is being edited and not saved.
  /// - Returns: the catalogue, or `nil` with diagnostics where any file is wrong.
  package static func load(
    folder: String, adding added: [String] = [], open: OpenTexts = .none
  ) -> (
    catalogue: ReadingCatalogue?, diagnostics: [Diagnostic]
  ) {
    let (materials, ofMaterials) = MaterialCatalogue.load(
      folder: folder, adding: added, open: open)
    let (providers, ofProviders) = MailProviderFile.load(rulesFolder: folder + "/..")
    let diagnostics = ofMaterials + ofProviders
    guard let materials, !diagnostics.contains(where: { $0.level == .error }) else {
      return (nil, diagnostics)
    }
    return (ReadingCatalogue(materials: materials, providers: providers ?? .none), diagnostics)
  }
}
