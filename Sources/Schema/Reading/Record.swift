internal import Model

/// A mapping as it was read: its values come by the keys of its schema alone.
package struct Record<Key: RecordKey>: Sendable {
  package let node: YAMLNode
  private let values: [String: YAMLNode]
  private let reads = KeyReads.current

  private let name: String

  init(node: YAMLNode, values: [String: YAMLNode], name: String) {
    self.node = node
    self.values = values
    self.name = name
  }

  /// The value under a key; `nil` where the mapping has none.
  package subscript(key: Key) -> YAMLNode? {
    reads?.note(key.rawValue, of: name)
    return values[key.rawValue]
  }

  /// Whether the mapping says nothing at all that is known.
  package var isEmpty: Bool { values.isEmpty }
}
