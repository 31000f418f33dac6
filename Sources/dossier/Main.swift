internal import ArgumentParser
internal import Foundation
internal import Model
internal import Native
internal import Pipeline

@main struct Dossier: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "提交前核对企业资质材料 · Checks qualification materials before they are submitted.",
    discussion: """
      dossier check 我的公司/            一份提交 · one submission
      dossier check 集团/ --output out   一批提交 · a batch, one folder each

      退出码 · exit status: 0 通过 · nothing found; 1 有问题 · findings; 2 用法或规则错误 · usage, rules, tool.
      """,
    subcommands: [
      CheckCommand.self, WatchCommand.self, ExpiryCommand.self, ExtractCommand.self,
      InitCommand.self,
      RulesCommand.self, LSPCommand.self, MaterialsCommand.self, PlanCommand.self,
      MergeCommand.self,
      SlurmCommand.self,
      FormatsCommand.self, DoctorCommand.self, CacheCommand.self, WorkerCommand.self,
    ])

  @Flag(help: "版本、提交、规则与模型的摘要 · Version, commit, digests of rules and models.")
  var version = false

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    let parts = try InstalledParts(Installation(surroundings: .current))
    // Words that scripts read: the same in both languages.
    print("dossier", parts.version)
    for (name, value) in [
      ("commit", parts.commit ?? "built in a checkout"),  // allowed: a checkout has no file of it
      ("rules", parts.rules ?? "not found"),  // allowed: said as such
      ("models", parts.models ?? "not found"),  // allowed: said as such
      ("precision", InferencePrecision.standard.rawValue),
    ] { print(name.padding(toLength: 10, withPad: " ", startingAt: 0), value) }
  }

  static func main() async {
    do {
      // Before anything else runs: libraries look only once where their plug-ins lie.
      let here = Installation(surroundings: try .current)
      try BroughtLibraries.announce(in: here.libraries)
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Ends the program with 2 for usage, rule file or tool failure, else with what the command chose.
  private static func end(with error: any Error) -> Never {
    if let failure = error as? Failure {
      Console.writeError(failure.text)
      Foundation.exit(ExitStatus.failure)
    }
    switch exitCode(for: error) {
    case .validationFailure:
      Console.writeError(fullMessage(for: error))
      Foundation.exit(ExitStatus.failure)
    case .failure where !(error is ExitCode):
      // 1 says that the check was done and found something: what nobody foresaw is no such thing.
      let text = Message.unforeseen(error).text
      Console.writeError("dossier: \(text.chinese)\ndossier: \(text.english)")
      Foundation.exit(ExitStatus.failure)
    default:
      // Help, the version, and statuses that commands chose themselves.
      exit(withError: error)
    }
  }
}

/// What the program ends with.
enum ExitStatus {
  static let findings: Int32 = 1
  /// Usage, a rule file, the tool itself.
  static let failure: Int32 = 2
  /// As shells say it: 128 and the signal's number.
  static func interrupted(by signal: Int32) -> Int32 { 128 + signal }
}
