package import Ingest
package import Model

/// `dossier extract`: single files through the workers.
package enum ExtractRun {
  /// What the facts are, in the order of `files`; a file that could not be read has a notice.
  ///
  /// - Parameter progress: Gets the number of files that are done.
  package static func extractions(
    of files: [SourceFile], pool: WorkerPool, progress: (Int) -> Void, shouldStop: () -> Bool
  ) throws -> [Extraction] {
    var results: [Int: Extraction] = [:]
    try pool.read(
      count: files.count,
      next: { files[$0].pooled },
      deliver: { number, extraction in
        results[number] = extraction
        progress(results.count)
      },
      shouldStop: shouldStop)
    return results.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension SourceFile {
  /// The bytes for a worker, or the extraction of a source that cannot be read.
  var pooled: WorkerPool.Next {
    do throws(UnreadableSource) {
      let bytes = try read()
      return .read(PooledSource(file: name, bytes: bytes, mediaType: MediaType(sniffing: bytes)))
    } catch {
      return .skip(Extraction(file: name, mediaType: .unknown, notices: [error.notice]))
    }
  }
}
