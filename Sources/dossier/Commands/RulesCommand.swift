internal import ArgumentParser
internal import Model
internal import Pipeline
internal import Rules

/// `dossier rules`: for those who write rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "规则作者的工具 · For rule authors.",
    subcommands: [Lint.self, Test.self])

  /// Whether the files load, with the place of each mistake.
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lint", abstract: "检查规则文件能否加载 · Whether the rule files load.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let console = common.console
      try console.explaining {
        let folder = try Installation(surroundings: try .current).rules(option: common.rules)
        let (rulebook, diagnostics) = try Rulebook.load(folder: folder)
        guard rulebook != nil else { throw console.failure(diagnostics, .rulesDoNotLoad) }
        if !diagnostics.isEmpty { console.write(console.frames(of: diagnostics)) }
        console.write(.rulesAreFine(folder: folder, warnings: diagnostics.count))
      }
    }
  }

  /// The tests inside the rule packs.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: "运行规则包中的测试 · Runs the tests inside the rule packs.")

    @Argument(help: ArgumentHelp("只运行名称含此文字的 · Only those with this in their name."))
    var filter: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let console = common.console
      try console.explaining {
        let installation = Installation(surroundings: try .current)
        let rulebook = try RulebookLoading.load(common, installation)
        let results = rulebook.library.runTests(filter: filter)
        if let filter, results.isEmpty { throw console.failure(.noRuleTests(filter: filter)) }
        let failed = results.filter { !$0.hasPassed }
        for result in failed { console.write(.failedTest(result)) }
        console.write(.ruleTests(count: results.count, failed: failed.count))
        if !failed.isEmpty { throw ExitCode(ExitStatus.findings) }
      }
    }
  }
}
