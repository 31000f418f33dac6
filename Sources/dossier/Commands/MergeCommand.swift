internal import ArgumentParser
internal import Model
internal import Native
internal import Pipeline
internal import Report

/// `dossier merge`: the reports of all shards together, as one machine would have written them.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "合并各份的结果，与一台机器核对的结果相同 · Merges shards into what one machine would have written.",
    discussion:
      "退出码 · exit status: 0 通过 · nothing found; 1 有问题 · findings; 2 缺份、用法或规则错误 · missing shards, usage, rules."
  )

  @Argument(help: ArgumentHelp("计划的目录 · Folder of the plan.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("报告目录 · Folder for reports.", valueName: "dir"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "格式，逗号分隔；默认为计划的格式 · Formats, with commas (default: the plan's).", valueName: "list"))
  var format: String?

  @Option(help: "何时以 1 退出 · When to exit with 1: error, warning, never.")
  var failOn = FailOn.error

  @Option(
    help: ArgumentHelp(
      "只列出早先报告中没有的问题 · Only what an earlier report lacks.", valueName: "dir|report.json"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "另写一份不遮盖个人信息的更正清单，只给本人 · Also writes correction lists with personal data in full, for its owners alone.",
      valueName: "dir"))
  var personalCopy: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let file = try common.console.explaining { () throws in try PlanFile(folder) }
    var (common, reading) = (common, reading)
    try common.console.explaining { () throws in try common.follow(file, &reading) }
    var command = self
    (command.common, command.reading) = (common, reading)
    try await command.merge(file)
  }

  private func merge(_ file: PlanFile) async throws {
    let console = common.console
    let (outlines, open, failures) = try await console.explaining {
      try await merge(file, console)
    }
    let broken = Set(outlines.flatMap(\.brokenRules)).sorted()
    if !broken.isEmpty { console.note(.ruleErrors(broken)) }
    if !failures.isEmpty { console.note(.formatsFailed(failures)) }
    guard broken.isEmpty, failures.isEmpty else { throw ExitCode(ExitStatus.failure) }
    if failOn.isReached(by: open) { throw ExitCode(ExitStatus.findings) }
  }

  private func merge(_ file: PlanFile, _ console: Console) async throws -> (
    [SubmissionOutline], Severity?, [FormatFailure]
  ) {
    let formats = try format.map {
      try FormatList($0, hasOutput: true, hasParcels: false, console).files
    }
    let merge = try ShardMerge(
      file,
      RunReports.Request(
        output: output, formats: formats ?? file.plan.formats, baseline: baseline,
        locale: common.locale, showsPersonalData: reading.showPersonalData,
        personalCopy: personalCopy),
      in: try common.session(reading))
    if !merge.changed.isEmpty { console.note(.changedSincePlan(merge.changed)) }
    let progress = Progress(console: console)
    var outlines: [SubmissionOutline] = []
    var open: Severity?
    try await merge.run(page: { _ in 0 }, progress: progress.update) { report, _ in
      outlines.append(SubmissionOutline(report))
      open = [open, report.openSeverity].compactMap(\.self).max()
    }
    progress.end()
    if let signal = Interruption.signal {
      console.note(.interrupted(finished: outlines.count, of: merge.submissionCount))
      throw ExitCode(ExitStatus.interrupted(by: signal))
    }
    console.write(.asOf(merge.asOf))
    console.write(
      TerminalReport.summary(
        of: outlines, notices: merge.notices, since: merge.earlier, options: merge.options,
        style: console.style))
    if !merge.left.isEmpty { console.note(.reportsOfOthers(merge.left)) }
    if let personalCopy { console.note(.personalCopy(personalCopy)) }
    console.write(.reportsAreIn(output))
    return (outlines, open, merge.formatFailures)
  }
}
