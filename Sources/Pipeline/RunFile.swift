internal import Model
internal import Report

/// A file of the run as it grows: pieces come as submissions are done and go out in the order of the run.
struct RunFile {
  private var report: any RunReport
  private let stream: OutputStream
  /// Pieces before which one is still missing.
  private var waiting: [Int: String] = [:]
  private var next = 0
  private var isEmpty = true

  init(_ report: any RunReport, in folder: OutputFolder) throws {
    self.report = report
    stream = try folder.stream(report.name)
    try stream.append(report.opening)
  }

  mutating func add(_ submission: SubmissionReport, at index: Int) throws {
    waiting[index] = report.piece(of: submission, at: index)
    while let piece = waiting.removeValue(forKey: next) {
      try write(piece)
      next += 1
    }
  }

  /// Writes what is there, without what is missing after an interruption.
  mutating func finish(_ run: RunSummary) throws {
    for index in waiting.keys.sorted() {
      if let piece = waiting.removeValue(forKey: index) { try write(piece) }
    }
    try stream.append(try report.closing(run))
    try stream.finish()
  }

  private mutating func write(_ piece: String) throws {
    guard !piece.isEmpty else { return }
    try stream.append(isEmpty ? piece : report.separator + piece)
    isEmpty = false
  }
}
