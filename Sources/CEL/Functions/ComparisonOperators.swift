internal import Model

/// Operators that compare, and negation.
///
/// `&&`, `||` and `?:` are the evaluator's own.
enum ComparisonOperators {
  static let all: [Function] = [
    Function(
      Operator.equal, LocalizedText("两值相等", "both values are equal"),
      [
        .init([.parameter("T"), .parameter("T")], .bool, cost: Weight.least) {
          .bool($0[0].equals($0[1]))
        }
      ]),
    Function(
      Operator.notEqual, LocalizedText("两值不等", "the values differ"),
      [
        .init([.parameter("T"), .parameter("T")], .bool, cost: Weight.least) {
          .bool(!$0[0].equals($0[1]))
        }
      ]),
    ordering(Operator.less, "小于（早于）", "less (earlier) than") { $0 == .before },
    ordering(Operator.lessOrEqual, "不大于（不晚于）", "at most (not after)") {
      $0 == .before || $0 == .same
    },
    ordering(Operator.greater, "大于（晚于）", "greater (later) than") { $0 == .after },
    ordering(Operator.greaterOrEqual, "不小于（不早于）", "at least (not before)") {
      $0 == .after || $0 == .same
    },
    Function(
      Operator.not, LocalizedText("取反", "negation"),
      [
        .init([.bool], .bool) { (values) throws(CELError) in
          guard case .bool(let value) = values[0] else { throw CELError(.noSuchOverload) }
          return .bool(!value)
        }
      ]),
  ]

  private static func ordering(
    _ name: String, _ chinese: String, _ english: String,
    _ holds: @escaping @Sendable (CELValue.Order) -> Bool
  ) -> Function {
    let numbers: [CELType] = [.int, .uint, .double]
    let pairs =
      numbers.flatMap { left in numbers.map { [left, $0] } }
      + [.bool, .string, .bytes, .timestamp, .duration, .date].map { [$0, $0] }
    return Function(
      name, LocalizedText(chinese, english),
      pairs.map { pair in
        .init(pair, .bool, cost: Weight.least) { (values) throws(CELError) in
          guard let order = values[0].order(to: values[1]) else {
            throw CELError(.noSuchOverload, name)
          }
          return .bool(holds(order))
        }
      })
  }
}
