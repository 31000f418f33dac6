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

  @Argument(
    help: ArgumentHelp(
      "提交目录或批次目录；不写则按当前目录的 dossier.yaml · Submissions or batches; by default this folder, with a dossier.yaml in it or above.",
      valueName: "path"))
  var paths: [String] = []

  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp("规则包，可多次 · Rule pack, repeatable (default: by channel).", valueName: "id"))
  var packs: [String] = []

  @Option(help: ArgumentHelp("规则包中的方案 · Profile of the packs.", valueName: "name"))
  var profile: String?

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

  @Option(
    help: ArgumentHelp(
      "没有申报渠道的提交按此渠道核对 · The channel of submissions that declare none.",
      valueName: "name"))
  var channel: String?

  @Flag(help: "每个目录都是一份提交 · Each folder is one submission, whatever lies in it.")
  var single = false

  @Option(help: "何时以 1 退出 · When to exit with 1: error, warning, never.")
  var failOn = FailOn.error

  @Option(
    help: ArgumentHelp(
      "只列出早先报告中没有的问题，退出码亦然；状态不变 · Only what an earlier report lacks; the status stays.",
      valueName: "dir|report.json"))
  var baseline: String?

  @Flag(
    help: ArgumentHelp(
      "另为每份提交打一个 zip（更正清单与图片），可直接发出 · Also a zip per submission to send on: corrections and pictures."
    ))
  var parcels = false

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

  @Option(
    help: ArgumentHelp(
      "另写一份不遮盖个人信息的更正清单，只给本人 · Also writes correction lists with personal data in full, for its owners alone.",
      valueName: "dir"))
  var personalCopy: String?

  @OptionGroup var sharding: ShardOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    if let plan = sharding.plan { return try checkShards(of: plan, common.console) }
    guard sharding.shard == nil else { throw common.console.failure(.shardWithoutPlan) }
    let found = try common.console.explaining { () throws in
      // allowed: the folder in which the command runs
      try ProjectFile.find(from: paths.isEmpty ? ["."] : paths)
    }
    var command = self
    let taken = found.map { command.take($0) }
    guard found != nil || !paths.isEmpty else { throw common.console.failure(.noPath) }
    if paths.isEmpty { command.paths = ["."] }
    if let found, let taken { command.common.console.note(.project(found.path, taken)) }
    try await command.run(in: found)
  }

  private func run(in project: ProjectFile?) async throws {
    let console = common.console
    let outcome = try await console.explaining { try await check(console, project) }
    if let signal = Interruption.signal {
      console.note(.interrupted(finished: outcome.reports.count, of: outcome.submissionCount))
      throw ExitCode(ExitStatus.interrupted(by: signal))
    }
    let broken = outcome.brokenRules
    if !broken.isEmpty { console.note(.ruleErrors(broken)) }
    let failures = outcome.formatFailures
    if !failures.isEmpty { console.note(.formatsFailed(failures)) }
    guard broken.isEmpty, failures.isEmpty else { throw ExitCode(ExitStatus.failure) }
    if outcome.isFailure { throw ExitCode(ExitStatus.findings) }
  }

  private func checkShards(of plan: String, _ console: Console) throws {
    guard paths.isEmpty else { throw console.failure(.planAndPaths(paths)) }
    let given: [(isGiven: Bool, name: String)] = [
      (!packs.isEmpty, "--pack"), (profile != nil, "--profile"), (output != nil, "--output"),
      (format != nil, "--format"), (asOf != nil, "--as-of"), (channel != nil, "--channel"),
      (single, "--single"),
      (roster != nil, "--roster"),
      (baseline != nil, "--baseline"), (parcels, "--parcels"), (online, "--online"),
      (nameServer != nil, "--name-server"),
      (personalCopy != nil, "--personal-copy"), (reading.showPersonalData, "--show-personal-data"),
    ]
    let refused = given.filter(\.isGiven).map(\.name)
    guard refused.isEmpty else { throw console.failure(.notWithPlan(refused)) }
    let open = try console.explaining { try sharding.check(plan, common, reading) }
    if failOn.isReached(by: open) { throw ExitCode(ExitStatus.findings) }
  }

  private func check(_ console: Console, _ project: ProjectFile?) async throws -> CheckOutcome {
    let formats = try FormatList(
      format, hasOutput: output != nil, hasParcels: parcels, console)
    guard let asOf = asOf ?? Self.today else { throw console.failure(.clockIsWrong) }
    let session = try common.session(reading)
    var settings = CheckRun.Settings(
      // allowed: the profile that packs have without being asked
      packs: packs, profile: profile ?? "default", asOf: asOf, precision: reading.precision)
    settings.waivers = project?.waivers ?? []  // allowed: no project, no waivers
    let request = SubmissionCheck.Request(
      intake: Session.IntakeRequest(
        paths: paths, roster: roster,
        channel: try assumedChannel(console, project, session), isSingle: single,
        project: project, output: output), settings: settings,
      reports: RunReports.Request(
        output: output, formats: formats.files, baseline: baseline, locale: common.locale,
        showsPersonalData: reading.showPersonalData, personalCopy: personalCopy),
      isForOne: formats.isJSONOnOutput,
      lookups: online ? LookupSettings(servers: nameServer) : nil)
    let check = try placing(project) { try SubmissionCheck(request, in: session) }
    explain(check, console)
    var screen = Screen(console: console, formats: formats, mayComeAgain: check.mayComeAgain)
    if formats.hasText { console.write(.asOf(asOf)) }
    let progress = Progress(console: console)
    var outlines: [Int: SubmissionOutline] = [:]
    var isFailure: [Int: Bool] = [:]
    try await check.run(page: screen.page(formats), progress: progress.update) {
      index, report, page in
      progress.end()
      guard check.isAsked(index) else { return }
      screen.take(page, at: index)
      outlines[index] = SubmissionOutline(report)
      isFailure[index] = failOn.isReached(by: report.openSeverity)
    }
    progress.end()
    let finished = outlines.sorted { $0.key < $1.key }.map(\.value)
    screen.showPages()
    if check.isBatch {
      screen.summarize(finished, check.notices, since: check.earlier, check.options)
    }
    if !check.left.isEmpty { console.note(.reportsOfOthers(check.left)) }
    if let personalCopy { console.note(.personalCopy(personalCopy)) }
    if let output, formats.hasText { console.write(.reportsAreIn(output)) }
    return CheckOutcome(
      reports: finished, submissionCount: check.submissionCount,
      isFailure: isFailure.values.contains(true), formatFailures: check.formatFailures)
  }

  /// China has one time zone and no summer time.
  static var today: CalendarDate? {
    let seconds = Date().timeIntervalSince1970 + 8 * 3600
    return CalendarDate(dayNumber: Int((seconds / 86_400).rounded(.down)))
  }
}

/// What a check came to.
private struct CheckOutcome {
  /// Of the submissions that were finished.
  let reports: [SubmissionOutline]
  let submissionCount: Int
  /// Whether one of them has something at or above `--fail-on`.
  let isFailure: Bool
  let formatFailures: [FormatFailure]

  /// Rules that failed themselves, each once.
  var brokenRules: [String] { Set(reports.flatMap(\.brokenRules)).sorted() }
}
