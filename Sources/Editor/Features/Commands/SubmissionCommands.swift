internal import Model
internal import Report
internal import Rules
internal import Tables

extension EditorCommand {
  /// Chooses the submissions to evaluate on: a submission or a batch, by its path.
  static let chooseSubmissions = EditorCommand(
    name: "dossier.chooseSubmissions", changesEvaluation: true
  ) { call async throws(EditorRefusal) in
    let path = try call.text(0, "提交或批次的路径", "the path of a submission or a batch")
    try await call.workspace.choose(path)
    let cases = call.workspace.trials.cases
    let count = cases.count
    return Outcome(
      value: .members(["path": .string(path), "submissions": .strings(cases.map(\.name))]),
      text: call.workspace.words(
        "在 \(count) 份提交上试算规则", "rules are evaluated on \(count) submissions"))
  }

  /// Chooses the one submission whose values are shown.
  static let chooseCase = EditorCommand(name: "dossier.chooseCase", changesEvaluation: true) {
    call throws(EditorRefusal) in
    let name = try call.text(0, "提交的名称", "the name of a submission")
    let cases = call.workspace.trials.cases
    guard let chosen = cases.first(where: { $0.name == name }) else {
      let near = NearestName.suggestion(for: name, among: cases.map(\.name))
      let hint = near.map { ("；是否为「\($0)」？", "; did you mean \($0)?") } ?? ("", "")
      throw EditorRefusal("没有提交「\(name)」\(hint.0)", "there is no submission \(name)\(hint.1)")
    }
    call.workspace.trials.chosen = chosen
    return Outcome(value: .string(chosen.name), text: nil)
  }

  /// Says what one rule comes to in the chosen submission, and why.
  static let evaluate = EditorCommand(name: "dossier.evaluate") { call throws(EditorRefusal) in
    let rule = try call.text(0, "规则编号", "the id of a rule")
    let workspace = call.workspace
    let library = try workspace.currentLibrary()
    guard let chosen = workspace.trials.chosen ?? workspace.trials.cases.first else {
      throw EditorRefusal(
        "还没有选定提交：请先执行 dossier.chooseSubmissions",
        "no submission is chosen: run dossier.chooseSubmissions first")
    }
    guard let outcome = library.outcome(of: rule, on: chosen.facts) else {
      throw EditorRefusal("没有规则「\(rule)」", "there is no rule \(rule)")
    }
    let verdict = Phrase.verdict(outcome.verdict)[workspace.locale]
    let unknown = Set(outcome.findings.flatMap(\.unknown).map(\.fact)).sorted()
    let open = unknown.isEmpty ? String() : "（" + unknown.joined(separator: "、") + "）"
    return Outcome(
      value: .members([
        "submission": .string(chosen.name), "verdict": .string(outcome.verdict.rawValue),
        "unknown": .strings(unknown),
      ]), text: "\(chosen.name) · \(rule)：\(verdict)\(open)")
  }

  /// Lists the submissions for which a rule says something else than when the rules were last saved.
  static let changes = EditorCommand(name: "dossier.changes") { call throws(EditorRefusal) in
    let rule = try call.text(0, "规则编号", "the id of a rule")
    let workspace = call.workspace
    guard let tally = workspace.tally(of: rule) else {
      throw EditorRefusal("没有可试算的提交", "there are no submissions to evaluate on")
    }
    let lines = tally.changes.map { change in
      let words = { Phrase.verdict($0)[workspace.locale] }
      return "\(change.name)：\(words(change.before)) → \(words(change.now))"
    }
    let shown = lines.prefix(20).joined(separator: "\n")
    let rest = lines.count > 20 ? "\n…（\(lines.count)）" : String()
    return Outcome(
      value: .array(
        tally.changes.map { change in
          .members([
            "submission": .string(change.name), "before": .string(change.before.rawValue),
            "now": .string(change.now.rawValue),
          ])
        }),
      text: lines.isEmpty ? workspace.words("没有结论改变", "no verdict changed") : shown + rest)
  }
}
