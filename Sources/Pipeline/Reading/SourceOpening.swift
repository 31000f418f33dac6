internal import Ingest
internal import Model
internal import Native

/// Opens sources for the pool: from the cache if it has them, else from disk.
final class SourceOpening {
  /// `nil` where nothing is kept.
  private let cache: ExtractionCache?
  private let archives: Archives
  /// Those that workers have.
  private var beingRead: Set<Int> = []

  init(cache: ExtractionCache?, archives: Archives) {
    self.cache = cache
    self.archives = archives
  }

  /// Keeps what a worker read for later runs.
  func delivered(_ extraction: Extraction, _ number: Int) {
    if beingRead.remove(number) != nil { cache?.keep(extraction) }
  }

  /// What the pool has to do for the source of that number.
  ///
  /// - Parameter time: What its submission has of it.
  func next(_ number: Int, _ source: SourceFile, _ time: SubmissionTime? = nil) -> WorkerPool.Next {
    if let known = cache?.known(source) { return .skip(known) }
    if let refusal = time?.refusal(of: source.name) { return .skip(refusal) }
    let status = source.status
    do throws(UnreadableSource) {
      let bytes = try archives.read(source)
      if let cache {
        let digest = SHA256.hex(of: bytes)
        cache.remember(digest, of: source, before: status)
        if let known = cache.extraction(of: digest, file: source.name) { return .skip(known) }
      }
      beingRead.insert(number)
      return .read(
        PooledSource(
          file: source.name, bytes: bytes, mediaType: MediaType(sniffing: bytes),
          seconds: time?.seconds))
    } catch {
      return .skip(Extraction(file: source.name, mediaType: .unknown, notices: [error.notice]))
    }
  }
}
