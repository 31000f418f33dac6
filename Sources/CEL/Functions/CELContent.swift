internal import Model

/// A Swift type that one type of CEL stands for: what typed functions take and give.
protocol CELContent: Sendable {
  static var celType: CELType { get }
  /// `nil` where the value is of another type.
  init?(_ value: CELValue)
  var celValue: CELValue { get }
}

extension Bool: CELContent {
  static var celType: CELType { .bool }
  init?(_ value: CELValue) {
    guard case .bool(let content) = value else { return nil }
    self = content
  }
  var celValue: CELValue { .bool(self) }
}

extension Int: CELContent {
  static var celType: CELType { .int }
  init?(_ value: CELValue) {
    guard case .int(let content) = value else { return nil }
    self = content
  }
  var celValue: CELValue { .int(self) }
}

extension UInt: CELContent {
  static var celType: CELType { .uint }
  init?(_ value: CELValue) {
    guard case .uint(let content) = value else { return nil }
    self = content
  }
  var celValue: CELValue { .uint(self) }
}

extension Double: CELContent {
  static var celType: CELType { .double }
  init?(_ value: CELValue) {
    guard case .double(let content) = value else { return nil }
    self = content
  }
  var celValue: CELValue { .double(self) }
}

extension String: CELContent {
  static var celType: CELType { .string }
  init?(_ value: CELValue) {
    guard case .string(let content) = value else { return nil }
    self = content
  }
  var celValue: CELValue { .string(self) }
}

extension CalendarDate: CELContent {
  static var celType: CELType { .date }
  init?(_ value: CELValue) {
    guard case .date(let content) = value else { return nil }
    self = content
  }
  var celValue: CELValue { .date(self) }
}

extension CELTimestamp: CELContent {
  static var celType: CELType { .timestamp }
  init?(_ value: CELValue) {
    guard case .timestamp(let content) = value else { return nil }
    self = content
  }
  var celValue: CELValue { .timestamp(self) }
}

extension CELDuration: CELContent {
  static var celType: CELType { .duration }
  init?(_ value: CELValue) {
    guard case .duration(let content) = value else { return nil }
    self = content
  }
  var celValue: CELValue { .duration(self) }
}

extension [UInt8]: CELContent {
  static var celType: CELType { .bytes }
  init?(_ value: CELValue) {
    guard case .bytes(let content) = value else { return nil }
    self = content
  }
  var celValue: CELValue { .bytes(self) }
}

extension Optional: CELContent where Wrapped: CELContent {
  static var celType: CELType { .nullable(Wrapped.celType) }
  init?(_ value: CELValue) {
    if case .null = value {
      self = Wrapped?.none
    } else if let content = Wrapped(value) {
      self = .some(content)
    } else {
      return nil
    }
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
      guard let first = First(values[0]) else { throw CELError(.noSuchOverload) }
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
      guard let first = First(values[0]), let second = Second(values[1]) else {
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
      guard let first = First(values[0]), let second = Second(values[1]),
        let third = Third(values[2])
      else { throw CELError(.noSuchOverload) }
      return try body(first, second, third).celValue
    }
  }
}
