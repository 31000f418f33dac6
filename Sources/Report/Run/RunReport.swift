package import Model

/// A file about all submissions of a run is written piece by piece, so that a run of any length needs memory
/// for one submission at a time.
///
/// Submissions are added as they are done; whoever writes the file puts the pieces into the order of the run.
package protocol RunReport {
  /// Without a folder: `findings.csv`.
  var name: String { get }
  /// What comes before the first piece.
  var opening: String { get }
  /// What stands between two pieces.
  var separator: String { get }
  /// The piece of one submission; an empty one is left out, its separator too.
  ///
  /// - Parameter index: Its place in the order of the run, 0-based.
  mutating func piece(of masked: MaskedReport, at index: Int) -> String
  /// What comes after the last piece.
  func closing(_ run: RunSummary) throws -> [UInt8]
}

/// What is known of a run at its end.
package struct RunSummary: Sendable {
  package var asOf: CalendarDate
  /// Notices that belong to the batch folder itself: loose files, links that leave.
  package var notices: [Notice]
  /// The submissions of the earlier run that is compared with, sorted; `nil` where there is none.
  package var earlier: [String]?
  /// How those stood in that run, by name.
  package var earlierStatuses: [String: SubmissionStatus] = [:]

  package init(asOf: CalendarDate, notices: [Notice]) {
    self.asOf = asOf
    self.notices = notices
  }
}

extension RunReport {
  /// Writes the whole file at once, for few reports.
  package mutating func bytes(
    of reports: [MaskedReport], _ run: RunSummary
  ) throws -> [UInt8] {
    let pieces = reports.enumerated().map { piece(of: $1, at: $0) }.filter { !$0.isEmpty }
    return try Array((opening + pieces.joined(separator: separator)).utf8) + closing(run)
  }

  /// The same of a format that is text.
  package mutating func text(
    of reports: [MaskedReport], _ run: RunSummary
  ) throws -> String {
    String(decoding: try bytes(of: reports, run), as: UTF8.self)
  }
}
