internal import ArgumentParser
internal import Ingest
internal import Model
internal import Native
internal import Pipeline

/// `dossier init`: drafts declarations from materials.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "根据材料起草 declared.yaml · Drafts declared.yaml from what the materials say.",
    discussion: """
      每个值旁注明出处；核对后删去 drafted_from_materials 一行。已有申报文件的目录不会改动。
      Every value has its source beside it; delete drafted_from_materials once it is checked.
      Folders that have a declaration are left as they are.
      """)

  @Argument(help: ArgumentHelp("提交目录或批次目录 · A submission or a batch.", valueName: "path"))
  var path: String

  @Option(
    help: ArgumentHelp("起草日期 · Date of the draft (default: today in Shanghai).", valueName: "date"))
  var asOf: CalendarDate?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let isComplete = try console.explaining { try draft(console) }
    if let signal = Interruption.signal { throw ExitCode(ExitStatus.interrupted(by: signal)) }
    if !isComplete { throw ExitCode(ExitStatus.findings) }
  }

  /// Whether every submission of a batch got a draft.
  private func draft(_ console: Console) throws -> Bool {
    let session = try common.session(reading)
    let rulebook = try session.rulebook()
    let intake = try session.intake(of: [path])
    guard let asOf = asOf ?? CheckCommand.today else { throw console.failure(.clockIsWrong) }
    let run = DraftRun(rulebook: rulebook, asOf: asOf, locale: common.locale)
    var isComplete = true
    // What gets no draft is not read either.
    var open: [(submission: Submission, folder: String)] = []
    for submission in intake.submissions {
      let folder = intake.isBatch ? path + "/" + submission.name : path
      do throws(DraftRun.Refusal) {
        try run.check(folder)
        open.append((submission, folder))
      } catch {
        guard intake.isBatch else { throw console.failure(.noDraft(error)) }
        console.note(.noDraft(error))
        isComplete = false
      }
    }
    let count = open.reduce(0) { $0 + $1.submission.sources.count }
    let resources = try session.resources(for: count)
    Interruption.startCatching()
    let progress = Progress(console: console)
    defer { progress.end() }
    var done = 0
    for (submission, folder) in open {
      let before = done
      let extractions = try resources.extractions(
        of: submission.sources, progress: { progress.update(before + $0, of: count) },
        shouldStop: { Interruption.signal != nil })
      if Interruption.signal != nil { return false }
      done += submission.sources.count
      let written = try run.draft(submission, from: extractions, to: folder)
      progress.end()
      console.write(.drafted(written))
    }
    return isComplete
  }
}
