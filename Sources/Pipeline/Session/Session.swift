internal import Extract
internal import Foundation
internal import Ingest
package import Model
package import Native
package import Papers
package import Rules

/// What a command works with, each part made once, when it is first asked for: the installation, the rules, what
/// earlier runs kept, archives and workers.
package final class Session {
  /// The options are what the user chose.
  package struct Options: Sendable {
    /// The rules folder, where it is not that of the installation.
    package var rules: String?
    /// Folders whose packs, materials, tables and declared keys stand beside those of the rules folder, from the
    /// command line and the project file.
    package var addedRules: [String] = []
    /// How many reader processes run at once.
    package var jobs = ProcessInfo.processInfo.activeProcessorCount
    /// Whether what is read is kept for later runs, and used from earlier ones.
    package var isCaching = true
    package var precision = InferencePrecision.standard
    /// A folder of certificates that chains of signatures must lead to.
    package var trust: String?

    package init(rules: String? = nil) { self.rules = rules }
  }

  /// What a part has to say while the command goes on.
  package enum Remark {
    case diagnostics([Diagnostic])
    case cacheTrouble(CacheTrouble)
  }

  package let installation: Installation
  let options: Options
  let remark: (Remark) -> Void
  private var loadedRulebook: Rulebook?
  private var loadedMaterials: MaterialCatalogue?
  private var openedStock: Stock?
  private var examinedAdditions: [AddedRules]?

  /// Begins a session of the running program.
  ///
  /// - Parameter remark: Gets what the user should see.
  package init(_ options: Options, remark: @escaping (Remark) -> Void) throws {
    installation = Installation(surroundings: try .current)
    self.options = options
    self.remark = remark
  }

  /// The folder that holds the rules.
  package var rulesFolder: String {
    get throws(Installation.Missing) { try installation.rules(option: options.rules) }
  }

  /// The folders that are added to it, each once.
  ///
  /// - Throws: ``AddedRules/Unusable`` where one is not there or holds no rules.
  package func addedRules() throws -> [AddedRules] {
    if let examinedAdditions { return examinedAdditions }
    var places = [Self.place(try rulesFolder)]
    var added: [AddedRules] = []
    for folder in options.addedRules where !places.contains(Self.place(folder)) {
      places.append(Self.place(folder))
      added.append(try AddedRules(folder))
    }
    examinedAdditions = added
    return added
  }

  private static func place(_ folder: String) -> String {
    URL(fileURLWithPath: folder).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// Loads the rules.
  ///
  /// - Returns: the rules, or `nil` with at least one error among the diagnostics.
  /// - Throws: ``AddedRules/Unusable``, ``Installation/Missing``.
  package func loadRules() throws -> (rulebook: Rulebook?, diagnostics: [Diagnostic]) {
    try Rulebook.load(folder: try rulesFolder, adding: try addedRules())
  }

  /// Returns the rules; warnings are remarks.
  ///
  /// - Throws: ``UnusableRules`` before any document is read, ``AddedRules/Unusable``,
  ///   ``Installation/Missing``.
  package func rulebook() throws -> Rulebook {
    if let loadedRulebook { return loadedRulebook }
    let (rulebook, diagnostics) = try loadRules()
    let loaded = try loaded(rulebook, diagnostics)
    loadedRulebook = loaded
    return loaded
  }

  /// Only the materials: reading documents needs no rules.
  ///
  /// - Throws: ``UnusableRules``, ``Installation/Missing``.
  package func materials() throws -> MaterialCatalogue {
    if let loaded = loadedMaterials ?? loadedRulebook?.materials { return loaded }
    let (catalogue, diagnostics) = ReadingCatalogue.load(
      folder: try rulesFolder + "/materials", adding: try addedRules().compactMap(\.materials))
    let materials = try loaded(catalogue, diagnostics).materials
    loadedMaterials = materials
    return materials
  }

  private func loaded<Content>(_ content: Content?, _ diagnostics: [Diagnostic]) throws -> Content {
    guard let content else { throw UnusableRules(diagnostics: diagnostics) }
    if !diagnostics.isEmpty { remark(.diagnostics(diagnostics)) }
    return content
  }

  /// Returns the store of the cache; `nil` where there cannot be one, which is a remark.
  package func store() -> CacheStore? {
    guard let folder = CacheLocation.current else {
      remark(.cacheTrouble(.noPlace))
      return nil
    }
    let (store, trouble) = CacheStore.open(folder: folder)
    if let trouble { remark(.cacheTrouble(trouble)) }
    return store
  }

  /// Into which folders reports were written; with `--no-cache` nothing is kept of that either.
  var reportRegister: ReportRegister {
    ReportRegister(cache: options.isCaching ? CacheLocation.current : nil)
  }

  /// What is there before a worker is started.
  struct Stock {
    let archives: Archives
    /// What earlier runs read.
    let extractions: ExtractionCache?
    /// What earlier runs drew.
    let pictures: PictureCache?
    let trust: TrustFolder?
  }

  /// - Throws: ``Installation/Missing``, ``TrustFolder/Unusable``.
  func stock() throws -> Stock {
    if let openedStock { return openedStock }
    let store = options.isCaching ? store() : nil
    // What nobody asked for in a month is personal data lying about.
    store?.prune(unusedForDays: CacheStore.retentionDays)
    let trust = try options.trust.map { try TrustFolder(path: $0) }
    let caches = try store.map { store in
      let context = try ReadingContext(
        program: installation.surroundings.executable, rulesFolder: try rulesFolder,
        addedMaterials: try addedRules().compactMap(\.materials),
        modelFolder: try installation.models(option: nil), precision: options.precision,
        trust: trust)
      return (
        ExtractionCache(store: store, context: context),
        PictureCache(store: store, context: context)
      )
    }
    let stock = Stock(
      archives: Archives(program: installation.surroundings.executable, cache: caches?.0),
      extractions: caches?.0, pictures: caches?.1, trust: trust)
    openedStock = stock
    return stock
  }

  /// Makes workers for so many sources; they share the cores.
  package func pool(for count: Int) throws -> WorkerPool {
    let size = max(1, min(options.jobs, count))
    let cores = ProcessInfo.processInfo.activeProcessorCount
    var additions: [String] = []
    for added in try addedRules() { additions += ["--add-rules", added.folder] }
    if let trust = options.trust { additions += ["--trust", trust] }
    return WorkerPool(
      launch: WorkerLaunch(
        executable: installation.surroundings.executable,
        arguments: [
          "--rules", try rulesFolder, "--models", try installation.models(option: nil),
          "--threads", String(max(1, cores / size)), "--precision", options.precision.rawValue,
        ] + additions),
      size: size, keys: ReadingCatalogue.factKeys(of: try materials()))
  }

  /// Returns what so many sources are read with.
  package func resources(for count: Int) throws -> ReadingResources {
    let stock = try stock()
    return ReadingResources(
      pool: try pool(for: count), cache: stock.extractions, archives: stock.archives)
  }
}
