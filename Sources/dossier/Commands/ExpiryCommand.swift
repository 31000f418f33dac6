internal import ArgumentParser
internal import Foundation
internal import Ingest
internal import Model
internal import Native
internal import Pipeline
internal import Report

/// `dossier expiry`: what runs out, of all companies.
struct ExpiryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expiry",
    abstract:
      "列出即将到期与已过期的证照 · Lists what runs out: cards, licenses, letters, domains, certificates, seals.",
    discussion: """
      先列已过期，再按到期先后；没读到日期的照样列出。读过的材料不再读取。
      What has run out comes first, then by date; dates that were not read are listed too. What was read before is not read again.

      dossier expiry 集团/ --within 60d
      dossier expiry 集团/ --format csv,html,ics --output 到期
      """)

  @Argument(
    help: ArgumentHelp(
      "提交目录或批次目录；不写则按当前目录的 dossier.yaml · Submissions or batches; by default this folder, with a dossier.yaml in it or above.",
      valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "今后多久，如 90d、12w、3m、1y · How far ahead: 90d, 12w, 3m, 1y.", valueName: "span"))
  var within = TimeSpan.standard

  @Option(
    help: ArgumentHelp(
      "格式，逗号分隔：text、csv、html、ics · Formats, with commas: text, csv, html, ics.",
      valueName: "list"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "写入目录（expiry.csv 等） · Folder for expiry.csv and the others.", valueName: "dir"))
  var output: String?

  @Option(help: ArgumentHelp("名册（CSV 或 XLSX） · Roster.", valueName: "file"))
  var roster: String?

  @OptionGroup var judging: JudgingOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    var command = self
    let project = try command.follow()
    let (ready, console) = (command, command.common.console)
    try await console.explaining { try await ready.list(project, console) }
    if let signal = Interruption.signal { throw ExitCode(ExitStatus.interrupted(by: signal)) }
  }

  /// Takes from the project file what no option gives.
  private mutating func follow() throws -> ProjectFile? {
    let (project, taken) = try common.follow(projectAt: paths)
    guard project != nil || !paths.isEmpty else { throw common.console.failure(.noPath) }
    if paths.isEmpty { paths = ["."] }
    guard let project else { return nil }
    var others: [(key: ProjectWord, value: String)] = []
    if roster == nil, let setting = project.settings.roster {
      let path = project.path(of: setting)
      roster = path
      others.append((.roster, path))
    }
    if reading.trust == nil, let setting = project.settings.trust {
      let path = project.path(of: setting)
      reading.trust = path
      others.append((.trust, path))
    }
    common.console.note(.project(project.path, others + taken))
    return project
  }

  private func list(_ project: ProjectFile?, _ console: Console) async throws {
    let formats = try chosenFormats(console)
    let settings = try judging.settings(console, reading.precision)
    guard let days = within.days(from: settings.asOf) else {
      throw console.failure(.spanIsTooLong)
    }
    let session = try common.session(reading)
    let rulebook = try session.rulebook()
    let intake = try session.intake(
      Session.IntakeRequest(
        paths: paths, roster: roster, project: project,
        output: output ?? project.flatMap { file in file.settings.output.map(file.path(of:)) }))
    let run = try CheckRun(
      rulebook: rulebook, settings: settings, submissions: intake.submissions)
    let options = ReportOptions(
      locale: common.locale, showsPersonalData: reading.showPersonalData,
      catalogue: rulebook.facts, materialTitles: rulebook.facts.titles)
    let progress = Progress(console: console)
    Interruption.startCatching()
    let found = try await run.expiries(
      with: try session.resources(for: run.fileCount), width: reading.jobs, options: options,
      progress: { progress.update($0, of: run.fileCount) },
      shouldStop: { Interruption.signal != nil })
    progress.end()
    // Half a list would be taken for the whole.
    guard Interruption.signal == nil else { return }
    let list = ExpiryList(of: found, asOf: settings.asOf, within: days)
    try write(list, formats, options, console)
  }

  private func write(
    _ list: ExpiryList, _ formats: [ExpiryFormat], _ options: ReportOptions, _ console: Console
  ) throws {
    let folder = try output.map { try OutputFolder(creating: $0) }
    for format in formats {
      let text = try format.text(of: list, options: options, style: console.style)
      guard let folder, let name = format.fileName else {
        if format == .text { console.write(.asOf(list.asOf)) }
        console.write(text)
        continue
      }
      try folder.write(Array(text.utf8), to: name)
      console.write(.wrote(folder.path + "/" + name))
    }
  }

  /// One format is shown; several need a folder.
  private func chosenFormats(_ console: Console) throws -> [ExpiryFormat] {
    guard let format else { return output == nil ? [.text] : ExpiryFormat.allCases }
    let names = format.split(separator: ",").map { String($0.filter { $0 != " " }) }
      .filter { !$0.isEmpty }
    let unknown = names.filter { ExpiryFormat(rawValue: $0) == nil }
    guard !names.isEmpty else {
      throw console.failure(.noFormat(known: ExpiryFormat.allCases.map(\.rawValue)))
    }
    guard unknown.isEmpty else {
      throw console.failure(
        .unknownFormats(unknown, known: ExpiryFormat.allCases.map(\.rawValue)))
    }
    guard output != nil || names.count == 1 else { throw console.failure(.formatsNeedOutput) }
    return names.compactMap(ExpiryFormat.init)
  }
}
