internal import Foundation
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
    /// The same of a plan and its shards.
    case planAmongMaterials(String)
  }

  /// What is taken in.
  package struct IntakeRequest {
    package var paths: [String]
    /// The file that declares for a group.
    package var roster: String?
    /// The channel of submissions that declare none.
    package var channel: AssumedChannel?
    /// Whether each folder is one submission, whatever lies in it.
    package var isSingle: Bool
    /// What the group sets for all.
    package var project: ProjectFile?
    /// The folder for reports, which may lie among what is taken in.
    package var output: String?

    package init(
      paths: [String], roster: String? = nil, channel: AssumedChannel? = nil,
      isSingle: Bool = false, project: ProjectFile? = nil, output: String? = nil
    ) {
      self.paths = paths
      self.roster = roster
      self.channel = channel
      self.isSingle = isSingle
      self.project = project
      self.output = output
    }
  }

  /// Returns the submissions at paths, with what a roster declares for them.
  ///
  /// - Parameter wanted: The names of those to take; `nil` for all.
  /// - Throws: ``Refusal`` where a path or the roster cannot be used, or there is no submission; what
  ///   ``rulebook()`` throws.
  package func intake(
    _ request: IntakeRequest, only wanted: Set<String>? = nil
  ) throws -> IntakeResult {
    let schema = try rulebook().schema
    let archives = try stock().archives
    let roster = try request.roster.map { path throws(Refusal) in
      do throws(RosterUnusable) {
        return try RosterFile.read(path, schema: schema, archives: archives)
      } catch {
        throw .unusableRoster(path, reason: error.reason)
      }
    }
    // allowed: no project names nothing
    let ofProject = request.project.map(\.ownFiles) ?? []
    let named = [request.roster].compactMap(\.self) + ofProject
    let own = OwnFiles(
      reports: reportRegister.folders,
      output: request.project == nil ? nil : request.output.map(Self.resolved),
      files: Set(named.map(Self.resolved)))
    let project = request.project?.folder
    let rosterFolder = request.roster.map {
      (Self.resolved($0) as NSString).deletingLastPathComponent
    }
    let licenses = LicenseLookup(session: self)
    func taken(_ paths: [String], isSingle: Bool = false) -> IntakeResult {
      Intake.submissions(
        at: paths, schema: schema, archives: archives, roster: roster, group: project, own: own,
        isSingle: isSingle, licenses: licenses, only: wanted, rosterFolder: rosterFolder)
    }
    var intake = taken(request.paths, isSingle: request.isSingle)
    for path in intake.unusablePaths {
      throw Refusal.unusablePath(path.path, reason: path.reason)
    }
    guard !intake.submissions.isEmpty else {
      throw Refusal.nothingToCheck(paths: request.paths)
    }
    // One of a group, checked by itself, stays among the others in the index.
    if let output = request.output, roster != nil || project != nil, !intake.isBatchFolder,
      let group = GroupContext(
        of: intake.submissions, at: request.paths.map(Self.resolved), project: project,
        output: output),
      let whole = group.joined(taken([group.root]), with: intake.submissions)
    {
      intake = whole
    }
    if let channel = request.channel { intake.assume(channel) }
    return intake
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// Returns the files, those of archives one by one.
  package func files(_ files: [SourceFile]) throws -> [SourceFile] {
    let archives = try stock().archives
    return files.flatMap { $0.files(openedBy: archives) }
  }

  /// Reads and judges submissions for commands that print something else than reports.
  ///
  /// - Parameters:
  ///   - project: Of the group that they belong to, whose roster may declare for them.
  ///   - progress: Gets the number of files that are read, and of all.
  /// - Returns: The report of each submission, in their order.
  package func reports(
    of paths: [String], in project: ProjectFile? = nil, _ settings: CheckRun.Settings,
    progress: (Int, Int) -> Void
  ) async throws -> [SubmissionReport] {
    let roster = project.flatMap { file in file.settings.roster.map(file.path(of:)) }
    let run = try CheckRun(
      rulebook: try rulebook(), settings: settings,
      submissions: try intake(IntakeRequest(paths: paths, roster: roster, project: project))
        .submissions)
    var reports: [Int: SubmissionReport] = [:]
    try await run.run(
      with: try resources(for: run.fileCount),
      to: CheckRun.Handling(
        width: options.jobs, make: { $1 }, take: { index, report in reports[index] = report }),
      progress: { progress($0, run.fileCount) }, shouldStop: { false })
    return reports.sorted { $0.key < $1.key }.map(\.value)
  }
}
