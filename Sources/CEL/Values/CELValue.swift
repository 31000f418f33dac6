package import Model

/// A value of the Common Expression Language.
///
/// What is not known is no value: see ``Evaluation``.
package indirect enum CELValue: Sendable {
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
    case .timestamp(let value): "\(value.seconds)s"
    case .duration(let value): value.text
    case .date(let value): value.iso
    case .list(let values): values.map(\.text).joined(separator: "、")
    case .map(let map):
      map.entries.map { $0.key.text + ": " + $0.value.text }.joined(separator: "、")
    case .type(let value): value.name
    }
  }
}

/// Seconds since 1970-01-01T00:00:00Z and nanoseconds after them.
package struct CELTimestamp: Hashable, Sendable {
  package let seconds: Int
  /// 0 to 999,999,999.
  package let nanoseconds: Int

  package init(seconds: Int, nanoseconds: Int = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

/// A span of time; both parts have one sign.
package struct CELDuration: Hashable, Sendable {
  package let seconds: Int
  package let nanoseconds: Int

  package init(seconds: Int, nanoseconds: Int = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The number of whole days; `nil` where some of a day is left.
  package var wholeDays: Int? {
    nanoseconds == 0 && seconds.isMultiple(of: 86_400) ? seconds / 86_400 : nil
  }

  /// `30d` for whole days, else seconds.
  package var text: String {
    if let wholeDays { return "\(wholeDays)d" }
    return nanoseconds == 0
      ? "\(seconds)s" : "\(Double(seconds) + Double(nanoseconds) / 1_000_000_000)s"
  }
}
