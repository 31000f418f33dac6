internal import Assemble
internal import Ingest
internal import Model
package import Report

/// `dossier expiry`: until when papers hold, which needs no rule.
extension CheckRun {
  /// Takes from the papers of each submission until when they hold; what no earlier run read is read.
  ///
  /// - Parameters:
  ///   - width: How many submissions are looked at at once.
  ///   - progress: Gets the number of files that are read.
  /// - Returns: What each submission has, in their order; those that were not read when it was stopped are missing.
  package func expiries(
    with resources: ReadingResources, width: Int, options: ReportOptions,
    progress: (Int) -> Void, shouldStop: () -> Bool
  ) async throws -> [ExpiryItems] {
    var found: [Int: ExpiryItems] = [:]
    if let cache = resources.cache {
      try await Concurrently.run(
        submissions.indices, width: max(1, width),
        work: { index in
          let judging = judging(index)
          return judging.read(cache).map { judging.expiries($0, options) }
        },
        take: { found[$0] = $1 }, shouldStop: shouldStop)
    }
    let unread = submissions.indices.filter { found[$0] == nil }
    var done = fileCount - unread.reduce(0) { $0 + submissions[$1].sources.count }
    for index in unread where !shouldStop() {
      let before = done
      let extractions = try resources.extractions(
        of: submissions[index].sources, progress: { progress(before + $0) },
        shouldStop: shouldStop)
      if shouldStop() { break }
      done += submissions[index].sources.count
      found[index] = judging(index).expiries(extractions, options)
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension SubmissionJudging {
  /// Until when its papers hold, which needs nothing of other submissions.
  fileprivate func expiries(_ read: [Extraction], _ options: ReportOptions) -> ExpiryItems {
    let known = assembled(read, among: BatchIndex())
    return ExpiryItems(
      of: known.factSet, known.extractions, in: submission.name, options: options)
  }
}
