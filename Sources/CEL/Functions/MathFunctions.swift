internal import Foundation
internal import Model

/// cel-spec's extension `math`.
enum MathFunctions {
  static let all: [Function] =
    [
      extremum("math.greatest", "最大的数", "the greatest number", .after),
      extremum("math.least", "最小的数", "the least number", .before),
      Function(
        "math.abs", "绝对值", "the absolute value",
        [
          .of { (value: Int) throws(CELError) in
            guard value != .min else { throw CELError(.overflow, "math.abs") }
            return abs(value)
          },
          .of { (value: UInt) in value },
          .of { (value: Double) in abs(value) },
        ]),
      Function(
        "math.sign", "正负号：-1、0 或 1", "the sign: -1, 0 or 1",
        [
          .of { (value: Int) in value.signum() },
          .of { (value: UInt) in min(value, 1) },
          .of { (value: Double) in value > 0 ? 1 : value < 0 ? -1 : value },
        ]),
      doubles("math.ceil", "向上取整", "the whole number above") { $0.rounded(.up) },
      doubles("math.floor", "向下取整", "the whole number below") { $0.rounded(.down) },
      doubles("math.round", "四舍五入", "the nearest whole number, halves away from zero") {
        $0.rounded(.toNearestOrAwayFromZero)
      },
      doubles("math.trunc", "舍去小数", "without the fraction") { $0.rounded(.towardZero) },
      Function(
        "math.sqrt", "平方根", "the square root",
        [
          .of { (value: Double) in value.squareRoot() },
          .of { (value: Int) in Double(value).squareRoot() },
          .of { (value: UInt) in Double(value).squareRoot() },
        ]),
      Function(
        "math.isNaN", "是否不是数", "whether it is not a number",
        [.of { (value: Double) in value.isNaN }]),
      Function(
        "math.isInf", "是否无穷大", "whether it is infinite",
        [.of { (value: Double) in value.isInfinite }]),
      Function(
        "math.isFinite", "是否有限", "whether it is finite",
        [.of { (value: Double) in value.isFinite }]),
    ] + bits

  private static let bits = [
    Function(
      "math.bitAnd", "按位与", "bitwise and",
      [
        .of { (left: Int, right: Int) in left & right },
        .of { (left: UInt, right: UInt) in left & right },
      ]),
    Function(
      "math.bitOr", "按位或", "bitwise or",
      [
        .of { (left: Int, right: Int) in left | right },
        .of { (left: UInt, right: UInt) in left | right },
      ]),
    Function(
      "math.bitXor", "按位异或", "bitwise exclusive or",
      [
        .of { (left: Int, right: Int) in left ^ right },
        .of { (left: UInt, right: UInt) in left ^ right },
      ]),
    Function(
      "math.bitNot", "按位取反", "bitwise not",
      [.of { (value: Int) in ~value }, .of { (value: UInt) in ~value }]),
    Function(
      "math.bitShiftLeft", "左移", "shifted left",
      [
        .of { (value: Int, count: Int) throws(CELError) in value << (try offset(count)) },
        .of { (value: UInt, count: Int) throws(CELError) in value << (try offset(count)) },
      ]),
    Function(
      "math.bitShiftRight", "右移，左边补零", "shifted right, zeros coming in",
      [
        .of { (value: Int, count: Int) throws(CELError) in
          Int(bitPattern: UInt(bitPattern: value) >> (try offset(count)))
        },
        .of { (value: UInt, count: Int) throws(CELError) in value >> (try offset(count)) },
      ]),
  ]

  private static func offset(_ count: Int) throws(CELError) -> Int {
    guard count >= 0 else { throw CELError(.invalidArgument, String(count)) }
    return count
  }

  private static func doubles(
    _ name: String, _ chinese: String, _ english: String,
    _ operation: @escaping @Sendable (Double) -> Double
  ) -> Function {
    Function(name, chinese, english, [.of { (value: Double) in operation(value) }])
  }

  /// Of one number, two or a list; more arguments are made a list by the parser.
  private static func extremum(
    _ name: String, _ chinese: String, _ english: String, _ order: CELValue.Order
  ) -> Function {
    let numbers: [CELType] = [.int, .uint, .double]
    let body: Function.Overload.Body = { (values) throws(CELError) in
      var all = values
      if case .list(let elements) = values[0] { all = elements }
      guard var best = all.first else { throw CELError(.invalidArgument, name) }
      for value in all {
        guard ValueKinds([.int, .uint, .double]).contains(value.kind),
          let found = value.order(to: best)
        else { throw CELError(.noSuchOverload, name) }
        if found == order { best = value }
      }
      return best
    }
    return Function(
      name, chinese, english,
      numbers.map { .init([$0], $0, body: body) }
        + numbers.flatMap { left in
          numbers.map { .init([left, $0], left == $0 ? left : .dyn, body: body) }
        }
        + (numbers + [.dyn]).map { .init([.list($0)], $0, cost: Weight.sum, body: body) })
  }
}
