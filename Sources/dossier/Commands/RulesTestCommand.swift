internal import ArgumentParser
internal import Model
internal import Native
internal import Pipeline
internal import Report
internal import Rules

/// `dossier rules test`: the tests inside the rule packs.
struct RulesTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "运行规则包中的测试 · Runs the tests inside the rule packs.",
    discussion: """
      由真实提交写出一个测试，个人信息换成虚构的 · writes a test from a real case, with invented personal values:
      dossier rules test --on 提交目录 --rule LIC-NAME-001
      """)

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

  @Flag(help: "规则文件保存后再测试 · Test again whenever a rule file is saved.")
  var watch = false

  @Option(help: "格式 · Format: text, junit, json.")
  var format = Format.text

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      "由这份提交写出 --rule 的测试 · Write a test of --rule from this submission.",
      valueName: "submission"))
  var submission: String?

  @Option(help: ArgumentHelp("与 --on 同用：规则编号 · With --on: the rule's id.", valueName: "id"))
  var rule: String?

  @OptionGroup var judging: JudgingOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let (common, project) = try self.common.inProject(of: submission)
    let console = common.console
    if watch {
      guard submission == nil, format == .text else { throw console.failure(.watchesText) }
      return try await testOnEachSave(common, console)
    }
    if submission != nil || rule != nil { return try await draft(project, common, console) }
    try test(common, console)
  }

  /// Tests now and after each change of a rule file; what is wrong is said, and the next save is waited for.
  private func testOnEachSave(_ common: CommonOptions, _ console: Console) async throws {
    Interruption.startCatching()
    let session = try console.explaining { try common.session() }
    let folders = try console.explaining {
      [try session.rulesFolder] + (try session.addedRules().map(\.folder))
    }
    var watch = FolderWatch { folders }
    repeat {
      do { try test(common, console) } catch let failure as Failure {
        Console.writeError(failure.text)
      } catch is ExitCode {}
      if Interruption.signal == nil { console.note(.watchingRules) }
    } while await watch.next(stillness: .zero) { Interruption.signal != nil }
    if let signal = Interruption.signal { throw ExitCode(ExitStatus.interrupted(by: signal)) }
  }

  private func test(_ common: CommonOptions, _ console: Console) throws {
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

  /// A test from a real case, to be pasted into the rule's file.
  private func draft(
    _ project: ProjectFile?, _ common: CommonOptions, _ console: Console
  ) async throws {
    try await console.explaining {
      let session = try common.session(reading)
      let library = try session.rulebook().library
      guard let submission, let rule else { throw console.failure(.testNeedsRuleAndCase) }
      guard !library.packs(with: rule).isEmpty else {
        let known = library.packs.flatMap(\.rules).map(\.id)
        throw console.failure(
          .noSuchRule(rule, nearest: NearestName.suggestion(for: rule, among: known)))
      }
      let progress = Progress(console: console)
      let reports = try await session.reports(
        of: [submission], in: project, try judging.settings(console, reading.precision),
        progress: progress.update)
      progress.end()
      guard reports.count == 1, let facts = reports.first?.factSet else {
        throw console.failure(.explainsOneSubmission(submission))
      }
      guard reports.first?.undelivered == nil else {
        throw console.failure(.nothingToTestOn(submission))
      }
      guard let draft = library.testDraft(of: rule, from: facts) else { return }
      console.note(.pasteTest(draft))
      console.write(draft.text)
      if !draft.isFaithful {
        console.note(.testDiffers(draft))
        throw ExitCode(ExitStatus.findings)
      }
    }
  }
}
