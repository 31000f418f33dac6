internal import Model
internal import Report
internal import Rules
internal import Tables

extension EditorCommand {
  /// Runs the tests of a rule, or of all rules of a pack.
  static let runTests = EditorCommand(name: "dossier.runTests") { call throws(EditorRefusal) in
    let filter = try call.text(0, "规则编号或规则包", "a rule's id or a pack")
    let results = try call.workspace.currentLibrary().runTests(filter: filter)
    return told(call.workspace, RuleTestRun(results: results, coverage: nil, mutants: nil))
  }

  /// Runs one test of a rule by its 1-based number.
  static let runTest = EditorCommand(name: "dossier.runTest") { call throws(EditorRefusal) in
    let rule = try call.text(0, "规则编号", "the id of a rule")
    guard call.arguments.count > 1, let number = call.arguments[1].int else {
      throw EditorRefusal("缺少参数：第几项测试", "an argument is missing: which test")
    }
    let results = try call.workspace.currentLibrary().runTests(filter: rule)
      .filter { $0.rule == rule && $0.number == number }
    return told(call.workspace, RuleTestRun(results: results, coverage: nil, mutants: nil))
  }

  /// Changes a rule in one place after another and lists what its tests do not notice.
  static let mutants = EditorCommand(name: "dossier.mutants") { call throws(EditorRefusal) in
    let rule = try call.text(0, "规则编号", "the id of a rule")
    let library = try call.workspace.currentLibrary()
    let run = RuleTestRun(
      results: library.runTests(filter: rule), coverage: nil, mutants: library.mutants(filter: rule)
    )
    return told(call.workspace, run)
  }

  /// Lists the branches of a rule that no test tries.
  static let coverage = EditorCommand(name: "dossier.coverage") { call throws(EditorRefusal) in
    let rule = try call.text(0, "规则编号", "the id of a rule")
    let library = try call.workspace.currentLibrary()
    let run = RuleTestRun(
      results: library.runTests(filter: rule), coverage: library.coverage(filter: rule),
      mutants: nil)
    return told(call.workspace, run)
  }

  private static func told(_ workspace: Workspace, _ run: RuleTestRun) -> Outcome {
    Outcome(
      value: .members([
        "tests": .int(run.results.count), "failed": .int(run.failed.count),
        "survivors": .strings(run.survivors.map(\.name)),
        "failures": .array(
          run.failed.map { result in
            .members([
              "rule": .string(result.rule), "number": .int(result.number),
              "line": .int(result.position.line - 1),
            ])
          }),
      ]),
      text: RuleTestReport.text(of: run, locale: workspace.locale, style: TerminalStyle()))
  }
}
