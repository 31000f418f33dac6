internal import CEL
package import Model

extension RuleSet {
  /// All rules of the set, those that are switched off included, sorted by id.
  package var list: [RuleListItem] {
    (members + disabled).sorted { $0.rule.id < $1.rule.id }.map { member in
      let rule = member.rule
      return RuleListItem(
        id: rule.id, title: rule.title, severity: rule.severity, pack: member.pack.id,
        materials: rule.materials.map(\.rawValue), tags: rule.tags, testCount: rule.tests.count,
        isEnabled: member.isEnabled, changes: member.changes.map(\.text))
    }
  }
}

extension RuleSet.Member.Change {
  fileprivate var text: LocalizedText {
    let what: LocalizedText =
      switch content {
      case .severity(let severity):
        LocalizedText("严重程度改为 \(severity.rawValue)", "severity \(severity.rawValue)")
      case .disabled: LocalizedText("停用", "switched off")
      case .enabled: LocalizedText("启用", "switched on")
      case .exact: LocalizedText("逐字比较", "compared to the letter")
      case .byHypothesis:
        LocalizedText("允许对照原文判读", "doubtful values are compared with the picture of their lines")
      case .parameter(let name, let value):
        LocalizedText("\(name) = \(value.text)", "\(name) = \(value.text)")
      }
    let why = reason.map { "：" + $0 }
    return LocalizedText(
      // allowed: a change of severity needs no reason
      "\(what.chinese)（\(origin)\(why ?? "")）",
      // allowed: a change of severity needs no reason
      "\(what.english) (\(origin)\(why ?? ""))")
  }
}
