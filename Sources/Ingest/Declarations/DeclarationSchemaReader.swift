internal import Model
internal import Native
internal import Schema

/// Reads `rules/declared.yaml`, strictly: whatever it does not know is an error with its place.
struct DeclarationSchemaReader {
  static let schema = "dossier/declared-schema-v1"
  private static let sizeLimit = 1024 * 1024

  private var log: DiagnosticLog

  /// - Parameter added: Files of the same form whose keys are known beside those of the first.
  static func read(
    path: String, adding added: [String], _ open: OpenTexts
  ) -> (
    schema: DeclarationSchema?, diagnostics: [Diagnostic]
  ) {
    var (schema, diagnostics) = read(path: path, extending: [], open)
    for path in added {
      guard let base = schema else { break }
      let more = read(path: path, extending: base.keys, open)
      schema = more.schema
      diagnostics += more.diagnostics
    }
    return (schema, diagnostics)
  }

  private static func read(
    path: String, extending inherited: [DeclaredKey], _ open: OpenTexts
  ) -> (schema: DeclarationSchema?, diagnostics: [Diagnostic]) {
    if let text = open.text(at: path) {
      return read(text: text, path: path, extending: inherited)
    }
    let bytes: [UInt8]
    do {
      // A rules folder may be linked together.
      bytes = try FileSystem.read(try FileSystem.resolved(Array(path.utf8)), limit: sizeLimit)
    } catch {
      return (nil, [unreadable(path, error.reason)])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return (nil, [unreadable(path, LocalizedText("不是 UTF-8", "not UTF-8"))])
    }
    return read(text: text, path: path, extending: inherited)
  }

  static func read(text: String, path: String, extending inherited: [DeclaredKey] = []) -> (
    schema: DeclarationSchema?, diagnostics: [Diagnostic]
  ) {
    let file = YAMLFile(text: text, path: path)
    var reader = DeclarationSchemaReader(log: DiagnosticLog(file, .definitions))
    guard let root = file.root else { return (nil, file.diagnostics) }
    let keys = reader.root(root, inherited)
    let diagnostics = file.diagnostics + reader.log.diagnostics
    let hasError = diagnostics.contains { $0.level == .error }
    return (hasError ? nil : DeclarationSchema(keys: keys), diagnostics)
  }

  private static func unreadable(_ path: String, _ reason: LocalizedText) -> Diagnostic {
    Diagnostic(
      code: "unreadable",
      message: LocalizedText(
        "无法读取申报项定义：\(reason.chinese)", "the keys of declarations cannot be read: \(reason.english)"),
      file: path, position: TextPosition(line: 1, column: 1))
  }

  private mutating func root(_ node: YAMLNode, _ inherited: [DeclaredKey]) -> [DeclaredKey] {
    guard let record = log.record(node, DeclaredKeysKey.self) else { return [] }
    let schema = record[.schema]
    if schema?.text != Self.schema {
      log.report(
        "schema", at: schema ?? node, "schema 应为 \(Self.schema)", "schema must be \(Self.schema)")
    }
    guard let keys = record[.keys] else {
      log.report("keys", at: node, "缺少 keys", "keys is missing")
      return []
    }
    return section(keys, path: "", inherited)
  }

  /// - Parameter inherited: The keys of the same section in the files before, which stay as they are.
  private mutating func section(
    _ node: YAMLNode, path: String, _ inherited: [DeclaredKey]
  ) -> [DeclaredKey] {
    var owners: [String: String] = [:]
    for key in inherited {
      for name in [key.name] + key.aliases { owners[KeyText.folded(name)] = key.name }
    }
    var keys = inherited
    for entry in log.pairs(of: node) {
      let known = inherited.firstIndex { $0.name == entry.key }
      let path = path.isEmpty ? entry.key : path + "." + entry.key
      guard let key = key(entry, path: path, known.map { inherited[$0] }) else { continue }
      let old = known.map { [inherited[$0].name] + inherited[$0].aliases }
      for name in [key.name] + key.aliases where old?.contains(name) != true {
        if let other = owners.updateValue(key.name, forKey: KeyText.folded(name)) {
          log.report(
            "name-taken", at: entry.value, "名称「\(name)」已用于 \(other)，请换一个名称",
            "the name \"\(name)\" already means \(other); take another")
        }
      }
      if let known { keys[known] = key } else { keys.append(key) }
    }
    return keys
  }

  /// - Parameter inherited: The section of that name in the files before, which this one adds to.
  private mutating func key(
    _ entry: YAMLNode.Entry, path: String, _ inherited: DeclaredKey?
  ) -> DeclaredKey? {
    if entry.value[DeclaredSectionKey.keys] != nil, inherited?.isValue != true {
      guard let record = log.record(entry.value, DeclaredSectionKey.self), let keys = record[.keys]
      else { return nil }
      let names = [inherited?.aliases, log.strings(record[.names])].compactMap(\.self).flatMap(
        \.self)
      let below = [inherited?.keys].compactMap(\.self).flatMap(\.self)
      return DeclaredKey(
        name: entry.key, aliases: names.uniqued(), path: path,
        content: .section(section(keys, path: path, below)))
    }
    if inherited != nil {
      log.report(
        "key-taken", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
        "申报项「\(path)」已有定义；请换一个名称，或把新的项写在它的 keys 之下",
        "the key \"\(path)\" is defined already; take another name, or put new keys under its `keys`"
      )
      return nil
    }
    guard let record = log.record(entry.value, DeclaredValueKey.self) else { return nil }
    return DeclaredKey(
      name: entry.key, aliases: log.strings(record[.names]), path: path,
      content: .value(type(record, of: entry.key)))
  }

  private mutating func type(
    _ record: Record<DeclaredValueKey>, of entryName: String
  ) -> DeclaredType {
    let kind = record[.type]?.text.flatMap(DeclaredType.Kind.init(rawValue:))
    if kind == nil {
      let known = DeclaredType.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      log.report(
        "type", at: record[.type] ?? record.node, "type 应为 \(known) 之一",
        "type must be one of \(known)")
    }
    var isPersonal = false
    switch record[.personal]?.scalar {
    case .bool(let value): isPersonal = value
    case nil where record[.personal] == nil: break
    default:
      log.report(
        "personal", at: record[.personal] ?? record.node, "personal 应为 true 或 false",
        "personal must be true or false")
    }
    let summary = record[.summary]?.text
    if summary == nil {
      log.report("summary", at: record.node, "缺少 summary", "summary is missing")
    }
    // What is missing here has been reported, so the schema will not load.
    return DeclaredType(
      kind: kind ?? .string, isPersonal: isPersonal, summary: summary ?? entryName,
      choices: log.pairs(of: record[.values]).map { entry in
        DeclaredType.Choice(name: entry.key, aliases: log.strings(entry.value))
      }, mistaken: log.strings(record[.mistaken]),
      title: LocalizedText(record[.names]?.sequence?.first?.text ?? entryName, summary ?? entryName)
    )
  }
}

extension DeclaredKey {
  fileprivate var isValue: Bool { if case .value = content { true } else { false } }

  /// The keys below a section.
  fileprivate var keys: [DeclaredKey]? {
    if case .section(let keys) = content { keys } else { nil }
  }
}
