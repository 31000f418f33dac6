internal import Model

extension ReportSection {
  /// The rules that passed or do not apply, folded: nothing is to be done about them.
  static func passes(_ context: ReportContext) throws -> ReportSection? {
    let verdicts = context.report.judgement.verdicts
    let tables = [Verdict.pass, .notApplicable].compactMap { verdict -> TemplateValue? in
      let own = verdicts.filter { $0.verdict == verdict }
      guard !own.isEmpty else { return nil }
      return table(
        caption: "\(Phrase.verdict(verdict)[context.locale])（\(own.count)）",
        columns: [context.pick("规则", "Rule"), context.pick("要求", "What it asks for")],
        rows: own.map { [$0.rule, $0.title?[context.locale] ?? "—"] })
    }
    guard !tables.isEmpty else { return nil }
    let count = verdicts.count { $0.verdict == .pass }
    return try ReportSection(
      id: "passes", title: context.pick("已通过的检查（\(count)）", "Checks that passed (\(count))"),
      isFolded: true, tables: tables, context.locale)
  }
}
