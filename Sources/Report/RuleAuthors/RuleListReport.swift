package import Model

/// Lists the rules that apply, for `dossier rules list`.
package enum RuleListReport {
  package static func text(
    of rules: [RuleListItem], locale: ReportLocale, style: TerminalStyle
  ) -> String {
    var page = TerminalPage(style: style)
    let width = rules.map(\.id.displayWidth).max()
    for rule in rules {
      let tone: TerminalPage.Tone = rule.isEnabled ? .plain : .faint
      let severity = rule.severity.rawValue.padded(to: 7)
      page.entry(
        indent: 0, label: rule.id, labelWidth: width, "\(severity)  \(rule.title[locale])", tone)
      for change in rule.changes {
        page.entry(indent: 0, label: "", labelWidth: width, "         " + change[locale], .cyan)
      }
    }
    let enabled = rules.count(where: \.isEnabled)
    page.line(
      locale.text(
        "规则 \(rules.count) 条，启用 \(enabled) 条", "rules: \(rules.count), switched on: \(enabled)"))
    return page.text
  }

  /// Writes the contract `dossier/rules-v1`, for programs.
  package static func json(of rules: [RuleListItem]) -> String {
    let items = rules.map { rule -> JSON in
      [
        "rule": .string(rule.id), "pack": .string(rule.pack),
        "severity": .string(rule.severity.rawValue), "enabled": .bool(rule.isEnabled),
        "title": rule.title.json, "materials": .strings(rule.materials),
        "tags": .strings(rule.tags), "tests": .int(rule.testCount),
        "changes": .array(rule.changes.map(\.json)),
      ]
    }
    let json: JSON = ["schema": "dossier/rules-v1", "rules": .array(items)]
    return json.text
  }
}
