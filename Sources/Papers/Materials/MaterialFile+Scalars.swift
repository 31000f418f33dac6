internal import Model
internal import Schema

/// Values of keys, with a report where one is not what it should be.
extension MaterialFile {
  func value(_ node: YAMLNode) -> Value? {
    switch node.scalar {
    case .bool(let flag): .bool(flag)
    case .int(let number): .int(number)
    case .double(let number): .double(number)
    case .string(let text): .string(text)
    case .null, nil: nil
    }
  }

  mutating func text<Key>(_ record: Record<Key>, _ key: Key) -> String? {
    guard let text = record[key]?.text, !text.isEmpty else {
      report(
        "missing", record.node, "缺少 \(key.rawValue)", "`\(key.rawValue)` is missing")
      return nil
    }
    return text
  }

  mutating func flag(_ node: YAMLNode?) -> Bool {
    guard let node else { return false }
    if case .bool(let flag) = node.scalar { return flag }
    report("bool", node, "应为 true 或 false", "should be true or false")
    return false
  }

  mutating func localized(_ node: YAMLNode?, in parent: YAMLNode) -> LocalizedText? {
    guard let record = quietly(node, LanguageKey.self), let chinese = record[.chinese]?.text,
      let english = record[.english]?.text
    else {
      report("text", node ?? parent, "title 需要 zh-CN 和 en", "`title` needs `zh-CN` and `en`")
      return nil
    }
    return LocalizedText(chinese, english)
  }

  /// One text or several.
  mutating func texts<Key>(_ record: Record<Key>, _ key: Key) -> [String]? {
    guard let several = record[key]?.sequence, !several.isEmpty else {
      return text(record, key).map { [$0] }
    }
    return several.compactMap(\.text)
  }

  mutating func choice<Key, Choice: RawRepresentable<String> & CaseIterable>(
    _ record: Record<Key>, _ key: Key
  ) -> Choice? {
    guard let name = text(record, key) else { return nil }
    if let choice = Choice(rawValue: name) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    // allowed: no hint
    let hint = NearestName.suggestion(for: name, among: names).map { "（\($0)?）" } ?? ""
    report(
      "unknown-value", record[key] ?? record.node, "\(key.rawValue) 应为 \(list(names))\(hint)",
      "`\(key.rawValue)` should be one of \(list(names))\(hint)")
    return nil
  }

  /// The mapping with its known keys; others are reported elsewhere.
  func quietly<Key: RecordKey>(_ node: YAMLNode?, _ keys: Key.Type) -> Record<Key>? {
    var apart = log
    return node.flatMap { apart.record($0, keys) }
  }

  /// A sentence with the place of a value in it.
  mutating func sentence(_ node: YAMLNode) -> ProseSentence? {
    guard let source = node.text else { return nil }
    do {
      return try ProseSentence(source)
    } catch {
      report(
        "sentence", node, "句式无法使用（\(error.reason)）：\(source)",
        "the sentence cannot be used (\(error.reason)): \(source)")
      return nil
    }
  }

  func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  mutating func report(
    _ code: String, _ node: YAMLNode, _ chinese: String, _ english: String
  ) {
    log.report(code, at: node, chinese, english)
  }
}
