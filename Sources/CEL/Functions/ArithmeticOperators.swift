internal import Model

/// Operators on numbers, and `+` on texts, bytes and lists.
///
/// Integers that leave their 64 bits are errors.
enum ArithmeticOperators {
  static let all: [Function] = [
    Function(
      Operator.add, "相加或连接", "sum or concatenation",
      [
        whole(Int.self) { $0.addingReportingOverflow($1) },
        whole(UInt.self) { $0.addingReportingOverflow($1) },
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
        whole(Int.self) { $0.subtractingReportingOverflow($1) },
        whole(UInt.self) { $0.subtractingReportingOverflow($1) },
        .of { (left: Double, right: Double) in left - right },
      ]),
    Function(
      Operator.multiply, "相乘", "product",
      [
        whole(Int.self) { $0.multipliedReportingOverflow(by: $1) },
        whole(UInt.self) { $0.multipliedReportingOverflow(by: $1) },
        .of { (left: Double, right: Double) in left * right },
      ]),
    Function(
      Operator.divide, "相除（整数取商）", "quotient",
      [
        whole(Int.self, division) { $0.dividedReportingOverflow(by: $1) },
        whole(UInt.self, division) { $0.dividedReportingOverflow(by: $1) },
        .of { (left: Double, right: Double) in left / right },
      ]),
    Function(
      Operator.remainder, "余数", "remainder",
      [
        whole(Int.self, division) { $0.remainderReportingOverflow(dividingBy: $1) },
        whole(UInt.self, division) { $0.remainderReportingOverflow(dividingBy: $1) },
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

  private static func whole<Number: CELContent & FixedWidthInteger>(
    _ type: Number.Type, _ check: @escaping Check<Number> = { _ in },
    _ operation: @escaping @Sendable (Number, Number) -> (partialValue: Number, overflow: Bool)
  ) -> Function.Overload {
    .of { (left: Number, right: Number) throws(CELError) in
      try check(right)
      let (value, overflow) = operation(left, right)
      if overflow { throw CELError(.overflow) }
      return value
    }
  }
}
