package import Native

/// What reading may take.
package struct PoolLimits: Sendable {
  /// Seconds for one source; a worker that is silent for longer is replaced.
  package var sourceSeconds: Int = 120
  /// Seconds for a worker to load its models.
  package var startSeconds: Int = 60
  /// A worker is replaced after that many sources, so that what libraries leak does not pile up.
  package var sourcesPerWorker: Int = 200
  package var process: ProcessLimits = ProcessLimits()
}
