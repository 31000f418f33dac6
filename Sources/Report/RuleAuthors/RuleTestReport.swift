package import Model

/// Says what the tests of the rules came to, for rule authors and their programs.
package enum RuleTestReport {
  /// Writes for the terminal only what is not as it should be, and a line of figures.
  package static func text(
    of run: RuleTestRun, locale: ReportLocale, style: TerminalStyle
  ) -> String {
    var page = TerminalPage(style: style)
    for result in run.failed { add(result, locale, to: &page) }
    if let coverage = run.coverage { add(coverage, locale, to: &page) }
    if let mutants = run.mutants { add(mutants, locale, to: &page) }
    let count = run.results.count
    let failed = run.failed.count
    page.line(
      locale.text("规则测试 \(count) 项，失败 \(failed) 项", "rule tests: \(count), failed: \(failed)"),
      failed == 0 ? .green : .red)
    return page.text
  }

  private static func add(
    _ result: RuleTestResult, _ locale: ReportLocale, to page: inout TerminalPage
  ) {
    let place = "\(result.file):\(result.position.line):\(result.position.column): "
    let name = result.name.map { locale.text("（\($0)）", " (\($0))") }
    let title = locale.text(
      "\(result.rule) 的第 \(result.number) 项测试", "test \(result.number) of \(result.rule)")
    page.line([(place, .bold), (title, .red), (name ?? "", .plain)])  // allowed: no name, no words
    let width = result.differences.map(\.field.displayWidth).max()
    for difference in result.differences {
      page.entry(
        indent: 2, label: difference.field, labelWidth: width,
        locale.text("应为 ", "expected ") + difference.expected)
      page.entry(
        indent: 2, label: "", labelWidth: width,
        locale.text("实为 ", "got      ") + difference.actual, .red)
      guard let remark = difference.remark else { continue }
      page.entry(indent: 2, label: "", labelWidth: width, remark[locale], .faint)
    }
    page.blank()
  }

  private static func add(
    _ coverage: [RuleCoverage], _ locale: ReportLocale, to page: inout TerminalPage
  ) {
    for rule in coverage where rule.testCount == 0 || rule.seen < rule.total {
      let tested = rule.testCount > 0
      page.line([
        ("\(rule.rule)  ", .bold),
        (
          tested
            ? locale.text("分支 \(rule.seen)/\(rule.total)", "branches \(rule.seen)/\(rule.total)")
            : locale.text("没有测试", "no tests"), tested ? .yellow : .red
        ),
      ])
      for branch in rule.branches where branch.seen < 2 {
        let missing =
          branch.seen == 0
          ? locale.text("从未求值", "never evaluated")
          : branch.wasTrue
            ? locale.text("从未为假", "never false") : locale.text("从未为真", "never true")
        page.entry(
          indent: 2, label: "\(rule.file):\(branch.position.line):\(branch.position.column)",
          branch.expression + "  " + missing)
      }
    }
    let tested = coverage.count { $0.testCount > 0 }
    let (seen, total) = (
      coverage.reduce(0) { $0 + $1.seen }, coverage.reduce(0) { $0 + $1.total }
    )
    page.line(
      locale.text(
        "覆盖：规则 \(tested)/\(coverage.count)，分支 \(seen)/\(total)",
        "coverage: rules \(tested)/\(coverage.count), branches \(seen)/\(total)"),
      tested == coverage.count && seen == total ? .green : .yellow)
  }

  private static func add(
    _ mutants: [Mutant], _ locale: ReportLocale, to page: inout TerminalPage
  ) {
    let survivors = mutants.filter { $0.fate == .survived }
    for mutant in survivors {
      page.line([
        ("\(mutant.file):\(mutant.position.line):\(mutant.position.column): ", .bold),
        (mutant.rule, .yellow),
      ])
      page.paragraph(mutant.name, indent: 2)
    }
    if !survivors.isEmpty {
      page.paragraph(
        locale.text(
          "没有测试发现以上变异：补一项测试，或在规则的 accepted_mutants 中写明理由",
          "no test notices these mutants: add a test, or give a reason under the rule's accepted_mutants"
        ), indent: 0, .faint)
    }
    let noticed = mutants.count { $0.fate == .noticed }
    let accepted = mutants.count - noticed - survivors.count
    page.line(
      locale.text(
        "变异 \(mutants.count) 个：被发现 \(noticed)，有理由存活 \(accepted)，存活 \(survivors.count)",
        "mutants: \(mutants.count), noticed \(noticed), accepted \(accepted), surviving \(survivors.count)"
      ), survivors.isEmpty ? .green : .red)
  }
}
