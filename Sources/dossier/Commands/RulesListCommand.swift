internal import ArgumentParser
internal import Model
internal import Pipeline
internal import Report
internal import Rules

/// `dossier rules list`: the rules that apply, and what overrides made of them.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出适用的规则及其变更 · Lists the rules as overrides leave them.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp("规则包，可多次 · Rule pack, repeatable (default: all).", valueName: "id"))
  var packs: [String] = []

  @Option(help: ArgumentHelp("规则包中的方案 · Profile of the packs.", valueName: "name"))
  var profile = "default"

  @Option(help: "格式 · Format: text, json.")
  var format = Format.text

  @OptionGroup var common: CommonOptions

  func run() throws {
    let common = try self.common.inProject().common
    let console = common.console
    try console.explaining {
      let library = try common.session().rulebook().library
      let wanted = packs.isEmpty ? library.packs.map(\.id) : packs
      let (chosen, diagnostics) = library.ruleSet(packs: wanted, channel: nil, profile: profile)
      guard let chosen else { throw console.failure(diagnostics, .rulesDoNotLoad) }
      switch format {
      case .text:
        console.write(
          RuleListReport.text(of: chosen.list, locale: common.locale, style: console.style))
      case .json: console.write(RuleListReport.json(of: chosen.list))
      }
    }
  }
}
