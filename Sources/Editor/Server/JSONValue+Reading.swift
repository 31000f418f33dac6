package import Tables

extension JSONValue {
  /// Returns a member of an object by its name.
  package subscript(name: String) -> JSONValue? {
    members?.last { $0.name == name }?.value
  }

  package var string: String? { if case .string(let text) = self { text } else { nil } }

  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  package var int: Int? { if case .number(let text) = self { Int(text) } else { nil } }

  /// What is sent back as it came: the id of a request, the data of an item.
  package var asAnswer: LSPValue {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    // allowed: ids and versions are whole; another number goes back as its text
    case .number(let text): Int(text).map(LSPValue.int) ?? .string(text)
    case .string(let text): .string(text)
    case .array(let items): .array(items.map(\.asAnswer))
    case .object(let members):
      .object(members.map { LSPValue.Member(name: $0.name, value: $0.value.asAnswer) })
    }
  }
}
