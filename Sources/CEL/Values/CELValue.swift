package import Model

/// A value of the Common Expression Language.
///
/// What is not known is no value: see ``Evaluation``.
package enum CELValue: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case uint(UInt)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case timestamp(CELTimestamp)
  case duration(CELDuration)
  /// A day without a time: ours, not of cel-spec.
  case date(CalendarDate)
  case list([CELValue])
  case map(CELMap)
  case type(CELType)
  /// A value that may be absent (`optional.of(x)`, `optional.none()`).
  indirect case optional(CELValue?)
}

extension CELValue {
  package init(_ value: Value) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .double(let value): self = .double(value)
    case .string(let value): self = .string(value)
    case .date(let value): self = .date(value)
    case .list(let values): self = .list(values.map(CELValue.init))
    }
  }

  /// The type at run time; elements of lists and maps count as `dyn`.
  package var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .date: .date
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .type: .type
    case .optional: .optional(.dyn)
    }
  }

  /// As people read it: no quotes, ISO dates, lists joined by `、`.
  package var text: String {
    switch self {
    case .null: Value.null.text
    case .bool(let value): Value.bool(value).text
    case .int(let value): Value.int(value).text
    case .uint(let value): String(value)
    case .double(let value): Value.double(value).text
    case .string(let value): value
    case .bytes(let value): value.map { String($0, radix: 16) }.joined(separator: " ")
    case .timestamp(let value): value.text
    case .duration(let value): value.text
    case .date(let value): value.iso
    case .list(let values): values.map(\.text).joined(separator: "、")
    case .map(let map):
      map.entries.map { $0.key.text + ": " + $0.value.text }.joined(separator: "、")
    case .type(let value): value.name
    case .optional(let value): value?.text ?? ""  // allowed: nothing is what there is to show
    }
  }
}
