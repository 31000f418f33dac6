internal import Model
internal import Schema

/// Turns a declaration's tree into facts; what it does not understand becomes notices.
struct DeclarationReader {
  private(set) var facts: [Fact] = []
  private(set) var notices: [Notice] = []
  private(set) var unread: [Declaration.UnreadValue] = []
  private(set) var isDrafted = false
  private let file: String
  private let schema: DeclarationSchema

  init(file: String, schema: DeclarationSchema) {
    self.file = file
    self.schema = schema
  }

  /// Reads the entries at the top.
  mutating func read(_ entries: [YAMLNode.Entry]) {
    for entry in entries where DeclarationFileKey.called(entry.key) == .schema {
      if entry.value.text != DeclarationSchema.name {
        reportBadValue(
          entry,
          expected: LocalizedText(DeclarationSchema.name, DeclarationSchema.name))
      }
    }
    for entry in entries where DeclarationFileKey.called(entry.key) == .drafted {
      switch DeclaredValue.bool(entry.value) {
      case true?: isDrafted = true
      case false?: break
      case nil: reportBadValue(entry, expected: DeclaredType.Kind.bool.words)
      }
    }
    let others = entries.filter { DeclarationFileKey.called($0.key) == nil }
    readSection(others, keys: schema.keys, isRoot: true)
  }

  private mutating func readSection(
    _ entries: [YAMLNode.Entry], keys: [DeclaredKey], isRoot: Bool = false
  ) {
    var seen: Set<String> = []
    for entry in entries {
      let called = KeyText.folded(entry.key)
      guard let key = keys.first(where: { $0.isCalled(folded: called) }) else {
        reportUnknown(entry, among: keys, isRoot: isRoot)
        continue
      }
      guard seen.insert(key.name).inserted else {
        report(.declarationDuplicate, at: entry.keyPosition, ["key": entry.key])
        continue
      }
      switch key.content {
      case .section(let keys):
        if let entries = entry.value.mapping {
          readSection(entries, keys: keys)
        } else if entry.value.scalar != .null {
          reportBadValue(
            entry, expected: LocalizedText("键值表", "keys with values"))
        }
      case .value(let type):
        readValue(entry, key: key, type: type)
      }
    }
  }

  /// A key left empty says nothing: it is not declared.
  private mutating func readValue(_ entry: YAMLNode.Entry, key: DeclaredKey, type: DeclaredType) {
    let isBlank = entry.value.text?.allSatisfy(\.isWhitespace) == true
    if entry.value.scalar == .null || isBlank { return }
    guard let values = DeclaredValue.facts(of: entry.value, type: type) else {
      reportBadValue(entry, of: FactOrigin.declaredKey(key.path), expected: type.words)
      unread.append(
        .init(path: key.path, type: type, file: file, position: entry.value.position))
      return
    }
    for (found, meant) in DeclaredValue.mistakes(in: entry.value, type: type) {
      report(
        .declarationWordMistaken, at: entry.value.position,
        ["key": entry.key, "found": found, "meant": meant])
    }
    let raw = entry.value.text ?? entry.value.sequence?.compactMap(\.text).joined(separator: "、")
    let evidence = Evidence(
      file: file, method: .declared, raw: raw, position: entry.value.position)
    facts += values.map { suffix, value in
      Fact(
        key: FactOrigin.declaredKey(key.path + suffix), value: value, confidence: 1,
        evidence: [evidence])
    }
  }

  private mutating func reportUnknown(
    _ entry: YAMLNode.Entry, among keys: [DeclaredKey], isRoot: Bool
  ) {
    let names =
      keys.flatMap { [$0.name] + $0.aliases } + (isRoot ? DeclarationFileKey.record.names : [])
    let nearest = NearestName.suggestion(for: entry.key, among: names)
    var details = ["key": entry.key]
    details.set(
      "suggestion",
      to: nearest.map {
        LocalizedText("是否想写「\($0)」？", "Did you mean \"\($0)\"?")
      } ?? LocalizedText("", ""))
    report(.declarationUnknownKey, at: entry.keyPosition, details)
  }

  /// - Parameter fact: The key that it would be the value of.
  private mutating func reportBadValue(
    _ entry: YAMLNode.Entry, of fact: String? = nil, expected: LocalizedText
  ) {
    var details = ["key": entry.key]
    details["fact"] = fact
    details.set("expected", to: expected)
    if let text = entry.value.text {
      details["found"] = String(text.prefix(40))
    } else {
      details.set("found", to: entry.value.shape)
    }
    report(.declarationBadValue, at: entry.value.position, details)
  }

  private mutating func report(
    _ code: NoticeCode, at position: TextPosition, _ details: [String: String]
  ) {
    var details = details
    details["line"] = String(position.line)
    details["column"] = String(position.column)
    notices.append(Notice(file: file, stage: .declare, code: code, details: details))
  }
}
