internal import ArgumentParser
internal import Model
internal import Pipeline
internal import Rules

/// `dossier rules`: for those who write rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "规则作者的工具 · For rule authors.",
    subcommands: [
      Lint.self, RulesTestCommand.self, RulesSchemaCommand.self,
      RulesExplainCommand.self,
    ])

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
}
