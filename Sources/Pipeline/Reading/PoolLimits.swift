package import Native

/// What reading may take.
package struct PoolLimits: Sendable {
  /// Seconds for one source; a worker that is silent for longer is replaced.
  package var sourceSeconds: Int
  /// Seconds for a worker to load its models.
  package var startSeconds: Int
  /// A worker is replaced after that many sources, so that what libraries leak does not pile up.
  package var sourcesPerWorker: Int
  package var process: ProcessLimits

  package init(
    sourceSeconds: Int = 120, startSeconds: Int = 60, sourcesPerWorker: Int = 200,
    process: ProcessLimits = ProcessLimits()
  ) {
    self.sourceSeconds = sourceSeconds
    self.startSeconds = startSeconds
    self.sourcesPerWorker = sourcesPerWorker
    self.process = process
  }
}
