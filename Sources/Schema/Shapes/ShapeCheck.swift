package import Model

extension YAMLFile {
  /// Returns the places where values are not of the kind that a schema asks for: a text in the place of a list, a word in that
  /// of a number.
  ///
  /// Keys that are unknown or missing are the loader's to tell, since it knows what they mean.
  package func misshapen(_ node: YAMLNode, _ schema: ValueSchema) -> [Diagnostic] {
    switch schema {
    case .mapping(let record):
      guard let entries = node.mapping else { return [mistake(node, "键值表", "a mapping")] }
      return entries.flatMap { entry in
        // allowed: the loader tells unknown keys
        record.keys.first { $0.name == entry.key }.map { misshapen(entry.value, $0.value) } ?? []
      }
    case .list(let element):
      guard let items = node.sequence else { return [mistake(node, "列表", "a list")] }
      return items.flatMap { misshapen($0, element) }
    case .dictionary(let element):
      guard let entries = node.mapping else { return [mistake(node, "键值表", "a mapping")] }
      return entries.flatMap { misshapen($0.value, element) }
    case .localized: return localizedMistakes(node)
    case .oneOf(let choices):
      let found = choices.map { misshapen(node, $0) }
      guard !found.contains(where: \.isEmpty) else { return [] }
      // A mistake inside of the value says more than that the whole should be something else.
      let inner = found.first { $0.allSatisfy { $0.position != node.position } }
      return inner ?? found.first ?? []  // allowed: no choice, nothing asked
    case .choice(let names):
      let isOne = node.text.map(names.contains) == true
      let list = names.joined(separator: ", ")
      return isOne ? [] : [mistake(node, " \(list) 之一", "one of \(list)")]
    case .text, .pattern, .constant, .date:
      return node.text == nil ? [mistake(node, "文字", "a text")] : []
    case .bool:
      if case .bool = node.scalar { return [] }
      return [mistake(node, "true 或 false", "true or false")]
    case .integer:
      if case .int = node.scalar { return [] }
      return [mistake(node, "整数", "a whole number")]
    case .number:
      switch node.scalar {
      case .int, .double: return []
      default: return [mistake(node, "数字", "a number")]
      }
    case .named, .any: return []
    }
  }

  private func localizedMistakes(_ node: YAMLNode) -> [Diagnostic] {
    let languages = ["zh-CN", "en"]
    guard let entries = node.mapping else {
      return [mistake(node, "{zh-CN: …, en: …}", "{zh-CN: ..., en: ...}")]
    }
    return entries.filter { !languages.contains($0.key) }.map { entry in
      diagnostic(
        "unknown-key", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
        LocalizedText(
          "未知的语言「\(entry.key)」，应为 zh-CN 和 en",
          "unknown language \"\(entry.key)\"; it should be zh-CN and en"))
    } + entries.flatMap { misshapen($0.value, .text) }
  }

  private func mistake(_ node: YAMLNode, _ chinese: String, _ english: String) -> Diagnostic {
    diagnostic(
      "shape", at: node.position,
      LocalizedText("应为\(chinese)", "should be \(english)"))
  }
}
