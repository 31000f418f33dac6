/// What a fact says.
package enum Value: Hashable, Sendable {
  /// Known to be empty or without end (长期); never "not read".
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case date(CalendarDate)
  case list([Value])
}

/// The type that a fact or an operand has.
package enum ValueType: String, Sendable, CaseIterable {
  case bool, int, double, string, date, list
}

extension Value {
  /// The value's type; `nil` for null, which every nullable type has.
  package var type: ValueType? {
    switch self {
    case .null: nil
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .date: .date
    case .list: .list
    }
  }

  /// The separator that stands between the values of a list in ``text``.
  package static let listSeparator = "、"

  /// The value as people read it: no quotes, ISO dates, lists joined by `、`, null as `null`.
  package var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .double(let value):
      value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .string(let value): value
    case .date(let value): value.iso
    case .list(let values): values.map(\.text).joined(separator: Self.listSeparator)
    }
  }

  package var string: String? { if case .string(let value) = self { value } else { nil } }
  package var date: CalendarDate? { if case .date(let value) = self { value } else { nil } }
}

extension Value {
  /// Returns a list of texts.
  package static func texts(_ texts: [String]) -> Value { .list(texts.map(Value.string)) }
}
