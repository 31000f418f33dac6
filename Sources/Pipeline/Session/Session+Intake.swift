package import Ingest
package import Model

extension Session {
  /// Why a command has nothing to work on, or nowhere to write: a mistake in its arguments.
  package enum Refusal: Error {
    case unusablePath(String, reason: LocalizedText)
    case unusableRoster(String, reason: LocalizedText)
    case nothingToCheck(paths: [String])
    /// There are several where one report is to be printed.
    case severalSubmissions
    /// The next run would take the reports for materials.
    case outputAmongMaterials(String)
  }

  /// Returns the submissions at paths, with what a roster declares for them.
  ///
  /// - Throws: ``Refusal`` where a path or the roster cannot be used, or there is no submission; what
  ///   ``rulebook()`` throws.
  package func intake(of paths: [String], roster path: String? = nil) throws -> IntakeResult {
    let schema = try rulebook().schema
    let archives = try stock().archives
    let roster = try path.map { path throws(Refusal) in
      do throws(RosterUnusable) {
        return try RosterFile.read(path, schema: schema, archives: archives)
      } catch {
        throw .unusableRoster(path, reason: error.reason)
      }
    }
    let intake = Intake.submissions(
      at: paths, schema: schema, archives: archives, roster: roster,
      reports: reportRegister.folders)
    for path in intake.unusablePaths {
      throw Refusal.unusablePath(path.path, reason: path.reason)
    }
    guard !intake.submissions.isEmpty else { throw Refusal.nothingToCheck(paths: paths) }
    return intake
  }

  /// Returns the files, those of archives one by one.
  package func files(_ files: [SourceFile]) throws -> [SourceFile] {
    let archives = try stock().archives
    return files.flatMap { $0.files(openedBy: archives) }
  }

  /// Reads and judges submissions for commands that print something else than reports.
  ///
  /// - Parameter progress: Gets the number of files that are read, and of all.
  /// - Returns: The report of each submission, in their order.
  package func reports(
    of paths: [String], _ settings: CheckRun.Settings, progress: (Int, Int) -> Void
  ) async throws -> [SubmissionReport] {
    let run = try CheckRun(
      rulebook: try rulebook(), settings: settings, submissions: try intake(of: paths).submissions)
    var reports: [Int: SubmissionReport] = [:]
    try await run.run(
      with: try resources(for: run.fileCount),
      to: CheckRun.Handling(
        width: options.jobs, make: { $1 }, take: { index, report in reports[index] = report }),
      progress: { progress($0, run.fileCount) }, shouldStop: { false })
    return reports.sorted { $0.key < $1.key }.map(\.value)
  }
}
