internal import Model
internal import StrictYAML

/// Reads what ties packs together: `extends`, `overrides`, `profiles`.
struct OverrideReader {
  func parents(_ node: YAMLNode?, into log: inout DiagnosticLog) -> [Pack.Parent] {
    let nodes = log.elements(of: node, "列表 [{pack, version}]", "a list of [{pack, version}]")
    return nodes.compactMap { node in
      let keys = KeySet(required: ["pack"], optional: ["version"])
      guard let entries = log.entries(of: node, keys), let name = entries["pack"],
        let id = log.string(name)
      else { return nil }
      var versions: VersionRange?
      if let range = entries["version"], let text = log.string(range) {
        versions = VersionRange(text)
        if versions == nil {
          log.report(
            "version", at: range, "版本范围的形式为 \">=1.4 <2\"",
            "a range of versions looks like \">=1.4 <2\"")
        }
      }
      return Pack.Parent(
        id: id, versions: versions,
        diagnostic: log.file.diagnostic(
          "unknown-pack", at: name.position, length: id.unicodeScalars.count,
          LocalizedText(
            chinese: "没有规则包「\(id)」或其版本不符", english: "there is no pack \"\(id)\" of that version")))
    }
  }

  func overrides(_ node: YAMLNode?, into log: inout DiagnosticLog) -> [Override] {
    log.pairs(of: node, "键值表（规则编号: 变更）", "a mapping (rule id: change)").compactMap {
      override($0, into: &log)
    }
  }

  private func override(_ entry: YAMLNode.Entry, into log: inout DiagnosticLog) -> Override? {
    let keys = KeySet(optional: ["severity", "enabled", "why", "exact"])
    guard let entries = log.entries(of: entry.value, keys) else { return nil }
    let severity: Severity? = entries["severity"].flatMap { log.choice($0, "严重程度", "severity") }
    let isEnabled = entries["enabled"].flatMap { log.bool($0) } ?? true
    if !isEnabled, entries["why"].flatMap({ log.string($0) }) == nil {
      log.report(
        "missing-key", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
        "停用规则须写明原因 why", "a rule is switched off with a reason: why")
    }
    return Override(
      rule: entry.key, severity: severity, isEnabled: isEnabled,
      isExact: entries["exact"].flatMap { log.bool($0) },
      diagnostic: log.file.diagnostic(
        "unknown-rule", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
        LocalizedText(
          chinese: "没有规则「\(entry.key)」", english: "there is no rule \"\(entry.key)\"")))
  }

  func profiles(_ node: YAMLNode?, into log: inout DiagnosticLog) -> [String: [Override]] {
    var profiles: [String: [Override]] = [:]
    for entry in log.pairs(of: node, "键值表（名称: 变更）", "a mapping (name: changes)") {
      profiles[entry.key] = overrides(entry.value, into: &log)
    }
    return profiles
  }
}
