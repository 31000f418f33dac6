internal import ArgumentParser
internal import Model
internal import Pipeline
internal import Report

/// `dossier plan`: cuts a run into shards that several machines check.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "把一批提交分成若干份，由多台机器核对 · Cuts a batch into shards for several machines.",
    discussion: """
      dossier plan 集团/ --shards 12 --output work
      dossier check --plan work/plan.json --shard 0      每份一次，0 到 11 · once for each of 0 to 11
      dossier merge work --output out                    与一台机器核对的结果相同 · as one machine would have written it
      """)

  @OptionGroup var planning: PlanningOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let outcome = try console.explaining { try planning.plan(common, reading) }
    console.write(.planned(outcome))
    console.write(.nextSteps(plan: outcome.path, folder: planning.output, outcome.plan))
  }
}

/// What is asked of a plan.
struct PlanningOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("提交目录或批次目录 · Submissions or batches.", valueName: "path"))
  var paths: [String]

  @Option(help: ArgumentHelp("份数 · Number of shards.", valueName: "k"))
  var shards: Int?

  @Option(
    help: ArgumentHelp("每份大约多少分钟（单核估计） · Minutes per shard, roughly, on one core.", valueName: "m"))
  var minutes: Int?

  @Option(help: ArgumentHelp("计划与各份结果的目录 · Folder of the plan and its shards.", valueName: "dir"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "名册（CSV 或 XLSX） · Roster: column folder, others declared keys.", valueName: "file"))
  var roster: String?

  @Option(
    help: ArgumentHelp(
      "没有申报渠道的提交按此渠道核对 · The channel of submissions that declare none.",
      valueName: "name"))
  var channel: String?

  @Flag(help: "每个目录都是一份提交 · Each folder is one submission, whatever lies in it.")
  var single = false

  @Option(
    help: ArgumentHelp(
      "合并时的报告格式 · Formats of the merged reports; see dossier formats.", valueName: "list"))
  var format: String?

  @Flag(help: "以大小和时间识别文件，不读内容 · Know files by size and time, without reading them.")
  var quick = false

  @OptionGroup var judging: JudgingOptions

  func validate() throws {
    guard (shards == nil) != (minutes == nil) else {
      throw ValidationError(
        "--shards 与 --minutes 必须且只能给一个 · give --shards or --minutes, one of them")
    }
    for (name, number) in [("--shards", shards), ("--minutes", minutes)] {
      if let number, !(1...1_000_000).contains(number) {
        throw ValidationError("\(name) \(number): 1 到 1000000 · 1 to 1000000")
      }
    }
  }

  /// Makes the plan, as the project file settles what no option says.
  func plan(_ common: CommonOptions, _ reading: ReadingOptions) throws -> RunPlanning.Outcome {
    var check = try CheckCommand.parse([])
    (check.paths, check.packs, check.roster) = (paths, judging.packs, roster)
    (check.channel, check.single) = (channel, single)
    check.profile = judging.profile == "default" ? nil : judging.profile
    (check.reading, check.common) = (reading, common)
    // allowed: the folder in which the command runs
    let project = try ProjectFile.find(from: paths.isEmpty ? ["."] : paths)
    let taken = project.map { check.take($0) }
    let console = check.common.console
    if let project, let taken {
      console.note(.project(project.path, taken.filter { $0.key != .output && $0.key != .locale }))
    }
    let formats = try FormatList(format, hasOutput: true, hasParcels: false, console)
    let session = try check.common.session(check.reading)
    var options = judging
    options.packs = check.packs
    if let profile = check.profile { options.profile = profile }
    var settings = try options.settings(console, reading.precision)
    settings.waivers = project?.waivers ?? []  // allowed: no project, no waivers
    return try check.placing(project) {
      try RunPlanning.plan(
        RunPlanning.Request(
          intake: Session.IntakeRequest(
            paths: paths, roster: check.roster,
            channel: try check.assumedChannel(console, project, session), isSingle: single,
            project: project), settings: settings,
          size: minutes.map { .minutes($0) } ?? .shards(shards ?? 1), isQuick: quick,
          formats: formats.files, locale: check.common.locale, output: output, rules: common.rules,
          addedRules: check.common.addedRules, trust: check.reading.trust), in: session)
    }
  }
}
