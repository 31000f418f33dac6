internal import Model

/// Tells mistakes of a pack from what follows from those of the packs that it extends: names that could not be read are
/// not unknown.
struct PackConsequences {
  /// Names that a pack may get from another one.
  private static let inherited: Set<String> = [
    "unknown-fact", "unknown-function", "unknown-lookup", "unknown-column", "unknown-row",
    "unknown-normalizer", "unknown-param", "unknown-verb", "unknown-name",
  ]

  /// All packs that there are, by the ids that their files give.
  private let ids: Set<String>
  /// The ids of packs that had an error.
  private var failed: Set<String> = []
  /// Whether one is broken so that it does not even tell its id.
  private let hasNameless: Bool

  init(_ sources: [PackSource]) {
    ids = Set(sources.compactMap(\.id))
    hasNameless = sources.contains { $0.id == nil }
  }

  /// Returns what is wrong with a pack itself.
  ///
  /// Parents come before the packs that extend them.
  ///
  /// - Parameter isRead: Whether it had no error.
  mutating func own(
    _ diagnostics: [Diagnostic], of source: PackSource, isRead: Bool
  ) -> [Diagnostic] {
    if !isRead, let id = source.id { failed.insert(id) }
    let follows = source.parents.contains { parent in
      failed.contains(parent) && parent != source.id || hasNameless && !ids.contains(parent)
    }
    guard follows else { return diagnostics }
    return diagnostics.filter { !Self.inherited.contains($0.code) }
  }
}
