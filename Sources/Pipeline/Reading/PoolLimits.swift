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
  /// A worker is replaced after that many sources, so that what libraries leak does not pile up; starting one takes as long
  /// as reading a hundred small texts, so these count less.
  package var sourcesPerWorker: Int = 200
  /// How many small sources count as one.
  static let smallSourcesForOne = 20
  /// Fewer bytes are a small source.
  static let smallBytes = 1 << 14
  package var process: ProcessLimits = ProcessLimits()
}
