internal import ArgumentParser
internal import Model
internal import Pipeline
internal import Report
internal import Rules

/// `dossier rules test`: the tests inside the rule packs.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "运行规则包中的测试 · Runs the tests inside the rule packs.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, junit, json }

  @Argument(help: .hidden)
  var name: String?

  @Option(
    help: ArgumentHelp(
      "只运行规则编号、规则包或标签含此文字的 · Only rules whose id, pack or tag holds this.",
      valueName: "text"))
  var filter: String?

  @Flag(help: "列出没有测试到的规则和分支 · What the tests do not try.")
  var coverage = false

  @Flag(help: "变异测试：改动规则，看测试能否发现 · Change rules and see whether the tests notice.")
  var mutate = false

  @Option(help: "格式 · Format: text, junit, json.")
  var format = Format.text

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    try console.explaining {
      let library = try common.session().rulebook().library
      let filter = filter ?? name
      let run = RuleTestRun(
        results: library.runTests(filter: filter),
        coverage: coverage ? library.coverage(filter: filter) : nil,
        mutants: mutate ? library.mutants(filter: filter) : nil)
      if let filter, run.results.isEmpty { throw console.failure(.noRuleTests(filter: filter)) }
      switch format {
      case .text:
        console.write(RuleTestReport.text(of: run, locale: common.locale, style: console.style))
      case .junit: console.write(RuleTestReport.junit(of: run))
      case .json: console.write(RuleTestReport.json(of: run))
      }
      if !run.isFine { throw ExitCode(ExitStatus.findings) }
    }
  }
}
