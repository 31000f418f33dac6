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
  ///
  /// - Parameters:
  ///   - called: What people call each of the known names.
  ///   - otherwise: What to say where no name is near.
  /// - Returns: the name that is meant, where one is plain.
  @discardableResult
  package mutating func reportUnknown(
    _ code: String, _ name: String, at position: TextPosition, among known: some Sequence<String>,
    called: [String: [String]] = [:], _ chinese: String, _ english: String,
    otherwise: LocalizedText? = nil
  ) -> String? {
    if let (offset, sign) = WideSign.first(in: name) {
      let place = TextPosition(line: position.line, column: position.column + offset)
      report(code, at: place, length: 1, sign.words.chinese, sign.words.english)
      return nil
    }
    let hint = Hint(name, among: known, called: called)
    let isHelpless = hint.meant == nil && !hint.chinese.hasPrefix("，")
    let more = isHelpless ? otherwise : nil
    report(
      code, at: position, length: name.unicodeScalars.count,
      "没有\(chinese)「\(name)」\(more?.chinese ?? hint.chinese)",
      "there is no \(english) \"\(name)\"\(more?.english ?? hint.english)")
    return hint.meant
  }

  /// - Returns: the key that is meant, where one is plain.
  private mutating func reportUnknownKey(_ entry: YAMLNode.Entry, among known: [String]) -> String?
  {
    guard manner != .packs else {
      return reportUnknown(
        "unknown-key", entry.key, at: entry.keyPosition, among: known, "键", "key")
    }
    let nearest = NearestName.suggestion(for: entry.key, among: known)
    let hint = nearest.map { ("，是否为 \($0)？", "; did you mean \($0)?") } ?? ("", "")
    report(
      "unknown-key", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
      "未知的键「\(entry.key)」\(hint.0)", "unknown key \"\(entry.key)\"\(hint.1)")
    return nearest
  }

  /// Whether a key is the end of the value before it, which a comma cut in a mapping of one line; that is reported.
  private mutating func isCutValue(
    _ entry: YAMLNode.Entry, of mapping: [YAMLNode.Entry]
  ) -> Bool {
    guard manner == .packs, entry.value.scalar == .null, entry.key.contains(where: \.isWhitespace),
      let index = mapping.firstIndex(where: { $0.key == entry.key }), index > 0,
      let before = mapping[index - 1].value.text, mapping[index - 1].value.style == .plain
    else { return false }
    report(
      "cut-value", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
      "「\(mapping[index - 1].key)」的值在半角逗号处断开了；请把整个值放进引号：\"\(before), \(entry.key)\"",
      "the comma ends the value of \"\(mapping[index - 1].key)\"; put the whole of it in quotes: \"\(before), \(entry.key)\""
    )
    return true
  }

  /// Whether a full-width colon stands in a key, which YAML takes for a part of it; that is reported.
  package mutating func hasWideColon(_ entry: YAMLNode.Entry) -> Bool {
    guard manner != .shapesApart,
      let mark = entry.key.firstIndex(where: { $0 != ":" && TypedLine.colons.contains($0) })
    else { return false }
    let name = entry.key[..<mark].filter { !$0.isWhitespace }
    guard !name.isEmpty else { return false }
    let offset = entry.key[..<mark].unicodeScalars.count
    let position = entry.keyPosition
    let remedy = TypingSlip.wideColon.remedy(key: name)
    let what = TypingSlip.wideColon.what
    report(
      "wide-colon", at: TextPosition(line: position.line, column: position.column + offset),
      length: 1, "\(what.chinese)，请改为：\(remedy.chinese)",
      "\(what.english); type \(remedy.english)")
    return true
  }

  /// - Parameter instead: What to type, where that is plain.
  package mutating func wrongType(
    _ node: YAMLNode, _ chinese: String, _ english: String, instead: String? = nil
  ) {
    let remedy = instead.map { ("；请写 \($0)", "; type \($0)") } ?? ("", "")
    switch manner {
    case .packs:
      report(
        "wrong-type", at: node,
        "此处应为\(chinese)，而不是\(node.shape.chinese)\(shown(node))\(remedy.0)",
        "\(english) is wanted here, not \(node.shape.english)\(shown(node))\(remedy.1)")
    case .definitions:
      report(
        "shape", at: node, "应为\(chinese)，实为\(node.shape.chinese)",
        "should be \(english), is \(node.shape.english)")
    case .shapesApart: break
    }
  }

  private func shown(_ node: YAMLNode) -> String {
    guard let text = node.text, node.style == .plain || node.style == .quoted,
      node.scalar != .null
    else { return "" }
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
    // One cause, one finding: a key that is written wrongly is not missing as well.
    var meant: Set<String> = []
    var hasSlip = false
    for entry in mapping {
      if names.contains(entry.key) {
        entries[entry.key] = entry.value
      } else if hasWideColon(entry) {
        hasSlip = true
      } else if isCutValue(entry, of: mapping) {
        hasSlip = true
      } else if let name = reportUnknownKey(entry, among: names) {
        meant.insert(name)
      }
    }
    guard manner == .packs, !hasSlip else { return entries }
    for key in record.keys
    where key.isRequired && entries[key.name] == nil && !meant.contains(key.name) {
      let remark = key.remark
      report(
        "missing-key", at: node.position, "缺少键「\(key.name)」\(remark.chinese)",
        "the key \"\(key.name)\" is missing\(remark.english)")
    }
    return entries
  }
}

extension KeySchema {
  /// What a key means and what may stand under it, after the words that it is missing.
  fileprivate var remark: LocalizedText {
    guard summary.chinese != name else { return LocalizedText("", "") }
    let names: [String]? =
      switch value {
      case .choice(let names): names
      case .constant(let text): [text]
      default: nil
      }
    let list = names.map { $0.joined(separator: ", ") }
    return LocalizedText(
      "：\(summary.chinese)" + (list.map { "（\($0)）" } ?? ""),  // allowed: any value will do
      ": \(summary.english)" + (list.map { " (\($0))" } ?? ""))  // allowed: any value will do
  }
}
