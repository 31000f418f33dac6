package import Native

/// What reading may take.
package struct PoolLimits: Sendable {
  /// Seconds for one source; a worker that is silent for longer is replaced.
  package var sourceSeconds: Int = 120
  /// Seconds of workers' time for the files of one submission; what is not read by then is told.
  package var submissionSeconds: Int = 1800
  /// The least seconds for a source of a submission whose other files took too long.
  package var leastSourceSeconds: Int = 15
  /// Seconds for a worker to load its models.
  package var startSeconds: Int = 60
  /// A worker is replaced after that many sources, so that what libraries leak does not pile up.
  package var sourcesPerWorker: Int = 200
  package var process: ProcessLimits = ProcessLimits()
}
