internal import Foundation
internal import Model
internal import Report

/// Writes correction lists with personal values in full, for those whose data it is.
struct PersonalCopies: Sendable {
  private let folder: OutputFolder
  private let options: ReportOptions

  /// - Parameter options: Those that show personal data.
  init(folder: OutputFolder, options: ReportOptions) {
    self.folder = folder
    self.options = options
  }

  /// Writes the list of a submission into a folder of its name, 0600 in 0700 also where the folder was there before.
  func write(_ report: SubmissionReport) throws {
    let place = try folder.folder(report.name)
    for path in [folder.path, place.path] {
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }
    let text = CorrectionsReport.text(of: report, options: options)
    try place.write(Array(text.utf8), to: "corrections.md")
  }
}
