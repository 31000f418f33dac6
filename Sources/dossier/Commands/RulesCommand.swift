internal import ArgumentParser
internal import Model
internal import Pipeline
internal import Rules

/// `dossier rules`: for those who write rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "规则作者的工具 · For rule authors.",
    subcommands: [
      RulesNewCommand.self, Lint.self, RulesTestCommand.self, RulesListCommand.self,
      RulesExplainCommand.self,
      RulesImpactCommand.self, RulesDocsCommand.self, RulesSchemaCommand.self,
    ])

  /// Whether the files load, with the place of each mistake, and what is unwise in them.
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lint",
      abstract: "检查规则文件能否加载及其写法 · Whether the rule files load, and their style.")

    @Flag(help: "有提醒时以 1 退出 · Exit with 1 where there are warnings.")
    var strict = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      let common = try self.common.inProject().common
      let console = common.console
      try console.explaining {
        let session = try common.session()
        let (rulebook, diagnostics) = try session.loadRules()
        guard let rulebook else { throw console.failure(diagnostics, .rulesDoNotLoad) }
        let warnings = diagnostics + rulebook.library.style()
        if !warnings.isEmpty { console.write(console.frames(of: warnings)) }
        console.write(
          .rulesAreFine(
            folders: [try session.rulesFolder] + (try session.addedRules().map(\.folder)),
            warnings: warnings.count))
        if strict, !warnings.isEmpty { throw ExitCode(ExitStatus.findings) }
      }
    }
  }
}
