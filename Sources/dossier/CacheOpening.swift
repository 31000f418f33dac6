internal import Pipeline

/// The cache of a command that reads documents.
enum CacheOpening {
  /// Opens it; what is wrong is said once, and the command goes on without.
  static func cache(
    _ reading: ReadingOptions, _ common: CommonOptions, _ installation: Installation
  ) throws -> ExtractionCache? {
    try caches(reading, common, installation)?.extractions
  }

  /// What was read and what was drawn, in one store.
  static func caches(
    _ reading: ReadingOptions, _ common: CommonOptions, _ installation: Installation
  ) throws -> (extractions: ExtractionCache, pictures: PictureCache)? {
    guard !reading.noCache, let store = store(common.console) else { return nil }
    // What nobody asked for in a month is personal data lying about.
    store.prune(unusedForDays: CacheStore.retentionDays)
    let context = try ReadingContext(
      program: installation.surroundings.executable,
      rulesFolder: try installation.rules(option: common.rules),
      modelFolder: try installation.models(option: nil),
      precision: reading.precision, trust: try reading.trustFolder(common.console))
    return (
      ExtractionCache(store: store, context: context),
      PictureCache(store: store, context: context)
    )
  }

  /// The store of this user; `nil` where there cannot be one, which is said.
  static func store(_ console: Console) -> CacheStore? {
    guard let folder = CacheLocation.current else {
      console.note(.cacheTrouble(.noPlace))
      return nil
    }
    let (store, trouble) = CacheStore.open(folder: folder)
    if let trouble { console.note(.cacheTrouble(trouble)) }
    return store
  }
}
