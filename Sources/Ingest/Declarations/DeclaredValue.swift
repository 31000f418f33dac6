internal import Model
internal import Schema

/// Values as persons write them in a declaration.
enum DeclaredValue {
  /// The values under a key, each with the suffix of its fact; `nil` where the form is wrong.
  static func facts(of node: YAMLNode, type: DeclaredType) -> [(suffix: String, value: Value)]? {
    switch type.kind {
    case .list:
      return list(node, of: type).map { [("", .list($0))] }
    case .string:
      return text(node).flatMap { chosen($0, of: type) }.map { [("", .string($0))] }
    case .bool:
      return bool(node).map { [("", .bool($0))] }
    case .int:
      return int(node).map { [("", .int($0))] }
    case .number:
      return text(node).flatMap(PlainNumber.value).map { [("", .double($0))] }
    case .date:
      return text(node).flatMap(ChineseDate.parse).map { [("", .date($0))] }
    case .amount:
      guard let text = text(node), let amount = ChineseAmount(parsing: text) else { return nil }
      return [
        ("", .string(text)), ("_amount", .double(amount.amount)),
        ("_currency", .string(amount.currency)),
      ]
    }
  }

  /// True, false, 是, 否, 有, 无, yes or no.
  static func bool(_ node: YAMLNode) -> Bool? {
    if case .bool(let value) = node.scalar { return value }
    switch node.text.map(KeyText.folded) {
    case "true", "是", "有", "yes": return true
    case "false", "否", "无", "no": return false
    default: return nil
    }
  }

  // Codes and phones are texts whatever they look like: 013800 keeps its zero.
  private static func text(_ node: YAMLNode) -> String? {
    guard let text = node.text else { return nil }
    let words = text.drop(while: \.isWhitespace)
    let end = words.lastIndex { !$0.isWhitespace }
    return end.map { String(words[...$0]) }
  }

  private static func int(_ node: YAMLNode) -> Int? {
    text(node).flatMap { Int(KeyText.folded($0)) }
  }

  /// The words of a value that name nothing and are read as one of the choices, each once.
  static func mistakes(in node: YAMLNode, type: DeclaredType) -> [(found: String, meant: String)] {
    guard !type.mistaken.isEmpty, let parts = parts(of: node) else { return [] }
    let mistaken = Set(type.mistaken.map(KeyText.folded))
    var seen: Set<String> = []
    return parts.compactMap { part in
      let word = KeyText.folded(part)
      guard mistaken.contains(word), seen.insert(word).inserted else { return nil }
      return chosen(part, of: type).map { (part, $0) }
    }
  }

  private static func list(_ node: YAMLNode, of type: DeclaredType) -> [Value]? {
    guard let parts = parts(of: node) else { return nil }
    let values = parts.compactMap { chosen($0, of: type) }
    return values.count == parts.count ? values.map(Value.string) : nil
  }

  /// A list, or one text with its parts between 、 or ；.
  private static func parts(of node: YAMLNode) -> [String]? {
    if let nodes = node.sequence {
      let texts = nodes.filter { $0.scalar != .null }.map(text)
      let parts = texts.compactMap { $0 }
      return parts.count == texts.count ? parts : nil
    }
    return text(node).map { text in
      text.split(whereSeparator: { "、；;，,".contains($0) })
        .map { String($0.drop(while: \.isWhitespace)) }
    }
  }

  /// The choice that the text names, or the text itself where there are none to choose from.
  private static func chosen(_ text: String, of type: DeclaredType) -> String? {
    let wanted = KeyText.folded(text)
    let named = (type.choices + type.synonyms).first { choice in
      choice.words.contains { KeyText.folded($0) == wanted }
    }?.name
    return named ?? (type.choices.isEmpty ? text : nil)
  }

  /// Whether a person left the value for later: nothing, or the dots of an example.
  static func isBlank(_ node: YAMLNode) -> Bool {
    if node.scalar == .null { return true }
    guard let text = node.text else { return false }
    return text.allSatisfy { $0.isWhitespace || ".…。".contains($0) }
  }

  /// The choice that was meant by a text that names none of a closed list, with the text; `nil` where none is near.
  static func misspelt(_ node: YAMLNode, type: DeclaredType) -> (
    meant: (word: String, isSure: Bool), found: String
  )? {
    guard type.kind == .string, !type.choices.isEmpty, let text = text(node),
      chosen(text, of: type) == nil
    else { return nil }
    let inside = type.choices.filter { choice in
      choice.words.contains { $0.count > 2 && text.contains($0) }
    }
    if inside.count == 1,
      let word = inside[0].words.first(where: { $0.count > 2 && text.contains($0) })
    {
      return ((word, true), text)
    }
    let words = type.choices.flatMap(\.words)
    return NearestName.suggestion(for: text, among: words)
      .map { (($0, NearestName.isTypo(text, of: $0)), text) }
  }

  /// What kind of number of a person stands as the whole value of a key that is not for persons.
  static func personalForm(of node: YAMLNode, type: DeclaredType) -> PersonalForm? {
    guard type.kind == .string, !type.isPersonal, type.choices.isEmpty else { return nil }
    return text(node).flatMap(PersonalForm.init(whole:))
  }
}

extension DeclaredType.Choice {
  /// All ways to write it.
  var words: [String] { [name] + aliases }
}

extension DeclaredType {
  /// What may stand there, for messages.
  var words: LocalizedText {
    guard choices.isEmpty else {
      let chinese = choices.map { $0.aliases.first ?? $0.name }
      return LocalizedText(
        chinese.joined(separator: "、") + "之一",
        "one of " + choices.map(\.name).joined(separator: ", "))
    }
    return kind.words
  }
}

extension DeclaredType.Kind {
  /// The kind in words with an example.
  var words: LocalizedText {
    switch self {
    case .string: LocalizedText("文本", "a text")
    case .bool: LocalizedText("true 或 false", "true or false")
    case .int: LocalizedText("整数", "a whole number")
    case .number:
      LocalizedText("数或百分比（如 0.83、83%）", "a number or share (0.83, 83%)")
    case .date: LocalizedText("日期（如 2026-11-22）", "a date (2026-11-22)")
    case .list: LocalizedText("文本列表", "a list of texts")
    case .amount:
      LocalizedText("带单位的金额（如 100万元人民币）", "an amount with its unit (100万元人民币)")
    }
  }
}
