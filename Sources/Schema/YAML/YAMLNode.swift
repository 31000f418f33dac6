package import Model

/// A node is a value of a YAML file with its place.
package struct YAMLNode: Sendable {
  /// How a scalar was written.
  package enum Style: Sendable { case plain, quoted, literal, folded }

  package indirect enum Content: Sendable {
    case scalar(String, Style)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// A key with its value; keys are unique in their mapping.
  package struct Entry: Sendable {
    package let key: String
    package let keyPosition: TextPosition
    package let value: YAMLNode
  }

  package let content: Content
  /// Of the first character; of the `|` or `>` sign for block scalars.
  package let position: TextPosition

  package init(content: Content, position: TextPosition) {
    self.content = content
    self.position = position
  }
}

extension YAMLNode {
  /// What a plain scalar means under YAML 1.2's core schema; `yes`, `no`, `on` and `off` stay strings.
  package enum Scalar: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
  }

  /// The scalar that it is; sequences and mappings have `nil`.
  package var scalar: Scalar? {
    guard case .scalar(let text, let style) = content else { return nil }
    guard style == .plain else { return .string(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: break
    }
    let digits = text.utf8.drop { $0 == 0x2B || $0 == 0x2D }
    guard let first = digits.first, (0x30...0x39).contains(first) || first == 0x2E else {
      return .string(text)
    }
    // A leading zero (013800...) is an identifier, not a number.
    if digits.count > 1, first == 0x30, digits.dropFirst().first != 0x2E { return .string(text) }
    if let integer = Int(text) { return .int(integer) }
    let isDecimal = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
    }
    if isDecimal, let double = Double(text), double.isFinite,
      digits.contains(0x2E) || digits.contains(0x45) || digits.contains(0x65)
    {
      return .double(double)
    }
    return .string(text)
  }

  /// The text as written, whatever a plain scalar would mean; `nil` for sequences and mappings.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  package var style: Style? {
    if case .scalar(_, let style) = content { style } else { nil }
  }

  package var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  package var mapping: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Finds the value under a key of a mapping.
  package subscript(key: some RecordKey) -> YAMLNode? { self[key.rawValue] }

  // By text only for the tests of this target: what readers ask for stands in a schema.
  subscript(key: String) -> YAMLNode? {
    mapping?.first { $0.key == key }?.value
  }

  /// The shape as messages name it: `text`, `list` or `mapping`.
  package var shape: LocalizedText {
    switch content {
    case .scalar where scalar == .null: LocalizedText("空", "nothing")
    case .scalar: LocalizedText("文本", "a text")
    case .sequence: LocalizedText("列表", "a list")
    case .mapping: LocalizedText("键值表", "a mapping")
    }
  }
}
