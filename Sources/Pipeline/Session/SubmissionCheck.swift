package import Ingest
package import Model
internal import Native
package import Report

/// `dossier check` without its terminal: submissions are taken in, read, judged and reported.
package final class SubmissionCheck {
  /// What the user asked for.
  package struct Request {
    package var intake: Session.IntakeRequest
    package var settings: CheckRun.Settings
    package var reports: RunReports.Request
    /// Whether only one submission can be shown.
    package var isForOne: Bool
    /// Whom to ask about mail domains; `nil`, and nothing leaves the machine.
    package var lookups: LookupSettings?

    package init(
      intake: Session.IntakeRequest, settings: CheckRun.Settings, reports: RunReports.Request,
      isForOne: Bool, lookups: LookupSettings?
    ) {
      self.intake = intake
      self.settings = settings
      self.reports = reports
      self.isForOne = isForOne
      self.lookups = lookups
    }
  }

  private let session: Session
  private let lookups: LookupSettings?
  private let intake: IntakeResult
  private let run: CheckRun
  private let reports: RunReports

  /// Takes the submissions in, chooses their rules and begins the reports.
  ///
  /// - Throws: ``Session/Refusal``, ``UnusableRules``, ``OutputFolder/Failure``, ``BaselineFile/Unusable``.
  package init(_ request: Request, in session: Session) throws {
    let rulebook = try session.rulebook()
    intake = try session.intake(request.intake)
    if request.isForOne, intake.isBatch { throw Session.Refusal.severalSubmissions }
    for folder in [request.reports.output, request.reports.personalCopy].compactMap(\.self)
    where Self.isTakenForMaterials(folder, request, intake) {
      throw Session.Refusal.outputAmongMaterials(folder)
    }
    run = try CheckRun(
      rulebook: rulebook, settings: request.settings, submissions: intake.submissions)
    if !run.warnings.isEmpty { session.remark(.diagnostics(run.warnings)) }
    reports = try RunReports(
      request.reports,
      of: RunReports.Range(
        names: intake.submissions.map(\.name), isWhole: intake.isBatch || intake.asked != nil),
      asOf: request.settings.asOf, notices: intake.notices + run.notices, in: session)
    self.session = session
    lookups = request.lookups
  }

  /// The formats that could not be made.
  package var formatFailures: [FormatFailure] { reports.failures }
  /// The submissions of the run that this one is compared with; `nil` where there is none.
  package var earlier: [String]? { reports.earlier }
  /// Submissions that have reports in the output folder and are not in the run.
  package var left: [String] { reports.left }
  /// The options with which reports are shown.
  package var options: ReportOptions { reports.options }
  package var submissionCount: Int {
    intake.asked?.count ?? intake.submissions.count
  }
  /// Whether submissions may be judged once more when all are read.
  package var mayComeAgain: Bool { intake.submissions.count > 1 }
  /// How many others of the group are judged anew from what is known of them, so that one index lists all.
  package var otherCount: Int { intake.submissions.count - submissionCount }

  /// Whether the user asked for a submission; others are written, and not shown.
  package func isAsked(_ index: Int) -> Bool {
    intake.asked?.contains(intake.submissions[index].name) ?? true
  }

  package var isBatch: Bool { intake.isBatch }
  /// Of the run, not of one submission.
  package var notices: [Notice] { (intake.notices + run.notices).map(options.shown) }
  /// What is wrong with the waivers of the group.
  package var waiverNotices: [Notice] { run.notices.map(options.shown) }
  /// What the folders that were given were taken for, where they could be something else.
  package var decisions: [BatchDecision] { intake.decisions }
  /// The roster that was used; `nil` where there was none.
  package var roster: RosterSummary? { intake.roster }

  /// Runs it, to its end or until the user interrupts it, and writes the reports.
  ///
  /// - Parameters:
  ///   - page: Makes of a report what is shown of it, on any thread.
  ///   - progress: Gets the number of files that are read, and of all.
  ///   - take: Gets each submission's index, report and page, one after the other, in any order; some come again.
  package func run<Page: Sendable>(
    page: @escaping @Sendable (MaskedReport) -> Page, progress: (Int, Int) -> Void,
    take: @escaping (Int, SubmissionReport, Page) -> Void
  ) async throws {
    let (maker, reports) = (reports.maker, reports)
    let shouldStop = { Interruption.signal != nil }
    let resources = try session.resources(for: run.fileCount)
    Interruption.startCatching()
    do {
      try await run.run(
        with: resources,
        live: lookups.map {
          LiveLookup(
            program: session.installation.surroundings.executable, settings: $0,
            shouldStop: shouldStop)
        },
        to: CheckRun.Handling(
          width: session.options.jobs,
          make: { _, report in try maker.made(report, page: page) },
          take: { index, made in
            try reports.add(made, at: index, sources: self.intake.submissions[index].sources)
            take(index, made.masked.report, made.page)
          }),
        progress: { progress($0, run.fileCount) }, shouldStop: shouldStop)
    } catch {
      throw ended(by: error)
    }
    try reports.finish()
  }

  /// Lists what was finished before something ended the run; that is what is told.
  private func ended(by cause: any Error) -> any Error {
    // What else goes wrong then goes wrong for the same cause.
    do { try reports.finish() } catch { return cause }
    return cause
  }

  /// Whether the next run would take the reports for materials.
  private static func isTakenForMaterials(
    _ output: String, _ request: Request, _ intake: IntakeResult
  ) -> Bool {
    let place = OutputPlace(output)
    return place.isTakenForMaterials(
      of: request.intake.paths, named: intake.isBatch ? intake.submissions.map(\.name) : [],
      hasIndex: request.reports.formats.contains(.json))
      || place.holdsMaterials(of: intake.submissions.compactMap(\.folder))
  }
}
