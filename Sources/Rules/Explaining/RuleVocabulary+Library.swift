internal import CEL
package import Model
internal import Schema

extension RuleLibrary {
  /// All names that rules may use, with how they are written.
  package var vocabulary: RuleVocabulary {
    let chains = TextNormalization.profiles.mapValues { TextNormalization(steps: $0) }
    let reference = FunctionReference(of: .standard(normalizers: chains))
    func documents(_ entries: [FunctionReference.Entry]) -> [FunctionDocument] {
      entries.map {
        FunctionDocument(name: $0.name, signatures: $0.forms, summary: $0.summary)
      }
    }
    return RuleVocabulary(
      facts: facts, verbs: Self.verbs, functions: documents(reference.functions),
      macros: documents(reference.macros),
      normalizers: chains.sorted { $0.key < $1.key }.map(Self.document))
  }

  /// The built-in verbs, each of which names its keys.
  private static var verbs: [FunctionDocument] {
    Verb.allCases.map { verb in
      FunctionDocument(
        name: verb.rawValue,
        signatures: verb.record.keys.map { $0.isRequired ? $0.name : $0.name + "?" },
        summary: verb.summary, examples: verb.examples)
    }
  }

  /// A normalizer with what it makes of a text that has something of everything.
  private static func document(_ name: String, _ chain: TextNormalization) -> FunctionDocument {
    let text = "海口 青禾（集团）有限公司·Ａb"
    let made = chain.applied(to: text)
    return FunctionDocument(
      name: name, signatures: chain.steps.map(\.rawValue),
      summary: LocalizedText("「\(text)」变为「\(made)」", "\"\(text)\" becomes \"\(made)\""))
  }

  private var facts: [FactDocument] {
    let examples = examples
    return catalogue.declarations.map { declaration in
      FactDocument(
        key: declaration.key, type: declaration.type.rawValue + (declaration.isNullable ? "?" : ""),
        title: declaration.label, source: source(of: declaration),
        example: examples[declaration.key] ?? declaration.type.example)
    }
  }

  private func source(of declaration: FactDeclaration) -> LocalizedText {
    if let kind = declaration.material { return catalogue.title(of: kind) }
    if let kind = catalogue.confirmableKind(of: declaration.key) {
      return catalogue.title(of: kind)
    }
    return declaration.origin == .declared
      ? LocalizedText("申报", "the declaration") : LocalizedText("由材料得出", "found from the materials")
  }

  /// By key, the first value that a test gives, those of tests that pass before others.
  private var examples: [String: String] {
    var examples: [String: String] = [:]
    let rules = packs.flatMap(\.rules).sorted { $0.id < $1.id }
    for verdict in [Verdict.pass, .fail, .cannotTell, .notApplicable] {
      for rule in rules {
        for test in rule.tests where test.wanted.verdict == verdict {
          for (path, value) in test.given where value != .null && !value.text.isEmpty {
            let key = rule.iteration?.keys[path] ?? path
            if examples[key] == nil { examples[key] = value.text }
          }
        }
      }
    }
    return examples
  }
}

extension ValueType {
  /// A value of the type, of a fact that no test gives.
  fileprivate var example: String {
    switch self {
    case .bool: "true"
    case .int: "3"
    case .double: "0.5"
    case .string: "文本"
    case .date: "2026-11-22"
    case .list: "[甲, 乙]"
    }
  }
}
