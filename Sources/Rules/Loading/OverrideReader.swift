internal import Model
internal import Schema

/// Reads what ties packs together: `extends`, `overrides`, `profiles`.
struct OverrideReader {
  func parents(_ node: YAMLNode?, into log: inout DiagnosticLog) -> [Pack.Parent] {
    if let node, let text = node.text, !text.isEmpty {
      log.wrongType(
        node, "列表 [{pack, version}]", "a list of [{pack, version}]", instead: "[{pack: \(text)}]")
      return []
    }
    let nodes = log.elements(of: node, "列表 [{pack, version}]", "a list of [{pack, version}]")
    return nodes.compactMap { node in
      if let text = node.text {
        log.wrongType(node, " {pack: …}", "{pack: ...}", instead: "{pack: \(text)}")
        return nil
      }
      guard let record = log.record(node, ParentKey.self), let name = record[.pack],
        let id = log.string(name)
      else { return nil }
      var versions: VersionRange?
      if let range = record[.version], let text = log.string(range) {
        versions = VersionRange(text)
        if versions == nil {
          log.report(
            "version", at: range, "版本范围的形式为 \">=1.4 <2\"",
            "a range of versions looks like \">=1.4 <2\"")
        }
      }
      return Pack.Parent(
        id: id, versions: versions,
        location: SourceLocation(log.file, name.position, length: id.unicodeScalars.count))
    }
  }

  func overrides(_ node: YAMLNode?, into log: inout DiagnosticLog) -> [Override] {
    log.pairs(of: node, "键值表（规则编号: 变更）", "a mapping (rule id: change)").compactMap {
      override($0, into: &log)
    }
  }

  private func override(_ entry: YAMLNode.Entry, into log: inout DiagnosticLog) -> Override? {
    guard let record = log.record(entry.value, OverrideKey.self) else { return nil }
    let severity: Severity? = log.choice(record[.severity], "严重程度", "severity")
    let isEnabled = log.bool(record[.enabled])
    let reason = log.string(record[.why])
    if isEnabled == false, reason == nil {
      log.report(
        "missing-key", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
        "停用规则须写明原因 why", "a rule is switched off with a reason: why")
    }
    if entry.value.mapping?.allSatisfy({ $0.key == "why" }) == true {
      log.report(
        "no-change", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
        "这里没有变更：请写 severity、enabled、exact 或 params",
        "nothing is changed here: say severity, enabled, exact or params")
    }
    let file = log.file
    let parameters = log.pairs(
      of: record[.params], "键值表（参数: 值）", "a mapping (parameter: value)"
    ).map { ParameterChange(name: $0.key, content: $0.value, location: SourceLocation(file, $0)) }
    return Override(
      pattern: RulePattern(text: entry.key), severity: severity, isEnabled: isEnabled,
      isExact: log.bool(record[.exact]), reason: reason, parameters: parameters,
      location: SourceLocation(file, entry))
  }

  func profiles(_ node: YAMLNode?, into log: inout DiagnosticLog) -> [String: [Override]] {
    var profiles: [String: [Override]] = [:]
    for entry in log.pairs(of: node, "键值表（名称: 变更）", "a mapping (name: changes)") {
      profiles[entry.key] = overrides(entry.value, into: &log)
    }
    return profiles
  }
}
