package import Model

/// What is wrong with one file, gathered while it is read so that all is reported at once.
package struct DiagnosticLog {
  /// What is asked of the values of a kind of file while they are taken, and by which codes mistakes go.
  package enum Manner: Sendable {
    /// Keys that are missing (`missing-key`) and values of another kind (`wrong-type`) are reported.
    case packs
    /// Values of another kind are reported (`shape`); the reader reports what is missing in words of its own.
    case definitions
    /// Keys that are unknown are reported; ``YAMLFile/misshapen(_:_:)`` reports the rest.
    case shapesApart
  }

  package let file: YAMLFile
  package let manner: Manner
  package private(set) var diagnostics: [Diagnostic] = []

  package init(_ file: YAMLFile, _ manner: Manner = .packs) {
    self.file = file
    self.manner = manner
  }

  package mutating func report(
    _ code: String, at node: YAMLNode, level: Diagnostic.Level = .error, _ chinese: String,
    _ english: String
  ) {
    var length = 0
    if manner == .packs, let text = node.text, node.style == .plain || node.style == .quoted {
      length = text.unicodeScalars.count
    }
    report(code, at: node.position, length: length, level: level, chinese, english)
  }

  package mutating func report(
    _ code: String, at position: TextPosition, length: Int = 0, level: Diagnostic.Level = .error,
    _ chinese: String, _ english: String
  ) {
    diagnostics.append(
      file.diagnostic(
        code, at: position, length: length, level: level,
        LocalizedText(chinese, english)))
  }

  package mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// A name that is none of the known ones, with the nearest of those as a hint.
  package mutating func reportUnknown(
    _ code: String, _ name: String, at position: TextPosition, among known: some Sequence<String>,
    _ chinese: String, _ english: String
  ) {
    let hint = Hint(name, among: known)
    report(
      code, at: position, length: name.unicodeScalars.count,
      "没有\(chinese)「\(name)」\(hint.chinese)", "there is no \(english) \"\(name)\"\(hint.english)")
  }

  private mutating func reportUnknownKey(_ entry: YAMLNode.Entry, among known: [String]) {
    guard manner != .packs else {
      reportUnknown("unknown-key", entry.key, at: entry.keyPosition, among: known, "键", "key")
      return
    }
    let nearest = NearestName.suggestion(for: entry.key, among: known)
    let hint = nearest.map { ("，是否为 \($0)？", "; did you mean \($0)?") } ?? ("", "")
    report(
      "unknown-key", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
      "未知的键「\(entry.key)」\(hint.0)", "unknown key \"\(entry.key)\"\(hint.1)")
  }

  package mutating func wrongType(_ node: YAMLNode, _ chinese: String, _ english: String) {
    switch manner {
    case .packs:
      report(
        "wrong-type", at: node, "此处应为\(chinese)，而不是\(node.shape.chinese)\(shown(node))",
        "\(english) is wanted here, not \(node.shape.english)\(shown(node))")
    case .definitions:
      report(
        "shape", at: node, "应为\(chinese)，实为\(node.shape.chinese)",
        "should be \(english), is \(node.shape.english)")
    case .shapesApart: break
    }
  }

  private func shown(_ node: YAMLNode) -> String {
    guard let text = node.text, node.style == .plain || node.style == .quoted else { return "" }
    return " \"\(text)\""
  }

  // MARK: Mappings

  /// Returns the mapping with its known keys; unknown keys are reported and left out, missing ones reported.
  ///
  /// - Parameter schema: Where it depends on what the file says which of the keys there may be, and beside which others.
  package mutating func record<Key: RecordKey>(
    _ node: YAMLNode, _ keys: Key.Type, as schema: RecordSchema = Key.record
  ) -> Record<Key>? {
    entries(of: node, schema).map { Record(node: node, values: $0, name: schema.name) }
  }

  /// Returns the entries by key, where the file itself names the keys.
  package mutating func entries(
    of node: YAMLNode, _ record: RecordSchema
  ) -> [String: YAMLNode]? {
    guard let mapping = node.mapping else {
      wrongType(node, "键值表", "a mapping")
      return nil
    }
    let names = record.names
    var entries: [String: YAMLNode] = [:]
    for entry in mapping {
      if names.contains(entry.key) {
        entries[entry.key] = entry.value
      } else {
        reportUnknownKey(entry, among: names)
      }
    }
    guard manner == .packs else { return entries }
    for key in record.required where entries[key] == nil {
      report("missing-key", at: node.position, "缺少键「\(key)」", "the key \"\(key)\" is missing")
    }
    return entries
  }
}
