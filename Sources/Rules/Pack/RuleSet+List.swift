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
        LocalizedText(
          chinese: "严重程度改为 \(severity.rawValue)", english: "severity \(severity.rawValue)")
      case .disabled: LocalizedText(chinese: "停用", english: "switched off")
      case .enabled: LocalizedText(chinese: "启用", english: "switched on")
      case .exact: LocalizedText(chinese: "逐字比较", english: "compared to the letter")
      case .byHypothesis:
        LocalizedText(chinese: "允许对照原文判读", english: "doubtful values are held against their lines")
      case .parameter(let name, let value):
        LocalizedText(chinese: "\(name) = \(value.text)", english: "\(name) = \(value.text)")
      }
    let why = reason.map { "：" + $0 }
    return LocalizedText(
      // allowed: a change of severity needs no reason
      chinese: "\(what.chinese)（\(origin)\(why ?? "")）",
      // allowed: a change of severity needs no reason
      english: "\(what.english) (\(origin)\(why ?? ""))")
  }
}
