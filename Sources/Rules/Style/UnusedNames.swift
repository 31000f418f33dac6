internal import CEL
internal import Model
internal import Schema

/// Names of a pack that no rule uses.
struct UnusedNames {
  let pack: Pack
  /// The pack and those that extend it.
  let users: [Pack]

  func diagnostics() -> [Diagnostic] {
    unused(pack.own.parameters, usedParameters, "参数", "parameter")
      + unused(pack.own.lookups, usedLookups, "查找表", "lookup")
      + unused(pack.own.normalizers, usedTexts, "规范化", "normalizer")
      + unused(pack.own.verbs, usedKeys, "动词", "verb")
  }

  private func unused(
    _ names: [String: SourceLocation], _ used: Set<String>, _ chinese: String, _ english: String
  ) -> [Diagnostic] {
    names.filter { !used.contains($0.key) }.sorted { $0.value.position < $1.value.position }
      .map { name, place in
        place.diagnostic(
          "unused-name", level: .warning, "没有规则使用\(chinese)「\(name)」",
          "no rule uses the \(english) \"\(name)\"")
      }
  }

  private var rules: [Rule] { users.flatMap(\.rules) }

  private var usedParameters: Set<String> {
    let read = rules.flatMap(\.names).filter { $0.hasPrefix(NameSpace.parameters) }
      .map { String($0.dropFirst(NameSpace.parameters.count)) }
    let shown = rules.flatMap { [$0.message, $0.fix].compactMap(\.self) }.flatMap(\.placeholders)
      .compactMap { placeholder -> String? in
        if case .parameter(let name) = placeholder.content { name } else { nil }
      }
    return Set(read + shown)
  }

  private var usedLookups: Set<String> {
    Set(
      rules.flatMap(\.names).filter { $0.hasPrefix(NameSpace.lookups) }
        .map { String($0.dropFirst(NameSpace.lookups.count).prefix { $0 != "." }) })
  }

  /// Constant texts, among which are the names of normalizers.
  private var usedTexts: Set<String> {
    let parts = rules.flatMap { [$0.condition, $0.check].compactMap(\.self) }
      .flatMap(\.expression.all)
    return Set(
      parts.compactMap { part in
        if case .literal(.string(let text)) = part.kind { text } else { nil }
      })
  }

  /// Keys anywhere below `rules`: verbs are gone from the compiled trees.
  private var usedKeys: Set<String> {
    var keys: Set<String> = []
    func visit(_ node: YAMLNode) {
      for entry in node.mapping.map({ $0 }) ?? [] {  // allowed: not a mapping
        keys.insert(entry.key)
        visit(entry.value)
      }
      for child in node.sequence.map({ $0 }) ?? [] { visit(child) }  // allowed: not a list
    }
    for file in users.flatMap(\.files) {
      if let rules = file.root?[PackKey.rules] { visit(rules) }
    }
    return keys
  }
}
