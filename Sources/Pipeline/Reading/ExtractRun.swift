package import Ingest
package import Model

/// `dossier extract`: single files through the workers.
package enum ExtractRun {
  /// What the facts are, in the order of `files`; a file that could not be read has a notice.
  ///
  /// - Parameters:
  ///   - cache: What earlier runs read; `nil` to read everything.
  ///   - archives: Reads sources that stand in archives.
  ///   - progress: Gets the number of files that are done.
  package static func extractions(
    of files: [SourceFile], pool: WorkerPool, cache: ExtractionCache?, archives: Archives,
    progress: (Int) -> Void, shouldStop: () -> Bool
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
