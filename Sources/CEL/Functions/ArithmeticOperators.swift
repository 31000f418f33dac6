internal import Model

/// Operators on numbers, and `+` on texts and lists.
///
/// Integers that leave their 64 bits are errors.
enum ArithmeticOperators {
  static let all: [Function] = [
    Function(
      Operator.add, LocalizedText(chinese: "相加或连接", english: "sum or concatenation"),
      [
        integers { $0.addingReportingOverflow($1) },
        unsigned { $0.addingReportingOverflow($1) },
        doubles(+),
        .init(
          [.string, .string], .string,
          cost: { values in values.reduce(0) { $0 + ComparisonOperators.weight($1) } },
          body: { (values) throws(CELError) in
            guard case .string(let left) = values[0], case .string(let right) = values[1] else {
              throw CELError(.noSuchOverload, Operator.add)
            }
            return .string(left + right)
          }),
        .init(
          [.list(.parameter("T")), .list(.parameter("T"))], .list(.parameter("T")),
          cost: { values in values.reduce(0) { $0 + ComparisonOperators.weight($1) } },
          body: { (values) throws(CELError) in
            guard case .list(let left) = values[0], case .list(let right) = values[1] else {
              throw CELError(.noSuchOverload, Operator.add)
            }
            return .list(left + right)
          }),
      ]),
    Function(
      Operator.subtract, LocalizedText(chinese: "相减", english: "difference"),
      [
        integers { $0.subtractingReportingOverflow($1) },
        unsigned { $0.subtractingReportingOverflow($1) },
        doubles(-),
      ]),
    Function(
      Operator.multiply, LocalizedText(chinese: "相乘", english: "product"),
      [
        integers { $0.multipliedReportingOverflow(by: $1) },
        unsigned { $0.multipliedReportingOverflow(by: $1) },
        doubles(*),
      ]),
    Function(
      Operator.divide, LocalizedText(chinese: "相除（整数取商）", english: "quotient"),
      [
        integers(isDivision: true) { $0.dividedReportingOverflow(by: $1) },
        unsigned(isDivision: true) { $0.dividedReportingOverflow(by: $1) },
        doubles(/),
      ]),
    Function(
      Operator.remainder, LocalizedText(chinese: "余数", english: "remainder"),
      [
        integers(isDivision: true) { $0.remainderReportingOverflow(dividingBy: $1) },
        unsigned(isDivision: true) { $0.remainderReportingOverflow(dividingBy: $1) },
      ]),
    Function(
      Operator.negate, LocalizedText(chinese: "取负", english: "the negative"),
      [
        .init([.int], .int) { (values) throws(CELError) in
          guard case .int(let value) = values[0] else { throw CELError(.noSuchOverload) }
          guard value != .min else { throw CELError(.overflow) }
          return .int(-value)
        },
        .init([.double], .double) { (values) throws(CELError) in
          guard case .double(let value) = values[0] else { throw CELError(.noSuchOverload) }
          return .double(-value)
        },
      ]),
  ]

  private static func integers(
    isDivision: Bool = false,
    _ operation: @escaping @Sendable (Int, Int) -> (partialValue: Int, overflow: Bool)
  ) -> Function.Overload {
    .init([.int, .int], .int) { (values) throws(CELError) in
      guard case .int(let left) = values[0], case .int(let right) = values[1] else {
        throw CELError(.noSuchOverload)
      }
      if isDivision, right == 0 { throw CELError(.divisionByZero) }
      let (value, overflow) = operation(left, right)
      if overflow { throw CELError(.overflow) }
      return .int(value)
    }
  }

  private static func unsigned(
    isDivision: Bool = false,
    _ operation: @escaping @Sendable (UInt, UInt) -> (partialValue: UInt, overflow: Bool)
  ) -> Function.Overload {
    .init([.uint, .uint], .uint) { (values) throws(CELError) in
      guard case .uint(let left) = values[0], case .uint(let right) = values[1] else {
        throw CELError(.noSuchOverload)
      }
      if isDivision, right == 0 { throw CELError(.divisionByZero) }
      let (value, overflow) = operation(left, right)
      if overflow { throw CELError(.overflow) }
      return .uint(value)
    }
  }

  private static func doubles(
    _ operation: @escaping @Sendable (Double, Double) -> Double
  ) -> Function.Overload {
    .init([.double, .double], .double) { (values) throws(CELError) in
      guard case .double(let left) = values[0], case .double(let right) = values[1] else {
        throw CELError(.noSuchOverload)
      }
      return .double(operation(left, right))
    }
  }
}
