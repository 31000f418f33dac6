internal import Model
internal import Schema

/// Turns the tree of a `waivers.yaml` into waivers; whatever it does not know is a notice with its place.
struct WaiverReader {
  private(set) var waivers: [Waiver] = []
  private(set) var notices: [Notice] = []
  private let file: String

  static let names = ["waivers.yaml", "waivers.yml"]
  private static let schema = WaiversForm.schema

  init(file: String) { self.file = file }

  static func invalid(_ file: String, _ position: TextPosition, _ reason: LocalizedText) -> Notice {
    var details = ["line": String(position.line), "column": String(position.column)]
    details.set("reason", to: reason)
    return Notice(file: file, stage: .declare, code: .waiversInvalid, details: details)
  }

  mutating func read(_ root: YAMLNode) {
    guard let entries = mapping(root, known: WaiversForm.root.names) else { return }
    if root["schema"]?.text != Self.schema {
      report(
        root["schema"] ?? root, "schema 应为 \(Self.schema)", "schema must be \(Self.schema)")
    }
    guard let list = entries["waivers"] else {
      report(root, "缺少 waivers", "waivers is missing")
      return
    }
    guard let nodes = list.sequence else {
      report(list, "waivers 应为列表", "waivers must be a list")
      return
    }
    for node in nodes {
      if let waiver = waiver(node) { waivers.append(waiver) }
    }
  }

  private mutating func waiver(_ node: YAMLNode) -> Waiver? {
    guard let entries = mapping(node, known: WaiversForm.waiver.names) else { return nil }
    for key in WaiversForm.waiver.required where entries[key] == nil {
      report(node, "缺少 \(key)", "\(key) is missing")
    }
    let facts = self.facts(entries["facts"])
    guard let rule = text(entries["rule"], "rule"), let owner = text(entries["owner"], "owner"),
      let reason = reason(entries["reason"]), let granted = date(entries["granted"], "granted"),
      let expires = date(entries["expires"], "expires"), let facts
    else { return nil }
    guard granted <= expires, expires.dayNumber - granted.dayNumber <= Waiver.longest else {
      report(
        entries["expires"] ?? node,
        "expires 应在 granted 之后 \(Waiver.longest) 天以内",
        "expires must lie within \(Waiver.longest) days of granted")
      return nil
    }
    return Waiver(
      rule: rule, facts: facts, reason: reason, owner: owner, granted: granted, expires: expires,
      file: file, position: node.position)
  }

  /// A list is compared item by item, anything else as its text.
  private mutating func facts(_ node: YAMLNode?) -> [String: [String]]? {
    guard let node else { return [:] }
    guard let entries = node.mapping else {
      report(node, "facts 应为「事实: 值」", "facts must be facts with values")
      return nil
    }
    var facts: [String: [String]] = [:]
    for entry in entries {
      let texts = entry.value.sequence?.compactMap(\.text) ?? entry.value.text.map { [$0] }
      guard let texts else {
        report(entry.value, "应为一个值或一个列表", "a value or a list is wanted")
        return nil
      }
      facts[entry.key] = texts
    }
    return facts
  }

  /// One text, or one in each language.
  private mutating func reason(_ node: YAMLNode?) -> LocalizedText? {
    guard let node else { return nil }
    if node.mapping == nil {
      return text(node, "reason").map { LocalizedText(chinese: $0, english: $0) }
    }
    guard let entries = mapping(node, known: WaiversForm.reason.names) else { return nil }
    let texts = ["zh-CN", "en"].map { entries[$0]?.text }
    guard let chinese = texts[0] ?? texts[1], let english = texts[1] ?? texts[0] else {
      report(node, "reason 为空", "reason is empty")
      return nil
    }
    return LocalizedText(chinese: chinese, english: english)
  }

  private mutating func text(_ node: YAMLNode?, _ key: String) -> String? {
    guard let node else { return nil }
    guard let text = node.text, text.contains(where: { !$0.isWhitespace }) else {
      report(node, "\(key) 应为非空文本", "\(key) must be a text that is not empty")
      return nil
    }
    return text
  }

  private mutating func date(_ node: YAMLNode?, _ key: String) -> CalendarDate? {
    guard let node else { return nil }
    // An instant counts by its day, as it is written.
    if let date = node.text.flatMap({ CalendarDate(iso: String($0.prefix(10))) }) { return date }
    report(node, "\(key) 应为日期（如 2026-11-22）", "\(key) must be a date (2026-11-22)")
    return nil
  }

  private mutating func mapping(_ node: YAMLNode, known: [String]) -> [String: YAMLNode]? {
    guard let entries = node.mapping else {
      report(
        node, "应为「键: 值」，实为\(node.shape.chinese)",
        "should be keys with values, is \(node.shape.english)")
      return nil
    }
    for entry in entries where !known.contains(entry.key) {
      let nearest = NearestName.suggestion(for: entry.key, among: known)
      let hint = nearest.map { ("，是否想写 \($0)", "; did you mean \($0)?") } ?? ("", "")
      notices.append(
        Self.invalid(
          file, entry.keyPosition,
          LocalizedText(
            chinese: "未知的键「\(entry.key)」\(hint.0)", english: "unknown key \"\(entry.key)\"\(hint.1)"
          )))
    }
    return Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func report(_ node: YAMLNode, _ chinese: String, _ english: String) {
    notices.append(
      Self.invalid(file, node.position, LocalizedText(chinese: chinese, english: english)))
  }
}
