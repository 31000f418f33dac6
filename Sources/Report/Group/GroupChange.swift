internal import Model

/// What changed in a run since the one that it is compared with.
struct GroupChange {
  let newCount: Int
  let knownCount: Int
  /// What is resolved, by submission, in the order of the run.
  let resolved: [(name: String, titles: [String])]
  /// What an earlier run had not told, by submission, in the order of the run.
  let new: [(name: String, titles: [String])]
  /// The submissions whose status changed: who delivered, who is ready now.
  let statusChanges: [(name: String, before: SubmissionStatus, now: SubmissionStatus)]
  /// The submissions that are in this run alone.
  let joined: [String]
  /// The submissions of the earlier run that are not in this one: their reports are as they were.
  let left: [String]

  /// `nil` where the run is compared with none.
  init?(_ entries: [GroupEntry], _ run: RunSummary) {
    guard let earlier = run.earlier else { return nil }
    let names = Set(entries.map(\.name))
    let before = Set(earlier)
    newCount = entries.reduce(0) { $0 + $1.newCount }
    knownCount = entries.reduce(0) { $0 + $1.knownCount }
    resolved = entries.compactMap { entry in
      guard let titles = entry.resolved, !titles.isEmpty else { return nil }
      return (entry.name, titles)
    }
    new = entries.compactMap { entry in
      let titles = entry.items.filter { !$0.isKnown }.map(\.title).uniqued()
      return titles.isEmpty ? nil : (entry.name, titles)
    }
    statusChanges = entries.compactMap { entry in
      guard let status = run.earlierStatuses[entry.name], status != entry.status else { return nil }
      return (entry.name, status, entry.status)
    }
    joined = entries.map(\.name).filter { !before.contains($0) }
    left = earlier.filter { !names.contains($0) }
  }

  /// How many lines there are to tell.
  var count: Int { statusChanges.count + new.count + resolved.count + joined.count + left.count }

  func sentence(_ locale: ReportLocale) -> String {
    let count = resolved.reduce(0) { $0 + $1.titles.count }
    return locale.text(
      "与上次相比：新增 \(newCount) 项，仍未解决 \(knownCount) 项，已解决 \(count) 项；状态变化 \(statusChanges.count) 家，新来 \(joined.count) 家，不在本次的 \(left.count) 家。",
      "Since the last run: new \(newCount), still open \(knownCount), resolved \(count); companies whose status changed \(statusChanges.count), that joined \(joined.count), that left \(left.count)."
    )
  }
}
