internal import CEL
internal import Model
internal import Schema

extension CELValue {
  /// An int where a double is wanted is one; all else stays.
  func fitting(_ type: CELType) -> CELValue {
    if type == .double, case .int(let value) = self { .double(Double(value)) } else { self }
  }

  /// A constant: ISO dates and spans (`30d`) written plainly are dates and durations.
  init?(literal node: YAMLNode) {
    if let nodes = node.sequence {
      let values = nodes.compactMap(CELValue.init(literal:))
      guard values.count == nodes.count else { return nil }
      self = .list(values)
      return
    }
    switch node.scalar {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .double(let value): self = .double(value)
    case .string(let text):
      guard node.style == .plain else {
        self = .string(text)
        return
      }
      self =
        CalendarDate(iso: text).map(CELValue.date)
        ?? CELDuration(days: text).map(CELValue.duration) ?? .string(text)
    case nil: return nil
    }
  }
}
