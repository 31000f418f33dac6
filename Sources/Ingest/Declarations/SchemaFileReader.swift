internal import Model
internal import Native
internal import Schema

/// Reads `rules/declared.yaml`, strictly: whatever it does not know is an error with its place.
struct SchemaFileReader {
  private static let schemaName = "dossier/declared-schema-v1"
  private static let sizeLimit = 1024 * 1024

  private let file: YAMLFile
  private var diagnostics: [Diagnostic]

  static func read(path: String) -> (schema: DeclarationSchema?, diagnostics: [Diagnostic]) {
    let bytes: [UInt8]
    do {
      // A rules folder may be linked together.
      bytes = try FileSystem.read(try FileSystem.resolved(Array(path.utf8)), limit: sizeLimit)
    } catch {
      return (nil, [unreadable(path, error.reason)])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return (nil, [unreadable(path, LocalizedText(chinese: "不是 UTF-8", english: "not UTF-8"))])
    }
    return read(text: text, path: path)
  }

  static func read(text: String, path: String) -> (
    schema: DeclarationSchema?, diagnostics: [Diagnostic]
  ) {
    let file = YAMLFile(text: text, path: path)
    var reader = SchemaFileReader(file: file, diagnostics: file.diagnostics)
    guard let root = file.root else { return (nil, reader.diagnostics) }
    let keys = reader.root(root)
    let hasError = reader.diagnostics.contains { $0.level == .error }
    return (hasError ? nil : DeclarationSchema(keys: keys), reader.diagnostics)
  }

  private static func unreadable(_ path: String, _ reason: LocalizedText) -> Diagnostic {
    Diagnostic(
      code: "unreadable",
      message: LocalizedText(
        chinese: "无法读取申报项定义：\(reason.chinese)",
        english: "the keys of declarations cannot be read: \(reason.english)"),
      file: path, position: TextPosition(line: 1, column: 1))
  }

  private mutating func root(_ node: YAMLNode) -> [DeclaredKey] {
    checkAttributes(of: node, allowed: ["schema", "keys"])
    if node["schema"]?.text != Self.schemaName {
      report(
        "schema", at: node["schema"] ?? node,
        LocalizedText(
          chinese: "schema 应为 \(Self.schemaName)", english: "schema must be \(Self.schemaName)"))
    }
    guard let keys = node["keys"] else {
      report("keys", at: node, LocalizedText(chinese: "缺少 keys", english: "keys is missing"))
      return []
    }
    return section(keys, path: "")
  }

  private mutating func section(_ node: YAMLNode, path: String) -> [DeclaredKey] {
    guard let entries = node.mapping else {
      report(
        "shape", at: node,
        LocalizedText(
          chinese: "应为键值表，实为\(node.shape.chinese)",
          english: "should be a mapping, is \(node.shape.english)"))
      return []
    }
    var owners: [String: String] = [:]
    return entries.map { entry in
      let key = key(entry, path: path.isEmpty ? entry.key : path + "." + entry.key)
      for name in [key.name] + key.aliases {
        if let other = owners.updateValue(key.name, forKey: KeyText.folded(name)) {
          report(
            "name-taken", at: entry.value,
            LocalizedText(
              chinese: "名称「\(name)」已用于 \(other)",
              english: "the name \"\(name)\" already means \(other)"))
        }
      }
      return key
    }
  }

  private mutating func key(_ entry: YAMLNode.Entry, path: String) -> DeclaredKey {
    let node = entry.value
    let aliases = texts(node["names"], what: "names")
    if let keys = node["keys"] {
      checkAttributes(of: node, allowed: ["names", "keys"])
      return DeclaredKey(
        name: entry.key, aliases: aliases, path: path, content: .section(section(keys, path: path)))
    }
    checkAttributes(
      of: node, allowed: ["names", "type", "personal", "summary", "values", "mistaken"])
    return DeclaredKey(
      name: entry.key, aliases: aliases, path: path, content: .value(type(node, of: entry.key)))
  }

  private mutating func type(_ node: YAMLNode, of entryName: String) -> DeclaredType {
    let form = node["type"]?.text.flatMap(DeclaredType.Form.init(rawValue:))
    if form == nil {
      let known = DeclaredType.Form.allCases.map(\.rawValue).joined(separator: ", ")
      report(
        "type", at: node["type"] ?? node,
        LocalizedText(chinese: "type 应为 \(known) 之一", english: "type must be one of \(known)"))
    }
    var isPersonal = false
    switch node["personal"]?.scalar {
    case .bool(let value): isPersonal = value
    case nil: break
    default:
      report(
        "personal", at: node["personal"] ?? node,
        LocalizedText(
          chinese: "personal 应为 true 或 false", english: "personal must be true or false"))
    }
    let summary = node["summary"]?.text
    if summary == nil {
      report(
        "summary", at: node,
        LocalizedText(chinese: "缺少 summary", english: "summary is missing"))
    }
    // What is missing here has been reported, so the schema will not load.
    return DeclaredType(
      form: form ?? .string, isPersonal: isPersonal, summary: summary ?? entryName,
      choices: choices(node["values"]), mistaken: texts(node["mistaken"], what: "mistaken"))
  }

  private mutating func choices(_ node: YAMLNode?) -> [DeclaredType.Choice] {
    guard let node else { return [] }
    guard let entries = node.mapping else {
      report(
        "shape", at: node,
        LocalizedText(chinese: "values 应为键值表", english: "values must be a mapping"))
      return []
    }
    return entries.map { entry in
      DeclaredType.Choice(name: entry.key, aliases: texts(entry.value, what: entry.key))
    }
  }

  private mutating func texts(_ node: YAMLNode?, what: String) -> [String] {
    guard let node else { return [] }
    let texts = node.sequence?.compactMap(\.text)
    guard let texts, texts.count == node.sequence?.count else {
      report(
        "shape", at: node,
        LocalizedText(chinese: "\(what) 应为文本列表", english: "\(what) must be a list of texts"))
      return []
    }
    return texts
  }

  private mutating func checkAttributes(of node: YAMLNode, allowed: [String]) {
    guard let entries = node.mapping else { return }
    for entry in entries where !allowed.contains(entry.key) {
      let suggestion = NearestName.suggestion(for: entry.key, among: allowed)
      var message = LocalizedText(
        chinese: "未知的键「\(entry.key)」", english: "unknown key \"\(entry.key)\"")
      if let suggestion {
        message.chinese += "，是否想写 \(suggestion)"
        message.english += "; did you mean \(suggestion)?"
      }
      diagnostics.append(
        file.diagnostic(
          "unknown-key", at: entry.keyPosition, length: entry.key.unicodeScalars.count, message))
    }
  }

  private mutating func report(_ code: String, at node: YAMLNode, _ message: LocalizedText) {
    diagnostics.append(file.diagnostic(code, at: node.position, message))
  }
}
