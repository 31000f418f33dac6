internal import Model

/// How long workers may read one submission, so that a few hostile files do not hold up a batch.
struct SubmissionTime {
  private let limits: PoolLimits
  private var spent = Duration.zero
  /// How many of its files took too long.
  private var timeouts = 0

  init(_ limits: PoolLimits) { self.limits = limits }

  mutating func add(_ duration: Duration) { spent += duration }

  mutating func note(_ extraction: Extraction) {
    if extraction.notices.contains(where: { $0.code == .readerTimeout }) { timeouts += 1 }
  }

  /// How long its next file may take: half as long after each that took too long.
  var seconds: Int {
    max(
      min(limits.leastSourceSeconds, limits.sourceSeconds),
      limits.sourceSeconds >> min(timeouts, 16))
  }

  /// What is said of a file once the time is spent; `nil` before.
  func refusal(of file: String) -> Extraction? {
    guard spent > .seconds(limits.submissionSeconds) else { return nil }
    return Extraction(
      file: file, mediaType: .unknown,
      notices: [
        Notice(
          file: file, stage: .extract, code: .readingTimeSpent,
          details: ["seconds": String(limits.submissionSeconds)])
      ])
  }
}
