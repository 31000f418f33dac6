internal import Ingest
package import Model
internal import Native
package import Report

/// The reports of a run, whether one machine makes them or shards of it are merged: how they are made, and where
/// they go.
package final class RunReports {
  /// What the user asked for.
  package struct Request {
    /// The folder for reports, and what is written there.
    package var output: String?
    package var formats: [ReportFormat]
    /// Reports of an earlier run, whose findings are put aside.
    package var baseline: String?
    package var locale: ReportLocale
    package var showsPersonalData: Bool
    /// The folder for unmasked correction lists, which go to the owners of the data alone.
    package var personalCopy: String?

    package init(
      output: String?, formats: [ReportFormat], baseline: String?, locale: ReportLocale,
      showsPersonalData: Bool, personalCopy: String? = nil
    ) {
      self.output = output
      self.formats = formats
      self.baseline = baseline
      self.locale = locale
      self.showsPersonalData = showsPersonalData
      self.personalCopy = personalCopy
    }
  }

  /// The options with which reports are shown.
  package let options: ReportOptions
  /// Makes reports on any thread.
  let maker: ReportMaker
  private let writer: ReportWriter?
  private let range: Range
  private let asOf: CalendarDate
  /// The submissions of the run that this one is compared with; `nil` where there is none.
  let earlier: [String]?
  /// Submissions in the output folder that the run does not have, whose reports are marked; known at the end.
  private(set) var left: [String] = []

  /// What a run is about.
  struct Range {
    /// The names of all submissions.
    let names: [String]
    /// Whether these are all that there are, so that others have left.
    let isWhole: Bool
  }

  /// Begins the reports.
  ///
  /// - Parameters:
  ///   - notices: Of the run, not of one submission.
  ///   - isGrowing: Whether the files of the run are put in place now and then with what is there.
  /// - Throws: ``OutputFolder/Failure``, ``BaselineFile/Unusable``, ``UnusableRules``.
  init(
    _ request: Request, of range: Range, asOf: CalendarDate, notices: [Notice],
    isGrowing: Bool = true, in session: Session
  ) throws {
    self.range = range
    self.asOf = asOf
    let (rulebook, stock) = (try session.rulebook(), try session.stock())
    let options = ReportOptions(
      locale: request.locale, showsPersonalData: request.showsPersonalData,
      catalogue: rulebook.facts, materialTitles: rulebook.facts.titles)
    let baseline = try request.baseline.map { try BaselineFile.read($0) }
    var run = RunSummary(asOf: asOf, notices: notices.map(options.shown))
    // Of a group of which one is checked by itself the others have not left.
    run.earlier = baseline?.submissions.filter { range.isWhole || range.names.contains($0) }
    run.earlierStatuses = baseline?.statuses ?? [:]  // allowed: no earlier run
    earlier = run.earlier
    writer = try request.output.map { output in
      session.reportRegister.add(output)
      return try ReportWriter(
        files: SubmissionFiles(
          folder: try OutputFolder(creating: output), formats: request.formats,
          pictures: stock.pictures), options: options,
        run: run,
        pictures: PagePictures(
          program: session.installation.surroundings.executable, cache: stock.pictures),
        archives: stock.archives, isGrowing: isGrowing)
    }
    let personalCopies = try request.personalCopy.map { folder in
      var open = options
      open.showsPersonalData = true
      return PersonalCopies(folder: try OutputFolder(creating: folder), options: open)
    }
    maker = ReportMaker(
      options: options, baseline: baseline,
      files: writer?.files, personalCopies: personalCopies)
    self.options = options
  }

  /// Adds a report that was made to those of the run.
  ///
  /// - Parameters:
  ///   - index: Its place in the order of the run; they come in any order, some again.
  ///   - sources: The files of the submission, for pages that were not drawn yet: these are drawn one report after
  ///     the other.
  func add<Page>(_ made: MadeReport<Page>, at index: Int, sources: [SourceFile]) throws {
    if let failures = made.failures {
      writer?.note(failures)
    } else {
      try writer?.draw(made.masked, from: sources, having: made.drawn)
    }
    try writer?.add(made.masked, at: index)
  }

  /// The formats that could not be made; all others are.
  // allowed: without an output folder nothing is made
  var failures: [FormatFailure] { writer?.failures ?? [] }

  /// Ends the files of the run; submissions that were not added are not in them.
  func finish() throws {
    try writer?.finish()
    guard range.isWhole, let writer else { return }
    left = try LeftReports(folder: writer.files.folder, asOf: asOf)
      .mark(allBut: range.names, options.locale)
  }
}

/// Makes a submission's report and writes its files, several at once.
struct ReportMaker: Sendable {
  let options: ReportOptions
  let baseline: Baseline?
  let files: SubmissionFiles?
  let personalCopies: PersonalCopies?

  /// - Parameters:
  ///   - drawn: Pages that were drawn before, beside those of the cache.
  ///   - page: Makes of a report what is shown of it.
  func made<Page: Sendable>(
    _ report: SubmissionReport, having drawn: [PageDrawing: DrawnPage] = [:],
    page: (MaskedReport) -> Page
  ) throws -> MadeReport<Page> {
    let report = baseline?.new(in: report, options: options) ?? report
    let masked = MaskedReport(report, options: options)
    try personalCopies?.write(report)
    return MadeReport(
      // allowed: without an output folder nothing fails
      masked: masked, failures: try files.map { try $0.write(masked, having: drawn) } ?? [],
      drawn: drawn,
      page: page(masked))
  }
}

/// A report whose files are written, or wait for pages to be drawn.
struct MadeReport<Page: Sendable>: Sendable {
  let masked: MaskedReport
  /// The formats that could not be made; `nil` where nothing is written yet.
  let failures: [FormatFailure]?
  /// Pages that were drawn before.
  let drawn: [PageDrawing: DrawnPage]
  /// What is shown of it.
  let page: Page
}
