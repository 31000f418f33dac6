package import Ingest
package import Model

/// What sources are read with.
package struct ReadingResources {
  let pool: WorkerPool
  /// What earlier runs read; `nil` to read everything.
  let cache: ExtractionCache?
  /// Reads sources that stand in archives.
  let archives: Archives

  package init(pool: WorkerPool, cache: ExtractionCache?, archives: Archives) {
    self.pool = pool
    self.cache = cache
    self.archives = archives
  }

  /// Reads files by themselves: what they say, in their order; a file that could not be read has a notice.
  ///
  /// - Parameter progress: Gets the number of files that are done.
  package func extractions(
    of files: [SourceFile], progress: (Int) -> Void, shouldStop: () -> Bool
  ) throws -> [Extraction] {
    let opening = SourceOpening(cache: cache, archives: archives)
    let order = ReadingOrder.largestFirst(files)
    var results: [Int: Extraction] = [:]
    try pool.read(
      count: files.count,
      next: { opening.next($0, files[order[$0]]) },
      deliver: { number, extraction in
        opening.delivered(extraction, number)
        results[order[number]] = extraction
        progress(results.count)
      },
      shouldStop: shouldStop)
    return results.sorted { $0.key < $1.key }.map(\.value)
  }
}
