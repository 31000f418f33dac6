internal import ArgumentParser
internal import Extract
internal import Foundation
internal import Ingest
internal import Model
internal import Native
internal import Pipeline
internal import Report

/// `dossier check`: submissions in, findings and reports out.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "核对一份或一批提交 · Checks submissions: one folder each, or a folder of many.")

  @Argument(help: ArgumentHelp("提交目录或批次目录 · Submissions or batches.", valueName: "path"))
  var paths: [String]

  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp("规则包，可多次 · Rule pack, repeatable (default: by channel).", valueName: "id"))
  var packs: [String] = []

  @Option(help: ArgumentHelp("规则包中的方案 · Profile of the packs.", valueName: "name"))
  var profile = "default"

  @Option(help: ArgumentHelp("报告目录 · Folder for reports.", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "格式，逗号分隔（见 dossier formats） · Formats, with commas; see dossier formats.",
      valueName: "list"))
  var format: String?

  @Option(
    help: ArgumentHelp("核对日期 · Date of the check (default: today in Shanghai).", valueName: "date"))
  var asOf: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "名册（CSV 或 XLSX）：列 folder 或 文件夹，其余为申报项 · Roster: column folder, others declared keys.",
      valueName: "file"))
  var roster: String?

  @Option(help: "何时以 1 退出 · When to exit with 1: error, warning, never.")
  var failOn = FailOn.error

  @Option(
    help: ArgumentHelp(
      "只列出早先报告中没有的问题，退出码亦然；状态不变 · Only what an earlier report lacks; the status stays.",
      valueName: "dir|report.json"))
  var baseline: String?

  @Flag(
    help: ArgumentHelp(
      "同时在线查询邮箱域名的 DNS；默认从不联网 · Look the mail domain up in DNS too; without it nothing is contacted."
    ))
  var online = false

  @Option(
    help: ArgumentHelp(
      "在线查询所用的域名服务器 · Name servers of --online, as 192.0.2.53:53, with commas.",
      valueName: "host:port", visibility: .hidden))
  var nameServer: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let console = common.console
    let outcome = try await console.explaining { try await check(console) }
    if let signal = Interruption.signal {
      console.note(.interrupted(finished: outcome.reports.count, of: outcome.submissionCount))
      throw ExitCode(ExitStatus.interrupted(by: signal))
    }
    let broken = outcome.brokenRules
    if !broken.isEmpty {
      console.note(.ruleErrors(broken))
      throw ExitCode(ExitStatus.failure)
    }
    if outcome.isFailure { throw ExitCode(ExitStatus.findings) }
  }

  private func check(_ console: Console) async throws -> CheckOutcome {
    let formats = try FormatList(format, hasOutput: output != nil, console)
    let installation = Installation(surroundings: try .current)
    let rulebook = try RulebookLoading.load(common, installation)
    let caches = try CacheOpening.caches(reading, common, installation)
    let archives = Archives(
      program: installation.surroundings.executable, cache: caches?.extractions)
    let roster = try roster.map { try readRoster($0, rulebook, archives, console) }
    let intake = Intake.submissions(
      at: paths, schema: rulebook.schema, archives: archives, roster: roster)
    for path in intake.unusablePaths {
      throw console.failure(.unusablePath(path.path, reason: path.reason))
    }
    guard !intake.submissions.isEmpty else { throw console.failure(.nothingToCheck(paths)) }
    if formats.isJSONOnOutput, intake.isBatch { throw console.failure(.jsonOfOneSubmission) }
    if let output, isTakenForMaterials(output, intake, formats) {
      throw console.failure(.outputAmongMaterials(output))
    }

    guard let asOf = asOf ?? Self.today else { throw console.failure(.clockIsWrong) }
    let run = try CheckRun(
      rulebook: rulebook,
      settings: CheckRun.Settings(packs: packs, profile: profile, asOf: asOf),
      submissions: intake.submissions)
    if !run.warnings.isEmpty { Console.writeError(console.frames(of: run.warnings)) }
    let options = ReportOptions(
      locale: common.locale, showsPersonalData: reading.showPersonalData, catalogue: rulebook.facts,
      materialTitles: rulebook.facts.titles)
    let writer = try output.map {
      try ReportWriter(
        files: SubmissionFiles(
          folder: try OutputFolder(creating: $0), formats: formats.files,
          pictures: caches?.pictures), options: options,
        run: RunSummary(asOf: asOf, notices: intake.notices),
        pictures: PagePictures(
          program: installation.surroundings.executable, cache: caches?.pictures),
        archives: archives)
    }
    let baseline = try baseline.map { try BaselineFile.read($0) }
    var screen = Screen(console: console, formats: formats)
    if formats.hasText { console.write(.asOf(asOf)) }

    let workers = max(1, min(reading.jobs, run.fileCount))
    let pool = WorkerPool(
      launch: try ReaderLaunch.make(
        common, installation, workers: workers, precision: reading.precision,
        trust: try reading.trustFolder(console)),
      size: workers)
    let progress = Progress(console: console)
    var outlines: [Int: SubmissionOutline] = [:]
    var isFailure: [Int: Bool] = [:]
    let (files, page, failOn) = (writer?.files, screen.page(formats), failOn)
    Interruption.startCatching()
    try await run.run(
      from: CheckRun.Reading(
        pool: pool, cache: caches?.extractions, archives: archives,
        live: online
          ? LiveLookup(
            program: installation.surroundings.executable,
            settings: LookupSettings(servers: nameServer),
            shouldStop: { Interruption.signal != nil }) : nil),
      to: CheckRun.Handling(
        width: reading.jobs,
        make: { _, report in
          let report = baseline?.new(in: report, options: options) ?? report
          let masked = MaskedReport(report, options: options)
          return Finished(
            masked: masked, isWritten: try files?.write(masked) ?? true, page: page(masked))
        },
        take: { index, finished in
          let report = finished.masked.report
          if !finished.isWritten {
            try writer?.draw(finished.masked, from: intake.submissions[index].sources)
          }
          try writer?.add(finished.masked, at: index)
          progress.end()
          screen.take(finished.page, at: index)
          outlines[index] = SubmissionOutline(report)
          isFailure[index] = failOn.isReached(by: report)
        }),
      progress: { progress.update(done: $0, of: run.fileCount) },
      shouldStop: { Interruption.signal != nil })
    progress.end()

    let finished = outlines.sorted { $0.key < $1.key }.map(\.value)
    try writer?.finish()
    if intake.isBatch { screen.summarize(finished, intake.notices, options) }
    if let output, formats.hasText { console.write(.reportsAreIn(output)) }
    return CheckOutcome(
      reports: finished, submissionCount: intake.submissions.count,
      isFailure: isFailure.values.contains(true))
  }

  /// Whether the next run would take the reports for materials: in a folder that is checked, or below one without
  /// the `index.json` by which a folder of reports is known.
  private func isTakenForMaterials(
    _ output: String, _ intake: IntakeResult, _ formats: FormatList
  ) -> Bool {
    func place(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    let target = place(output)
    return paths.map(place).contains { path in
      let checked =
        [path] + (intake.isBatch ? intake.submissions.map { path + "/" + $0.name } : [])
      return checked.contains(target) || !formats.hasIndex && target.hasPrefix(path + "/")
    }
  }

  private func readRoster(
    _ path: String, _ rulebook: Rulebook, _ archives: Archives, _ console: Console
  ) throws -> Roster {
    do throws(RosterUnusable) {
      return try RosterFile.read(path, schema: rulebook.schema, archives: archives)
    } catch {
      throw console.failure(.unusableRoster(path, reason: error.reason))
    }
  }

  /// China has one time zone and no summer time.
  static var today: CalendarDate? {
    let seconds = Date().timeIntervalSince1970 + 8 * 3600
    return CalendarDate(dayNumber: Int((seconds / 86_400).rounded(.down)))
  }
}

/// A report that has been made.
private struct Finished: Sendable {
  let masked: MaskedReport
  /// Whether its files are written; else pages of it must be drawn first.
  let isWritten: Bool
  /// What the terminal shows.
  let page: String
}

/// What a check came to.
private struct CheckOutcome {
  /// Of the submissions that were finished.
  let reports: [SubmissionOutline]
  let submissionCount: Int
  /// Whether one of them has something at or above `--fail-on`.
  let isFailure: Bool

  /// Rules that failed themselves, each once.
  var brokenRules: [String] { Set(reports.flatMap(\.brokenRules)).sorted() }
}
