package import Model
package import Rules
package import Schema

/// What the loaders make of the rules with the texts that are open.
package struct LoadedRules: Sendable {
  /// `nil` while a file has an error.
  package let library: RuleLibrary?
  /// All facts that rules may name; `nil` while materials or declared keys do not load.
  package let facts: FactCatalogue?
  package let diagnostics: [Diagnostic]
  /// The schema of declarations, which the rules folder decides.
  package let declaration: FileSchema?
  /// What people call the channels.
  package let channels: [String: [String]]

  package init(
    library: RuleLibrary?, facts: FactCatalogue?, diagnostics: [Diagnostic],
    declaration: FileSchema?, channels: [String: [String]]
  ) {
    self.library = library
    self.facts = facts
    self.diagnostics = diagnostics
    self.declaration = declaration
    self.channels = channels
  }
}

/// Where a workspace gets its rules and cases from: the program opens files, the editor does not.
package struct EditorSources {
  /// Loads the rules that a set of workspace folders works with.
  ///
  /// - Parameter texts: What is open and not saved, by path.
  package let load: (_ texts: OpenTexts) -> LoadedRules
  /// The paths of the files of the rules folders, whether they are open or not.
  package let files: () -> [String]
  /// Reads a file that is not open; `nil` where it cannot be read.
  package let read: (_ path: String) -> String?
  /// The diagnostics of a file that is no part of the rules: a declaration, waivers, a project.
  package let check: (_ file: EditedFile) -> [Diagnostic]
  /// Reads submissions for evaluation, from the cache where they were read before; the reason where that fails.
  package let cases: (_ path: String) async -> Result<[EditorCase], EditorRefusal>
  /// Takes folders in and leaves others out, by their paths.
  package let changeFolders: (_ added: [String], _ removed: [String]) -> Void
  /// The schema of each kind of file but of packs and declarations.
  package let schemas: [FileKind: FileSchema]

  package init(
    load: @escaping (OpenTexts) -> LoadedRules, files: @escaping () -> [String],
    read: @escaping (String) -> String?, check: @escaping (EditedFile) -> [Diagnostic],
    cases: @escaping (String) async -> Result<[EditorCase], EditorRefusal>,
    changeFolders: @escaping ([String], [String]) -> Void = { _, _ in },
    schemas: [FileKind: FileSchema]
  ) {
    self.changeFolders = changeFolders
    self.load = load
    self.files = files
    self.read = read
    self.check = check
    self.cases = cases
    self.schemas = schemas
  }
}

/// A submission that rules can be tried on.
package struct EditorCase: Sendable {
  package let name: String
  package let facts: FactSet

  package init(name: String, facts: FactSet) {
    self.name = name
    self.facts = facts
  }
}

/// Why something asked for cannot be done, in words for the author.
package struct EditorRefusal: Error, Sendable {
  package let words: LocalizedText

  package init(_ chinese: String, _ english: String) { words = LocalizedText(chinese, english) }
}
