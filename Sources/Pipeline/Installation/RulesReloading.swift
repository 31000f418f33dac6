internal import Assemble
internal import Extract
internal import Foundation
package import Ingest
internal import MailDNS
package import Model
internal import Native
internal import Papers
package import Rules

/// Loads a rules folder again and again while its files are edited: what did not change is not read again.
package final class RulesReloading {
  /// What the files came to.
  package struct Result {
    /// `nil` while a file has an error.
    package let library: RuleLibrary?
    /// All fact keys that rules may name; `nil` while materials or declared keys do not load.
    package let facts: FactCatalogue?
    package let schema: DeclarationSchema?
    package let diagnostics: [Diagnostic]
  }

  /// What all packs rest on.
  private struct Ground {
    let stamps: [String]
    let facts: FactCatalogue?
    let schema: DeclarationSchema?
    let diagnostics: [Diagnostic]
  }

  private let folder: String
  private let added: [AddedRules]
  private let memory = PackMemory()
  private var ground: Ground?

  /// - Parameters:
  ///   - folder: The rules folder.
  ///   - added: Folders whose packs, materials, tables and declared keys stand beside its own.
  package init(folder: String, adding added: [AddedRules]) {
    self.folder = folder
    self.added = added
  }

  /// Loads what lies in the folders, with open texts in the place of their files.
  package func load(_ open: OpenTexts) -> Result {
    let ground = ground(open)
    guard let facts = ground.facts, let schema = ground.schema else {
      return Result(
        library: nil, facts: nil, schema: ground.schema, diagnostics: ground.diagnostics)
    }
    memory.open = open
    memory.keep(for: ground.stamps)
    let (library, ofRules) = RuleLibrary.load(
      folder: folder, adding: added, catalogue: facts, channels: schema.synonyms(of: "channel"),
      decoding: ChineseTextDecoding.gb18030, memory: memory)
    return Result(
      library: library, facts: facts, schema: schema, diagnostics: ground.diagnostics + ofRules)
  }

  /// The files that rules rest on and that are no packs: materials, declared keys and tables.
  package var groundFiles: [String] {
    let folders = [folder] + added.map(\.folder)
    var files: [String] = []
    for folder in folders {
      files += names(in: folder).filter { $0.hasSuffix(".csv") }.map { folder + "/" + $0 }
    }
    files.append(folder + "/declared.yaml")
    files += added.compactMap(\.declaredKeys)
    for folder in [folder + "/materials"] + added.compactMap(\.materials) {
      files += names(in: folder).filter(isYAML).map { folder + "/" + $0 }
    }
    return files
  }

  /// The files of packs.
  package var packFiles: [String] {
    var files: [String] = []
    for root in [folder + "/packs"] + added.map({ $0.hasPacks ? $0.folder + "/packs" : $0.folder })
    {
      for name in names(in: root) {
        if isYAML(name) { files.append(root + "/" + name) }
        files += names(in: root + "/" + name).filter(isYAML).map { root + "/" + name + "/" + $0 }
      }
    }
    return files
  }

  private func isYAML(_ name: String) -> Bool {
    !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
  }

  private func names(in folder: String) -> [String] {
    // allowed: a file, or a folder that cannot be listed, has none; the loader says why
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private func ground(_ open: OpenTexts) -> Ground {
    let stamps = groundFiles.map { stamp(of: $0, open) }
    if let ground, ground.stamps == stamps { return ground }
    let (reading, ofReading) = ReadingCatalogue.load(
      folder: folder + "/materials", adding: added.compactMap(\.materials), open: open)
    let (schema, ofSchema) = DeclarationSchema.load(
      path: folder + "/declared.yaml", adding: added.compactMap(\.declaredKeys), open: open)
    var facts: FactCatalogue?
    if let reading, let schema { facts = Rulebook.facts(reading.materials, schema) }
    let unknown =
      facts.map { facts in
        KnownKeys.missing(from: facts).map { Rulebook.missing($0, in: folder) }
      } ?? []  // allowed: without facts the reasons stand among the other diagnostics
    let made = Ground(
      stamps: stamps, facts: unknown.isEmpty ? facts : nil,
      schema: schema.map { schema in
        // allowed: without materials there are no providers to name
        schema.naming(reading?.providers.names ?? [:], valuesOf: "mail.provider")
      }, diagnostics: ofReading + ofSchema + unknown)
    ground = made
    return made
  }

  /// What changes with the content of a file.
  private func stamp(of path: String, _ open: OpenTexts) -> String {
    if let text = open.text(at: path) { return path + "\n" + text }
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let size = attributes[.size].map { "\($0)" } ?? "-"
      let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970
      return "\(path) \(size) \(time.map { "\($0)" } ?? "-")"
    } catch {
      return path + " -"
    }
  }
}
