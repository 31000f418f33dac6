package import Model
package import Rules
package import Schema

/// All that an editor works on: open files, the files of the rules folders, and the rules as they last loaded.
package final class Workspace {
  package let sources: EditorSources
  package let locale: ReportLocale
  /// How the client counts, for answers that are about several files.
  package var encoding = PositionEncoding.utf16
  /// By path; of files that are open, as they are edited.
  private var open: [String: EditedFile] = [:]
  /// Files of the rules folders that are not open, as they were last read.
  private var closed: [String: EditedFile] = [:]
  /// What the loaders last made of the texts; `nil` before anything was asked for.
  private var loaded: LoadedRules?
  /// The last rules that had no error.
  private var lastGood: RuleLibrary?
  private var lastFacts: FactCatalogue?
  /// What a generation of rules says of its vocabulary, once it was asked for.
  private var heldVocabulary: RuleVocabulary?
  private var heldDiagnostics: [Diagnostic]?
  private var scopes: [String: AuthoringScope] = [:]
  /// Whether names come from the rules as they last loaded, however old: between two letters nothing is loaded.
  private var isHurried = false
  /// What the editor can do.
  package var client = ClientAbilities()
  /// The submissions to evaluate on.
  package var trials = Trials()

  package init(_ sources: EditorSources, locale: ReportLocale) {
    self.sources = sources
    self.locale = locale
  }

  // MARK: Files

  package func schema(of kind: FileKind) -> FileSchema? {
    switch kind {
    case .pack: PackSchema.file
    case .declaration: rules.declaration
    case .material, .waivers, .confirmations, .project: sources.schemas[kind]
    case .table, .other: nil
    }
  }

  /// Takes a text in the place of what a file holds.
  package func edit(_ path: String, _ text: DocumentText) {
    let before = open[path]
    guard before?.text != text else { return }
    // Before the rules are loaded anew: schemas of declarations come with them.
    open[path] = EditedFile(path: path, text: text, schemas: schema)
    closed[path] = nil
    if concernsRules(path) { loaded = nil }
  }

  /// Goes back to what lies on disk.
  package func close(_ path: String) {
    guard open.removeValue(forKey: path) != nil else { return }
    closed[path] = nil
    if concernsRules(path) { loaded = nil }
  }

  /// Takes folders in that the client has opened, and leaves those out that it has closed.
  package func change(adding added: [String], removing removed: [String]) {
    sources.changeFolders(added, removed)
    loaded = nil
  }

  /// Forgets what was read of files that are not open: they were changed by somebody else.
  package func forget(_ paths: [String]) {
    for path in paths { closed[path] = nil }
    loaded = nil
  }

  private func concernsRules(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml") || path.hasSuffix(".csv")
  }

  package var openPaths: [String] { open.keys.sorted() }

  package func isOpen(_ path: String) -> Bool { open[path] != nil }

  /// Returns a file, as it is edited or else as it lies on disk; `nil` where it cannot be read.
  package func file(at path: String) -> EditedFile? {
    if let file = open[path] ?? closed[path] { return file }
    guard let text = sources.read(path) else { return nil }
    let file = EditedFile(path: path, text: DocumentText(text), schemas: schema)
    closed[path] = file
    return file
  }

  /// The files of the rules folders and all that are open, by path.
  package var files: [EditedFile] {
    Set(sources.files()).union(open.keys).sorted().compactMap(file)
  }

  // MARK: Rules

  /// What the loaders make of the texts as they are.
  package var rules: LoadedRules {
    if let loaded { return loaded }
    let now = sources.load(OpenTexts(open.mapValues(\.text.text)))
    loaded = now
    if let library = now.library { lastGood = library }
    if let facts = now.facts { lastFacts = facts }
    heldVocabulary = nil
    heldDiagnostics = nil
    scopes = [:]
    return now
  }

  /// Answers from the rules as they last loaded.
  package func withoutLoading<Answer>(_ answer: () -> Answer) -> Answer {
    isHurried = true
    defer { isHurried = false }
    return answer()
  }

  /// The rules as they last loaded without an error; `nil` where they never did.
  package var library: RuleLibrary? {
    if !isHurried || lastGood == nil { _ = rules }
    return lastGood
  }

  /// All facts that rules may name.
  package var facts: FactCatalogue? {
    if let library { return library.catalogue }
    if !isHurried || lastFacts == nil { _ = rules }
    return lastFacts
  }

  /// What is wrong with the rules, and unwise in them, as they are.
  package var ruleDiagnostics: [Diagnostic] {
    let rules = rules
    if let heldDiagnostics { return heldDiagnostics }
    // allowed: style is worth nothing while a rule does not load
    let made = rules.diagnostics + (rules.library?.style() ?? [])
    heldDiagnostics = made
    return made
  }

  /// Facts, verbs, functions and macros, as the manual lists them.
  package var vocabulary: RuleVocabulary? {
    guard let library else { return nil }
    if let heldVocabulary { return heldVocabulary }
    let made = library.vocabulary
    heldVocabulary = made
    return made
  }

  /// The names that a place of a file may use: those of its pack, and of the `for_each` of its rule.
  package func scope(of file: EditedFile, at path: OutlinePath) -> AuthoringScope? {
    guard let library else { return nil }
    let each = path.element(under: "rules")?["for_each"]
    let list = each?["in"]?.text
    let variable = each?["as"]?.text
    let key = [file.path, list, variable].map { $0 ?? "-" }.joined(separator: "\n")
    if let known = scopes[key] { return known }
    var iteration: (list: String, variable: String)?
    if let list, let variable { iteration = (list, variable) }
    let made = library.scope(ofFile: file.path, iterating: iteration)
    scopes[key] = made
    return made
  }
}
