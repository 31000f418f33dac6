internal import CEL
internal import Model
internal import Schema

/// Reads messages, with both languages' placeholders checked like code.
struct MessageReader {
  let scope: Scope
  /// What the message is about; `nil` where it does not compile, and then any detail will do.
  let check: Check?

  /// The rule's message; without one its title and the verb's own words.
  func read(
    _ node: YAMLNode?, title: LocalizedText, into log: inout DiagnosticLog
  ) -> MessageTemplate? {
    guard let node else {
      return MessageTemplate(
        text: LocalizedText(title.chinese + "：{check.detail}", title.english + ": {check.detail}"),
        placeholders: [.init(text: "check.detail", content: .detail, formatter: nil)],
        isDefault: true)
    }
    return read(node, into: &log)
  }

  /// A text with placeholders: a message, or what to do.
  func read(_ node: YAMLNode, into log: inout DiagnosticLog) -> MessageTemplate? {
    guard let text = log.localized(node) else { return nil }
    var placeholders: [MessageTemplate.Placeholder] = []
    for language in LanguageKey.allCases {
      guard let content = node[language], let text = content.text else { continue }
      for (name, offset) in MessageTemplate.names(in: text) {
        let place = place(of: offset, in: content)
        guard let placeholder = placeholder(name, at: place, into: &log) else { continue }
        if !placeholders.contains(placeholder) { placeholders.append(placeholder) }
      }
    }
    return MessageTemplate(text: text, placeholders: placeholders)
  }

  // In quoted and block texts escapes and indents make the offset a guess: there the node is pointed at.
  private func place(of offset: Int, in node: YAMLNode) -> TextPosition {
    guard let text = node.text, !text.contains(where: \.isNewline) else { return node.position }
    switch node.style {
    case .plain:
      return TextPosition(line: node.position.line, column: node.position.column + offset + 1)
    case .quoted where !text.contains("\\") && !text.contains("\"") && !text.contains("'"):
      return TextPosition(line: node.position.line, column: node.position.column + offset + 2)
    case .quoted, .literal, .folded, nil: return node.position
    }
  }

  private func placeholder(
    _ name: String, at place: TextPosition, into log: inout DiagnosticLog
  ) -> MessageTemplate.Placeholder? {
    let parts = name.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let path = parts[0]
    var formatter: MessageTemplate.Formatter?
    if parts.count > 1 {
      let wanted = parts.dropFirst().joined(separator: "|")
      formatter = MessageTemplate.Formatter(rawValue: wanted)
      if formatter == nil {
        log.reportUnknown(
          "unknown-formatter", wanted,
          at: TextPosition(line: place.line, column: place.column + path.unicodeScalars.count + 1),
          among: MessageTemplate.Formatter.allCases.map(\.rawValue), "格式", "formatter")
        return nil
      }
    }
    guard let content = content(path) else {
      log.reportUnknown(
        "unknown-placeholder", path, at: place, among: known, called: scope.factNames(), "占位符",
        "placeholder")
      return nil
    }
    return .init(text: name, content: content, formatter: formatter)
  }

  private static let details = [
    "check.detail", "check.expected", "check.actual", "check.missing", "check.difference",
  ]

  private var known: [String] {
    scope.factPaths + scope.parameters.keys.map { NameSpace.parameters + $0 }
      + Self.details.filter { content($0) != nil }
  }

  private func content(_ path: String) -> MessageTemplate.Placeholder.Content? {
    switch path {
    case "check.detail": return .detail
    case "check.expected": return .expected
    case "check.actual": return .actual
    case "check.missing": return check?.explanation.tellsMissing != false ? .missing : nil
    case "check.difference":
      return check?.explanation.tellsDifference != false ? .difference : nil
    default: break
    }
    if path.hasPrefix(NameSpace.parameters) {
      let name = String(path.dropFirst(NameSpace.parameters.count))
      return scope.parameters[name] == nil ? nil : .parameter(name)
    }
    return scope.fact(path).map { .fact(path: path, key: $0.key) }
  }
}
