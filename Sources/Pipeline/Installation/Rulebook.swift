internal import Assemble
internal import Extract
internal import Foundation
package import Ingest
package import MailDNS
package import Model
package import Native
package import Papers
package import Rules

/// The rules do not load, or none can be chosen, so that no document is read.
package struct UnusableRules: Error {
  package let diagnostics: [Diagnostic]
}

/// Everything that the rules folder says, loaded and checked before any document is read.
package struct Rulebook: Sendable {
  package let materials: MaterialCatalogue
  package let schema: DeclarationSchema
  /// All fact keys that rules may name.
  package let facts: FactCatalogue
  package let library: RuleLibrary
  /// What mail providers publish, for live lookups.
  package let mailProviders: MailProviders
  /// The digest of the folder follows `sha256:`.
  package let digest: String

  /// Loads a rules folder.
  ///
  /// - Parameter added: Folders whose packs, materials, tables and declared keys stand beside its own.
  /// - Returns: the rules, or `nil` with at least one error among the diagnostics.
  package static func load(folder: String, adding added: [AddedRules] = []) throws -> (
    rulebook: Rulebook?, diagnostics: [Diagnostic]
  ) {
    let (reading, ofReading) = ReadingCatalogue.load(
      folder: folder + "/materials", adding: added.compactMap(\.materials))
    let (schema, ofSchema) = DeclarationSchema.load(
      path: folder + "/declared.yaml", adding: added.compactMap(\.declaredKeys))
    // Rules are checked against the facts, so there is no point in going on without them.
    guard let reading, let schema else {
      return (nil, ofReading + ofSchema + partial(folder))
    }
    let materials = reading.materials
    let facts = facts(materials, schema)
    let unknown = KnownKeys.missing(from: facts).map { missing($0, in: folder) }
    let (library, ofRules) = RuleLibrary.load(
      folder: folder, adding: added, catalogue: facts,
      channels: schema.synonyms(of: "channel"), decoding: ChineseTextDecoding.gb18030)
    let diagnostics = ofReading + ofSchema + unknown + ofRules
    guard unknown.isEmpty, let library else { return (nil, diagnostics) }
    let rulebook = Rulebook(
      materials: materials,
      schema: schema.naming(reading.providers.names, valuesOf: "mail.provider"), facts: facts,
      library: library,
      mailProviders: reading.providers,
      digest: try RulesDigest.digest(ofFolder: folder, adding: added.map(\.folder)))
    return (rulebook, diagnostics)
  }

  /// Returns all facts that rules may name.
  static func facts(_ materials: MaterialCatalogue, _ schema: DeclarationSchema) -> FactCatalogue {
    FactCatalogue(
      materials.factDeclarations + SourceFamilies.factDeclarations + schema.factDeclarations
        + MailDomainFacts.declarations + Assembly.factDeclarations, titles: materials.titles)
  }

  /// A folder of an author's own packs, given in the place of all rules.
  private static func partial(_ folder: String) -> [Diagnostic] {
    guard !FileManager.default.fileExists(atPath: folder + "/declared.yaml") else { return [] }
    return [
      Diagnostic(
        code: "partial-rules",
        message: LocalizedText(
          "--rules 代替全部内置规则，该目录须有 packs/、materials/ 和 declared.yaml；自己的规则包请用 --add-rules \(folder)",
          "--rules takes the place of all built-in rules: such a folder has packs/, materials/ and declared.yaml; own packs are added with --add-rules \(folder)"
        ), file: folder, position: .whole)
    ]
  }

  /// A fact that Swift reads by its name and that nothing declares (any more).
  static func missing(_ key: String, in folder: String) -> Diagnostic {
    Diagnostic(
      code: "missing-fact",
      message: LocalizedText(
        "没有声明程序所用的事实 \(key)", "the fact \(key), which the program reads, is not declared"),
      file: folder + (FactOrigin(ofKey: key) == .declared ? "/declared.yaml" : "/materials"),
      position: .whole)
  }

  /// Returns what reports say of this program with these rules, reading in the given precision.
  package func identity(_ precision: InferencePrecision) -> ToolIdentity {
    ToolIdentity(
      version: ToolVersion.current, rulesDigest: digest, precision: precision.rawValue,
      sandboxLacks: Sandbox.support.lacks)
  }
}
