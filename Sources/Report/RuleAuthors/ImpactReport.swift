package import Model

/// Says which verdicts change with the rules, for `dossier rules impact`.
package enum ImpactReport {
  package static func text(
    of impact: RuleImpact, locale: ReportLocale, style: TerminalStyle
  ) -> String {
    var page = TerminalPage(style: style)
    for entry in impact.entries where !entry.changes.isEmpty {
      let status =
        entry.statusBefore == entry.statusAfter
        ? entry.statusAfter.rawValue
        : "\(entry.statusBefore.rawValue) → \(entry.statusAfter.rawValue)"
      page.line([(entry.submission, .bold), ("  " + status, .cyan)])
      for change in entry.changes {
        let title = change.title.map { "  " + $0[locale] } ?? ""  // allowed: only findings have one
        page.line([
          ("  \(change.rule)  ", .plain), (word(change.before, locale), .faint), (" → ", .plain),
          (word(change.after, locale), change.after == .fail ? .red : .plain), (title, .faint),
        ])
      }
    }
    let touched = impact.entries.count { !$0.changes.isEmpty }
    page.line(
      locale.text(
        "提交 \(impact.entries.count) 份，受影响 \(touched) 份，结论变化 \(impact.changeCount) 项",
        "submissions: \(impact.entries.count), touched: \(touched), verdicts changed: \(impact.changeCount)"
      ))
    return page.text
  }

  private static func word(_ verdict: Verdict?, _ locale: ReportLocale) -> String {
    verdict?.rawValue ?? locale.text("无此规则", "no such rule")
  }

  /// Writes the contract `dossier/impact-v1`, for programs.
  package static func json(of impact: RuleImpact) -> String {
    let entries = impact.entries.map { entry -> JSON in
      [
        "submission": .string(entry.submission),
        "status_before": .string(entry.statusBefore.rawValue),
        "status_after": .string(entry.statusAfter.rawValue),
        "changes": .array(
          entry.changes.map { change in
            [
              "rule": .string(change.rule), "before": .optional(change.before?.rawValue),
              "after": .optional(change.after?.rawValue),
            ]
          }),
      ]
    }
    let json: JSON = ["schema": "dossier/impact-v1", "submissions": .array(entries)]
    return json.text
  }
}
