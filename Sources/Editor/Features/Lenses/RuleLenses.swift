internal import CEL
internal import Model
internal import Report
internal import Rules
internal import Tables

extension Feature {
  /// What can be run above a rule and above each of its tests; figures come when a lens is shown.
  static let codeLens = Feature(
    "textDocument/codeLens", announcedAs: "codeLensProvider", .members(["resolveProvider": true])
  ) { context in
    guard context.file.kind == .pack else { return .null }
    return .array(RuleLenses(context: context).all)
  }

  /// The figures of one lens.
  static let codeLensResolve = Feature("codeLens/resolve") { context throws(EditorRefusal) in
    RuleLenses(context: context).resolved()
  }
}

/// The lenses of a pack's file.
private struct RuleLenses {
  let context: FeatureContext

  /// What a lens shows; raw values travel in its data.
  private enum Kind: String, CaseIterable {
    case tests, mutants, coverage, evaluation, verdicts
  }

  /// Returns all lenses, without their figures.
  var all: [LSPValue] {
    // allowed: a file without rules has no lens
    let rules = context.file.outline["rules"]?.items ?? []
    var lenses: [LSPValue] = []
    if let first = rules.first,
      let pack = context.workspace.library?.pack(ofFile: context.file.path)
    {
      let title = context.words("▶ 运行全部测试（\(pack)）", "▶ run all tests (\(pack))")
      lenses.append(
        lens(first.range.start, EditorCommand.runTests.call(title, [.string(pack)]), data: nil))
    }
    for rule in rules {
      guard let id = rule["id"]?.text else { continue }
      for kind in Kind.allCases where isShown(kind) {
        let data = LSPValue.members([
          "uri": .string(DocumentPath.uri(of: context.file.path)), "rule": .string(id),
          "kind": .string(kind.rawValue),
        ])
        lenses.append(lens(rule.range.start, nil, data: data))
      }
      lenses += tests(of: rule, id)
    }
    return lenses
  }

  private func isShown(_ kind: Kind) -> Bool {
    switch kind {
    case .tests, .mutants, .coverage: true
    case .evaluation, .verdicts: !context.workspace.trials.cases.isEmpty
    }
  }

  private func tests(of rule: OutlineNode, _ id: String) -> [LSPValue] {
    let tests = rule["tests"]?.items ?? []  // allowed: no tests, no lens
    return tests.enumerated().map { index, test in
      let title = context.words("▶ 运行此测试", "▶ run this test")
      return lens(
        test.range.start, EditorCommand.runTest.call(title, [.string(id), .int(index + 1)]),
        data: nil)
    }
  }

  private func lens(_ place: TextPosition, _ command: LSPValue?, data: LSPValue?) -> LSPValue {
    let end = TextPosition(line: place.line, column: place.column + 1)
    return .members([
      "range": context.range(SourceRange(start: place, end: end)), "command": command,
      "data": data,
    ])
  }

  // MARK: Figures

  /// Returns the lens that was asked for with its figures, as the rules now are.
  func resolved() -> LSPValue {
    let data = context.params["data"]
    let range = context.params["range"]?.asAnswer
    guard let rule = data?["rule"]?.string,
      let kind = data?["kind"]?.string.flatMap(Kind.init(rawValue:))
    else { return context.params.asAnswer }
    return .members([
      "range": range, "command": command(kind, rule), "data": data?.asAnswer,
    ])
  }

  private func command(_ kind: Kind, _ rule: String) -> LSPValue {
    let workspace = context.workspace
    guard workspace.rules.library != nil, let library = workspace.library else {
      let title = context.words("规则有错误，暂不能运行", "the rules have errors and cannot run")
      return EditorCommand.runTests.call(title, [.string(rule)])
    }
    switch kind {
    case .tests:
      let results = library.runTests(filter: rule).filter { $0.rule == rule }
      let failed = results.count { !$0.hasPassed }
      let title =
        failed == 0
        ? context.words("✓ 测试 \(results.count)", "✓ tests \(results.count)")
        : context.words(
          "✗ 测试失败 \(failed)/\(results.count)", "✗ tests failed \(failed)/\(results.count)")
      return EditorCommand.runTests.call(title, [.string(rule)])
    case .mutants:
      return EditorCommand.mutants.call(context.words("变异", "mutants"), [.string(rule)])
    case .coverage:
      let coverage = library.coverage(filter: rule).first { $0.rule == rule }
      let figures = coverage.map { "\($0.seen)/\($0.total)" } ?? "—"
      return EditorCommand.coverage.call(
        context.words("分支 \(figures)", "branches \(figures)"), [.string(rule)])
    case .evaluation: return evaluation(rule, library)
    case .verdicts: return verdicts(rule)
    }
  }

  private func evaluation(_ rule: String, _ library: RuleLibrary) -> LSPValue {
    let trials = context.workspace.trials
    guard let chosen = trials.chosen ?? trials.cases.first,
      let outcome = library.outcome(of: rule, on: chosen.facts)
    else { return EditorCommand.evaluate.call("—", [.string(rule)]) }
    let verdict = context.words(Phrase.verdict(outcome.verdict))
    return EditorCommand.evaluate.call("\(chosen.name)：\(verdict)", [.string(rule)])
  }

  private func verdicts(_ rule: String) -> LSPValue {
    guard let tally = context.workspace.tally(of: rule) else {
      return EditorCommand.changes.call("—", [.string(rule)])
    }
    let counts = Verdict.allCases.compactMap { verdict in
      tally.counts[verdict].map { context.words(Phrase.verdict(verdict)) + " \($0)" }
    }
    let changed =
      tally.changes.isEmpty
      ? String() : context.words("，改变 \(tally.changes.count)", ", changed \(tally.changes.count)")
    return EditorCommand.changes.call(counts.joined(separator: " · ") + changed, [.string(rule)])
  }
}
