internal import Model
internal import Schema

/// The keys of a mapping.
struct KeySet {
  let required: [String]
  let optional: [String]

  init(required: [String] = [], optional: [String] = []) {
    self.required = required
    self.optional = optional
  }

  var all: [String] { required + optional }
}

extension KeySet {
  init(_ record: Record) {
    self.init(
      required: record.required, optional: record.keys.filter { !$0.isRequired }.map(\.name))
  }
}

// Each function reads a node as one type; `nil` means that a diagnostic was written.
extension DiagnosticLog {
  /// The entries by key; unknown keys are told and left out, missing ones told.
  mutating func entries(of node: YAMLNode, _ record: Record) -> [String: YAMLNode]? {
    entries(of: node, KeySet(record))
  }

  /// The entries by key; unknown keys are told and left out, missing ones told.
  mutating func entries(of node: YAMLNode, _ keys: KeySet) -> [String: YAMLNode]? {
    guard let mapping = node.mapping else {
      wrongType(node, "键值表", "a mapping")
      return nil
    }
    var entries: [String: YAMLNode] = [:]
    for entry in mapping {
      if keys.all.contains(entry.key) {
        entries[entry.key] = entry.value
      } else {
        reportUnknown(
          "unknown-key", entry.key, at: entry.keyPosition, among: keys.all, "键", "key")
      }
    }
    for key in keys.required where entries[key] == nil {
      report("missing-key", at: node.position, "缺少键「\(key)」", "the key \"\(key)\" is missing")
    }
    return entries
  }

  mutating func wrongType(_ node: YAMLNode, _ chinese: String, _ english: String) {
    report(
      "wrong-type", at: node, "此处应为\(chinese)，而不是\(node.shape.chinese)\(shown(node))",
      "\(english) is wanted here, not \(node.shape.english)\(shown(node))")
  }

  private func shown(_ node: YAMLNode) -> String {
    guard let text = node.text, node.style == .plain || node.style == .quoted else { return "" }
    return " \"\(text)\""
  }

  /// A text that is not empty, whatever a plain scalar would mean (`version: 1.0`).
  mutating func string(_ node: YAMLNode) -> String? {
    guard let text = node.text, !text.isEmpty, node.scalar != .null else {
      wrongType(node, "非空文本", "a text that is not empty")
      return nil
    }
    return text
  }

  /// The elements of a list; none where the key is absent or, which is told, no list.
  mutating func elements(
    of node: YAMLNode?, _ chinese: String = "列表", _ english: String = "a list"
  ) -> [YAMLNode] {
    guard let node else { return [] }
    if let nodes = node.sequence { return nodes }
    wrongType(node, chinese, english)
    return []
  }

  /// The entries of a mapping with free keys; none where the key is absent or, which is told, no mapping.
  mutating func pairs(
    of node: YAMLNode?, _ chinese: String = "键值表", _ english: String = "a mapping"
  ) -> [YAMLNode.Entry] {
    guard let node else { return [] }
    if let entries = node.mapping { return entries }
    wrongType(node, chinese, english)
    return []
  }

  mutating func strings(_ node: YAMLNode?) -> [String] {
    elements(of: node, "文本列表", "a list of texts").compactMap { string($0) }
  }

  /// Names of material kinds, each checked.
  mutating func kinds(_ node: YAMLNode?, _ scope: Scope) -> [MaterialKind] {
    elements(of: node, "文本列表", "a list of texts").compactMap { node in
      guard let kind = string(node) else { return nil }
      if !scope.kinds.contains(kind) {
        reportUnknown("unknown-kind", kind, at: node.position, among: scope.kinds, "材料", "material")
      }
      return MaterialKind(rawValue: kind)
    }
  }

  mutating func bool(_ node: YAMLNode) -> Bool? {
    guard case .bool(let value) = node.scalar else {
      wrongType(node, "true 或 false", "true or false")
      return nil
    }
    return value
  }

  mutating func double(_ node: YAMLNode) -> Double? {
    switch node.scalar {
    case .double(let value): return value
    case .int(let value): return Double(value)
    default:
      wrongType(node, "数字", "a number")
      return nil
    }
  }

  mutating func date(_ node: YAMLNode) -> CalendarDate? {
    guard let date = node.text.flatMap(CalendarDate.init(iso:)) else {
      wrongType(node, "日期（YYYY-MM-DD）", "a date (YYYY-MM-DD)")
      return nil
    }
    return date
  }

  /// `{zh-CN: ..., en: ...}`; both are wanted.
  mutating func localized(_ node: YAMLNode) -> LocalizedText? {
    guard let entries = entries(of: node, KeySet(required: ["zh-CN", "en"])),
      let chinese = entries["zh-CN"].flatMap({ string($0) }),
      let english = entries["en"].flatMap({ string($0) })
    else { return nil }
    return LocalizedText(chinese: chinese, english: english)
  }

  /// One of the names of an enumeration.
  mutating func choice<Choice>(_ node: YAMLNode, _ chinese: String, _ english: String) -> Choice?
  where Choice: CaseIterable & RawRepresentable<String> {
    guard let name = string(node) else { return nil }
    if let choice = Choice(rawValue: name) { return choice }
    reportUnknown(
      "unknown-value", name, at: node.position, among: Choice.allCases.map(\.rawValue), chinese,
      english)
    return nil
  }
}
