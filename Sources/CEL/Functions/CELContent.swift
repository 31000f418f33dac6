internal import Model

/// A Swift type that one type of CEL stands for: what typed functions take and give.
protocol CELContent: Sendable {
  static var celType: CELType { get }
  /// `nil` where the value is of another type.
  static func content(of value: CELValue) -> Self?
  var celValue: CELValue { get }
}

extension Bool: CELContent {
  static var celType: CELType { .bool }
  static func content(of value: CELValue) -> Self? {
    if case .bool(let content) = value { content } else { nil }
  }
  var celValue: CELValue { .bool(self) }
}

extension Int: CELContent {
  static var celType: CELType { .int }
  static func content(of value: CELValue) -> Self? {
    if case .int(let content) = value { content } else { nil }
  }
  var celValue: CELValue { .int(self) }
}

extension UInt: CELContent {
  static var celType: CELType { .uint }
  static func content(of value: CELValue) -> Self? {
    if case .uint(let content) = value { content } else { nil }
  }
  var celValue: CELValue { .uint(self) }
}

extension Double: CELContent {
  static var celType: CELType { .double }
  static func content(of value: CELValue) -> Self? {
    if case .double(let content) = value { content } else { nil }
  }
  var celValue: CELValue { .double(self) }
}

extension String: CELContent {
  static var celType: CELType { .string }
  static func content(of value: CELValue) -> Self? {
    if case .string(let content) = value { content } else { nil }
  }
  var celValue: CELValue { .string(self) }
}

extension CalendarDate: CELContent {
  static var celType: CELType { .date }
  static func content(of value: CELValue) -> Self? {
    if case .date(let content) = value { content } else { nil }
  }
  var celValue: CELValue { .date(self) }
}

extension CELTimestamp: CELContent {
  static var celType: CELType { .timestamp }
  static func content(of value: CELValue) -> Self? {
    if case .timestamp(let content) = value { content } else { nil }
  }
  var celValue: CELValue { .timestamp(self) }
}

extension CELDuration: CELContent {
  static var celType: CELType { .duration }
  static func content(of value: CELValue) -> Self? {
    if case .duration(let content) = value { content } else { nil }
  }
  var celValue: CELValue { .duration(self) }
}

extension [UInt8]: CELContent {
  static var celType: CELType { .bytes }
  static func content(of value: CELValue) -> Self? {
    if case .bytes(let content) = value { content } else { nil }
  }
  var celValue: CELValue { .bytes(self) }
}

extension Optional: CELContent where Wrapped: CELContent {
  static var celType: CELType { .nullable(Wrapped.celType) }
  static func content(of value: CELValue) -> Self? {
    if case .null = value { .some(nil) } else { Wrapped.content(of: value).map(Optional.some) }
  }
  var celValue: CELValue { map(\.celValue) ?? .null }
}

extension Function.Overload {
  /// An overload of one typed parameter; its types are those of the closure.
  static func of<First: CELContent, Result: CELContent>(
    _ style: Function.Style = .global, cost: @escaping Cost = { _ in 0 },
    _ body: @escaping @Sendable (First) throws(CELError) -> Result
  ) -> Self {
    Self([First.celType], Result.celType, style: style, cost: cost) { (values) throws(CELError) in
      guard let first = First.content(of: values[0]) else { throw CELError(.noSuchOverload) }
      return try body(first).celValue
    }
  }

  /// An overload of two typed parameters.
  static func of<First: CELContent, Second: CELContent, Result: CELContent>(
    _ style: Function.Style = .global, cost: @escaping Cost = { _ in 0 },
    refusal: @escaping @Sendable ([CELValue?]) -> Function.Refusal? = { _ in nil },
    _ body: @escaping @Sendable (First, Second) throws(CELError) -> Result
  ) -> Self {
    Self(
      [First.celType, Second.celType], Result.celType, style: style, cost: cost, refusal: refusal
    ) { (values) throws(CELError) in
      guard let first = First.content(of: values[0]), let second = Second.content(of: values[1])
      else {
        throw CELError(.noSuchOverload)
      }
      return try body(first, second).celValue
    }
  }

  /// An overload of three typed parameters.
  static func of<First: CELContent, Second: CELContent, Third: CELContent, Result: CELContent>(
    _ style: Function.Style = .global, cost: @escaping Cost = { _ in 0 },
    _ body: @escaping @Sendable (First, Second, Third) throws(CELError) -> Result
  ) -> Self {
    Self(
      [First.celType, Second.celType, Third.celType], Result.celType, style: style, cost: cost
    ) { (values) throws(CELError) in
      guard let first = First.content(of: values[0]), let second = Second.content(of: values[1]),
        let third = Third.content(of: values[2])
      else { throw CELError(.noSuchOverload) }
      return try body(first, second, third).celValue
    }
  }
}
