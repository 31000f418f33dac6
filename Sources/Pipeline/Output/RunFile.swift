internal import Foundation
internal import Model
internal import Native
internal import Report

/// A file of the run as it grows: pieces come as submissions are done, some once more when all are known, and
/// go out in the order of the run.
///
/// Pieces wait on disk in a file without a name; whole files are put in place now and then, so that a run that
/// is killed leaves one of what was finished.
struct RunFile {
  private let format: ReportFormat
  private var report: any RunReport
  private let folder: OutputFolder
  private let spool: SpoolFile
  private var pieces: [Int: (start: Int, count: Int)] = [:]
  private var written = ContinuousClock.now
  /// How long what is finished may be missing from the file in place: longer where writing it takes long.
  private var interval = Self.leastInterval

  private static let leastInterval = Duration.seconds(2)
  /// Writing what is not the last takes at most one part in so many of the time.
  private static let share = 20

  /// Whether it is put in place now and then; of many submissions that would be most of the work.
  private let isGrowing: Bool

  init(
    _ format: ReportFormat, _ report: any RunReport, in folder: OutputFolder, isGrowing: Bool
  ) throws {
    self.format = format
    self.isGrowing = isGrowing
    self.report = report
    self.folder = folder
    spool = try SpoolFile(inFolder: NSTemporaryDirectory())
  }

  /// Adds a submission's piece, or replaces it.
  mutating func add(_ masked: MaskedReport, at index: Int, _ run: RunSummary) throws {
    let piece = Array(report.piece(of: masked, at: index).utf8)
    pieces[index] = (try spool.append(piece), piece.count)
    if isGrowing, ContinuousClock.now - written > interval { try publish(run) }
  }

  /// Puts the file in place with what is there, also after an interruption.
  ///
  /// - Throws: ``FormatFailure``, with what stood there left as it was; ``OutputFolder/Failure``.
  mutating func publish(_ run: RunSummary) throws {
    let start = ContinuousClock.now
    let closing: [UInt8]
    do { closing = try report.closing(run) } catch { throw FormatFailure(format, error) }
    let stream = try folder.stream(report.name)
    try stream.append(report.opening)
    var isFirst = true
    for (_, place) in pieces.sorted(by: { $0.key < $1.key }) where place.count > 0 {
      if !isFirst { try stream.append(report.separator) }
      isFirst = false
      try stream.append(
        String(decoding: try spool.read(at: place.start, count: place.count), as: UTF8.self))
    }
    try stream.append(bytes: closing)
    try stream.finish()
    written = .now
    interval = max(Self.leastInterval, (written - start) * Self.share)
  }
}
