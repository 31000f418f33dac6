package import Model

// Each function reads a node as one type; without a node, and where a diagnostic was written, there is no value.
extension DiagnosticLog {
  /// Returns the text of a node, which is not empty, whatever a plain scalar would mean (`version: 1.0`).
  package mutating func string(_ node: YAMLNode?) -> String? {
    guard let node else { return nil }
    guard let text = node.text, !text.isEmpty, node.scalar != .null else {
      wrongType(node, "非空文本", "a text that is not empty")
      return nil
    }
    return text
  }

  /// Returns the elements of a list; none where the key is absent or, which is reported, no list.
  package mutating func elements(
    of node: YAMLNode?, _ chinese: String = "列表", _ english: String = "a list"
  ) -> [YAMLNode] {
    guard let node else { return [] }
    if let nodes = node.sequence { return nodes }
    wrongType(node, chinese, english)
    return []
  }

  /// Returns the entries of a mapping with free keys; none where the key is absent or, which is reported, no mapping.
  package mutating func pairs(
    of node: YAMLNode?, _ chinese: String = "键值表", _ english: String = "a mapping"
  ) -> [YAMLNode.Entry] {
    guard let node else { return [] }
    if let entries = node.mapping { return entries.filter { !hasWideColon($0) } }
    wrongType(node, chinese, english)
    return []
  }

  package mutating func strings(_ node: YAMLNode?) -> [String] {
    texts(node).compactMap { string($0) }
  }

  /// Returns the elements of a list of texts; of one text without brackets it is said how it is written.
  package mutating func texts(_ node: YAMLNode?) -> [YAMLNode] {
    guard let node else { return [] }
    if let nodes = node.sequence { return nodes }
    let text = node.scalar == .null ? nil : node.text
    wrongType(node, "文本列表", "a list of texts", instead: text.map { "[\($0)]" })
    return []
  }

  package mutating func bool(_ node: YAMLNode?) -> Bool? {
    guard let node else { return nil }
    guard case .bool(let value) = node.scalar else {
      wrongType(node, "true 或 false", "true or false")
      return nil
    }
    return value
  }

  package mutating func double(_ node: YAMLNode?) -> Double? {
    guard let node else { return nil }
    switch node.scalar {
    case .double(let value): return value
    case .int(let value): return Double(value)
    default:
      wrongType(node, "数字", "a number")
      return nil
    }
  }

  package mutating func date(_ node: YAMLNode?) -> CalendarDate? {
    guard let node else { return nil }
    guard let date = node.text.flatMap(CalendarDate.init(iso:)) else {
      wrongType(node, "日期（YYYY-MM-DD）", "a date (YYYY-MM-DD)")
      return nil
    }
    return date
  }

  /// Returns the texts of `{zh-CN: ..., en: ...}`; both are wanted.
  package mutating func localized(_ node: YAMLNode?) -> LocalizedText? {
    guard let node else { return nil }
    if manner == .packs, let text = node.text, !text.contains(where: \.isNewline) {
      wrongType(
        node, "中英文两种文字", "a text in both languages",
        instead: "{zh-CN: \(text.isEmpty ? "…" : text), en: ...}")
      return nil
    }
    guard let record = record(node, LanguageKey.self),
      let chinese = string(record[.chinese]), let english = string(record[.english])
    else { return nil }
    return LocalizedText(chinese, english)
  }

  /// Reads one of the names of an enumeration.
  package mutating func choice<Choice>(
    _ node: YAMLNode?, _ chinese: String, _ english: String
  ) -> Choice? where Choice: CaseIterable & RawRepresentable<String> {
    guard let node, let name = string(node) else { return nil }
    if let choice = Choice(rawValue: name) { return choice }
    reportUnknown(
      "unknown-value", name, at: node.position, among: Choice.allCases.map(\.rawValue), chinese,
      english)
    return nil
  }
}

/// The keys of a text in both languages.
package enum LanguageKey: String, RecordKey {
  case chinese = "zh-CN"
  case english = "en"

  package static let record = RecordSchema(
    of: Self.self,
    [.required(chinese, .text, "中文", "in Chinese"), .required(english, .text, "英文", "in English")])
}
