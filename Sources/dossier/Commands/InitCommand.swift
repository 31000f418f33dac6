internal import ArgumentParser
internal import Ingest
internal import Model
internal import Native
internal import Pipeline

/// `dossier init`: drafts declarations from materials, or begins a roster.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "根据材料起草 declared.yaml · Drafts declared.yaml from what the materials say.",
    discussion: """
      每个值旁注明出处；核对后删去 drafted_from_materials 一行。已有申报文件的目录不会改动。
      Every value has its source beside it; delete drafted_from_materials once it is checked.
      Folders that have a declaration are left as they are.

      dossier init 集团/ 另一家/               每家各起草一份 · a draft for each company
      dossier init --roster 名册.csv 集团/      只写名册模板，每家一行 · only a roster to fill in, a row for each
      """)

  @Argument(
    help: ArgumentHelp("提交目录或批次目录，可多个 · Submissions or batches.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "写一份待填的名册（CSV），不读材料 · Writes a roster to fill in, and reads nothing.",
      valueName: "file"))
  var roster: String?

  @Flag(help: "每个目录都是一份提交 · Each folder is one submission, whatever lies in it.")
  var single = false

  @Option(
    help: ArgumentHelp("起草日期 · Date of the draft (default: today in Shanghai).", valueName: "date"))
  var asOf: CalendarDate?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if let roster {
      try common.console.explaining { try begin(roster, common.console) }
      return
    }
    guard !paths.isEmpty else { throw common.console.failure(.noPathToDraft) }
    let isComplete = try common.console.explaining {
      try draft(try ProjectFile.find(from: paths))
    }
    if let signal = Interruption.signal { throw ExitCode(ExitStatus.interrupted(by: signal)) }
    if !isComplete { throw ExitCode(ExitStatus.findings) }
  }

  /// Writes a roster with a row for each company at the paths.
  private func begin(_ roster: String, _ console: Console) throws {
    let file: RosterTemplateFile
    do throws(RosterTemplateFile.Refusal) {
      file = try RosterTemplateFile(path: roster)
    } catch {
      throw console.failure(.noRosterTemplate(error))
    }
    let session = try common.session(reading)
    var folders: [String] = []
    if !paths.isEmpty {
      // What a project file names is no company's.
      let intake = try session.intake(
        Session.IntakeRequest(
          paths: paths, isSingle: single, project: try ProjectFile.find(from: paths)))
      folders = intake.submissions.map(\.name)
    }
    try file.write(folders: folders, try session.rulebook())
    console.write(.rosterTemplate(roster, rows: folders.count))
  }

  /// Whether every submission got a draft.
  ///
  /// A project's roster says which folders are companies, its rules how papers are read.
  private func draft(_ project: ProjectFile?) throws -> Bool {
    var check = try CheckCommand.parse([])
    (check.paths, check.single, check.reading, check.common) = (paths, single, reading, common)
    let taken = project.map { check.take($0) }
    let console = check.common.console
    if let project, let taken {
      let used: Set<ProjectWord> = [.roster, .rules, .locale, .trust]
      console.note(.project(project.path, taken.filter { used.contains($0.key) }))
    }
    let session = try check.common.session(check.reading)
    let rulebook = try session.rulebook()
    let intake = try session.intake(
      Session.IntakeRequest(
        paths: paths, roster: check.roster, isSingle: single, project: project,
        output: check.output)
    ).ofFolders
    guard !intake.submissions.isEmpty else { throw Session.Refusal.nothingToCheck(paths: paths) }
    for decision in intake.decisions {
      console.note(.decided(decision, count: intake.submissions.count))
    }
    guard let asOf = asOf ?? CheckCommand.today else { throw console.failure(.clockIsWrong) }
    let run = DraftRun(rulebook: rulebook, asOf: asOf, locale: check.common.locale)
    var isComplete = true
    // What gets no draft is not read either.
    var open: [(submission: Submission, folder: String)] = []
    for submission in intake.submissions {
      do throws(DraftRun.Refusal) {
        open.append((submission, try run.folder(for: submission)))
      } catch {
        guard intake.submissions.count > 1 else { throw console.failure(.noDraft(error)) }
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
