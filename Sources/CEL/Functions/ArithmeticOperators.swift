internal import Model

/// Operators on numbers, and `+` on texts, bytes and lists.
///
/// Integers that leave their 64 bits are errors.
enum ArithmeticOperators {
  static let all: [Function] = [
    Function(
      Operator.add, "相加或连接", "sum or concatenation",
      [
        integers { $0.addingReportingOverflow($1) },
        unsigned { $0.addingReportingOverflow($1) },
        .of { (left: Double, right: Double) in left + right },
        .of(cost: Weight.sum) { (left: String, right: String) in left + right },
        .of(cost: Weight.sum) { (left: [UInt8], right: [UInt8]) in left + right },
        .init(
          [.list(.parameter("T")), .list(.parameter("T"))], .list(.parameter("T")),
          cost: Weight.sum
        ) { (values) throws(CELError) in
          guard case .list(let left) = values[0], case .list(let right) = values[1] else {
            throw CELError(.noSuchOverload, Operator.add)
          }
          return .list(left + right)
        },
      ]),
    Function(
      Operator.subtract, "相减", "difference",
      [
        integers { $0.subtractingReportingOverflow($1) },
        unsigned { $0.subtractingReportingOverflow($1) },
        .of { (left: Double, right: Double) in left - right },
      ]),
    Function(
      Operator.multiply, "相乘", "product",
      [
        integers { $0.multipliedReportingOverflow(by: $1) },
        unsigned { $0.multipliedReportingOverflow(by: $1) },
        .of { (left: Double, right: Double) in left * right },
      ]),
    Function(
      Operator.divide, "相除（整数取商）", "quotient",
      [
        integers(division) { $0.dividedReportingOverflow(by: $1) },
        unsigned(division) { $0.dividedReportingOverflow(by: $1) },
        .of { (left: Double, right: Double) in left / right },
      ]),
    Function(
      Operator.remainder, "余数", "remainder",
      [
        integers(division) { $0.remainderReportingOverflow(dividingBy: $1) },
        unsigned(division) { $0.remainderReportingOverflow(dividingBy: $1) },
      ]),
    Function(
      Operator.negate, "取负", "the negative",
      [
        .of { (value: Int) throws(CELError) in
          guard value != .min else { throw CELError(.overflow) }
          return -value
        },
        .of { (value: Double) in -value },
      ]),
  ]

  private typealias Check<Number> = @Sendable (Number) throws(CELError) -> Void

  @Sendable private static func division<Number: BinaryInteger>(
    by divisor: Number
  ) throws(CELError) {
    if divisor == 0 { throw CELError(.divisionByZero) }
  }

  private static func integers(
    _ check: @escaping Check<Int> = { _ in },
    _ operation: @escaping @Sendable (Int, Int) -> (partialValue: Int, overflow: Bool)
  ) -> Function.Overload {
    .of { (left: Int, right: Int) throws(CELError) in
      try check(right)
      let (value, overflow) = operation(left, right)
      if overflow { throw CELError(.overflow) }
      return value
    }
  }

  private static func unsigned(
    _ check: @escaping Check<UInt> = { _ in },
    _ operation: @escaping @Sendable (UInt, UInt) -> (partialValue: UInt, overflow: Bool)
  ) -> Function.Overload {
    .of { (left: UInt, right: UInt) throws(CELError) in
      try check(right)
      let (value, overflow) = operation(left, right)
      if overflow { throw CELError(.overflow) }
      return value
    }
  }
}
