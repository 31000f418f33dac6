internal import ArgumentParser
internal import Foundation
internal import Model
internal import Pipeline
internal import Report
internal import Rules

/// `dossier rules explain`: a rule, or its verdict on a submission, taken apart.
struct RulesExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "解释一条规则及其结论 · Takes a rule and its verdict apart.")

  @Argument(help: ArgumentHelp("规则编号 · Rule id.", valueName: "rule"))
  var rule: String

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("在这份提交上 · On this submission.", valueName: "submission"))
  var submission: String?

  @OptionGroup var judging: JudgingOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let (common, project) = try self.common.inProject(of: submission)
    let console = common.console
    try await console.explaining {
      let session = try common.session(reading)
      let rulebook = try session.rulebook()
      var report: SubmissionReport?
      if let submission {
        let progress = Progress(console: console)
        let reports = try await session.reports(
          of: [submission], in: project, try judging.settings(console, reading.precision),
          progress: progress.update)
        progress.end()
        guard reports.count == 1 else { throw console.failure(.explainsOneSubmission(submission)) }
        report = reports.first
      }
      let channel = report?.factSet.facts["declared.channel"]?.value?.text
      let packs = judging.packs.isEmpty ? rulebook.library.packs(with: rule) : judging.packs
      let (chosen, diagnostics) = rulebook.library.ruleSet(
        packs: packs, channel: channel, profile: judging.profile)
      guard let chosen else { throw console.failure(diagnostics, .rulesDoNotLoad) }
      guard let explanation = chosen.explanation(of: rule, on: report?.factSet) else {
        let known = rulebook.library.packs.flatMap(\.rules).map(\.id)
        throw console.failure(
          .noSuchRule(rule, nearest: NearestName.suggestion(for: rule, among: known)))
      }
      let options = ReportOptions(
        locale: common.locale, showsPersonalData: reading.showPersonalData,
        catalogue: rulebook.facts)
      console.write(
        ExplanationReport.text(
          of: explanation, on: report, options: options, style: console.style))
    }
  }
}
