internal import Foundation
internal import Ingest
package import Model
internal import Native
package import Report

/// `dossier check` without its terminal: submissions are taken in, read, judged and reported.
package final class SubmissionCheck {
  /// What the user asked for.
  package struct Request {
    package var paths: [String]
    package var roster: String?
    package var settings: CheckRun.Settings
    /// The folder for reports, and what is written there.
    package var output: String?
    package var formats: [ReportFormat]
    /// Whether only one submission can be shown.
    package var isForOne: Bool
    /// Reports of an earlier run, whose findings are put aside.
    package var baseline: String?
    /// Whom to ask about mail domains; `nil`, and nothing leaves the machine.
    package var lookups: LookupSettings?
    package var locale: ReportLocale
    package var showsPersonalData: Bool
    /// The folder for unmasked correction lists, which go to the owners of the data alone.
    package var personalCopy: String?

    package init(
      paths: [String], roster: String?, settings: CheckRun.Settings, output: String?,
      formats: [ReportFormat], isForOne: Bool, baseline: String?, lookups: LookupSettings?,
      locale: ReportLocale, showsPersonalData: Bool, personalCopy: String? = nil
    ) {
      self.paths = paths
      self.roster = roster
      self.settings = settings
      self.output = output
      self.formats = formats
      self.isForOne = isForOne
      self.baseline = baseline
      self.lookups = lookups
      self.locale = locale
      self.showsPersonalData = showsPersonalData
      self.personalCopy = personalCopy
    }
  }

  /// The options with which reports are shown.
  package let options: ReportOptions
  private let session: Session
  private let lookups: LookupSettings?
  private let intake: IntakeResult
  private let run: CheckRun
  private let baseline: Baseline?
  private let writer: ReportWriter?
  private let personalCopies: PersonalCopies?

  /// Takes the submissions in, chooses their rules and begins the reports.
  ///
  /// - Throws: ``Session/Refusal``, ``UnusableRules``, ``OutputFolder/Failure``, ``BaselineFile/Unusable``.
  package init(_ request: Request, in session: Session) throws {
    let rulebook = try session.rulebook()
    let stock = try session.stock()
    intake = try session.intake(of: request.paths, roster: request.roster)
    if request.isForOne, intake.isBatch { throw Session.Refusal.severalSubmissions }
    if let output = request.output, Self.isTakenForMaterials(output, request, intake) {
      throw Session.Refusal.outputAmongMaterials(output)
    }
    run = try CheckRun(
      rulebook: rulebook, settings: request.settings, submissions: intake.submissions)
    if !run.warnings.isEmpty { session.remark(.diagnostics(run.warnings)) }
    let options = ReportOptions(
      locale: request.locale, showsPersonalData: request.showsPersonalData,
      catalogue: rulebook.facts, materialTitles: rulebook.facts.titles)
    if let folder = request.personalCopy, Self.isTakenForMaterials(folder, request, intake) {
      throw Session.Refusal.outputAmongMaterials(folder)
    }
    let summary = RunSummary(
      asOf: request.settings.asOf, notices: intake.notices.map(options.shown))
    writer = try request.output.map { output in
      session.reportRegister.add(output)
      return try ReportWriter(
        files: SubmissionFiles(
          folder: try OutputFolder(creating: output), formats: request.formats,
          pictures: stock.pictures), options: options, run: summary,
        pictures: PagePictures(
          program: session.installation.surroundings.executable, cache: stock.pictures),
        archives: stock.archives)
    }
    personalCopies = try request.personalCopy.map { folder in
      var open = options
      open.showsPersonalData = true
      return PersonalCopies(folder: try OutputFolder(creating: folder), options: open)
    }
    baseline = try request.baseline.map { try BaselineFile.read($0) }
    self.options = options
    self.session = session
    lookups = request.lookups
  }

  package var submissionCount: Int { intake.submissions.count }
  package var isBatch: Bool { intake.isBatch }
  /// Of the run, not of one submission.
  package var notices: [Notice] { intake.notices.map(options.shown) }

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
    let (files, baseline, options) = (writer?.files, baseline, options)
    let personalCopies = personalCopies
    let shouldStop = { Interruption.signal != nil }
    let resources = try session.resources(for: run.fileCount)
    Interruption.startCatching()
    try await run.run(
      with: resources,
      live: lookups.map {
        LiveLookup(
          program: session.installation.surroundings.executable, settings: $0,
          shouldStop: shouldStop)
      },
      to: CheckRun.Handling(
        width: session.options.jobs,
        make: { _, report in
          let report = baseline?.new(in: report, options: options) ?? report
          let masked = MaskedReport(report, options: options)
          try personalCopies?.write(report)
          return (masked: masked, isWritten: try files?.write(masked) ?? true, page: page(masked))
        },
        take: { index, made in
          // Pages of it that no earlier run drew are drawn first, one report after the other.
          if !made.isWritten {
            try self.writer?.draw(made.masked, from: self.intake.submissions[index].sources)
          }
          try self.writer?.add(made.masked, at: index)
          take(index, made.masked.report, made.page)
        }),
      progress: { progress($0, run.fileCount) }, shouldStop: shouldStop)
    try writer?.finish()
  }

  /// Whether the next run would take the reports for materials: in a folder that is checked, or below one without
  /// the `index.json` by which a folder of reports is known.
  private static func isTakenForMaterials(
    _ output: String, _ request: Request, _ intake: IntakeResult
  ) -> Bool {
    func place(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    let target = place(output)
    return request.paths.map(place).contains { path in
      let checked =
        [path] + (intake.isBatch ? intake.submissions.map { path + "/" + $0.name } : [])
      return checked.contains(target)
        || !request.formats.contains(.json) && target.hasPrefix(path + "/")
    }
  }
}
