internal import ArgumentParser
internal import Foundation
internal import Model
internal import Pipeline
internal import Report

/// `dossier rules impact`: which verdicts other rules would change.
struct RulesImpactCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "新旧规则或规则包的结论差异 · Which verdicts change with other rules or packs.",
    discussion: "退出码 · exit status: 0 无变化 · no change; 1 有变化 · verdicts change.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: ArgumentHelp("旧规则目录 · Old rules folder.", valueName: "old-rules"))
  var old: String

  @Argument(help: ArgumentHelp("新规则目录 · New rules folder.", valueName: "new-rules"))
  var new: String

  @Argument(help: ArgumentHelp("提交或批次 · Submissions or batches.", valueName: "path"))
  var paths: [String]

  @Option(help: "格式 · Format: text, json.")
  var format = Format.text

  @OptionGroup var judging: JudgingOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let console = common.console
    try await console.explaining {
      let impact = RuleImpact(
        before: try await reports(by: old, console), after: try await reports(by: new, console))
      switch format {
      case .text:
        console.write(
          ImpactReport.text(of: impact, locale: common.locale, style: console.style))
      case .json: console.write(ImpactReport.json(of: impact))
      }
      if impact.changeCount > 0 { throw ExitCode(ExitStatus.findings) }
    }
  }

  /// What the rules in `folder` say; files that were read before come from the cache.
  private func reports(by folder: String, _ console: Console) async throws -> [SubmissionReport] {
    var common = common
    // An author's folder is no whole rules folder: it stands beside the built-in one.
    let isWhole = ["materials", "declared.yaml"].allSatisfy {
      FileManager.default.fileExists(atPath: folder + "/" + $0)
    }
    if isWhole { common.rules = folder } else { common.addedRules.append(folder) }
    let progress = Progress(console: console)
    defer { progress.end() }
    return try await common.session(reading).reports(
      of: paths, try judging.settings(console, reading.precision), progress: progress.update)
  }
}
