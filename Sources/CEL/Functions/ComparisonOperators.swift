internal import Model

/// Operators that compare, and negation.
///
/// `&&`, `||` and `?:` are the evaluator's own.
enum ComparisonOperators {
  static let all: [Function] = [
    Function(
      Operator.equal, LocalizedText(chinese: "两值相等", english: "both values are equal"),
      [
        .init([.parameter("T"), .parameter("T")], .bool, cost: equalityCost) {
          .bool($0[0].equals($0[1]))
        }
      ]),
    Function(
      Operator.notEqual, LocalizedText(chinese: "两值不等", english: "the values differ"),
      [
        .init([.parameter("T"), .parameter("T")], .bool, cost: equalityCost) {
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
      Operator.not, LocalizedText(chinese: "取反", english: "negation"),
      [
        .init([.bool], .bool) { (values) throws(CELError) in
          guard case .bool(let value) = values[0] else { throw CELError(.noSuchOverload) }
          return .bool(!value)
        }
      ]),
  ]

  // Texts count a tenth of a unit a byte, as in cel-go's cost model.
  @Sendable private static func equalityCost(_ values: [CELValue]) -> Int {
    min(weight(values[0]), weight(values[1]))
  }

  static func weight(_ value: CELValue) -> Int {
    switch value {
    case .string(let text): text.utf8.count / 10
    case .bytes(let bytes): bytes.count / 10
    case .list(let values): values.reduce(values.count) { $0 + weight($1) }
    case .map(let map): map.entries.reduce(map.entries.count) { $0 + weight($1.value) }
    case .null, .bool, .int, .uint, .double, .timestamp, .duration, .date, .type: 0
    }
  }

  private static func ordering(
    _ name: String, _ chinese: String, _ english: String,
    _ holds: @escaping @Sendable (CELValue.Order) -> Bool
  ) -> Function {
    let numbers: [CELType] = [.int, .uint, .double]
    let pairs =
      numbers.flatMap { left in numbers.map { [left, $0] } }
      + [.bool, .string, .bytes, .timestamp, .duration, .date].map { [$0, $0] }
    return Function(
      name, LocalizedText(chinese: chinese, english: english),
      pairs.map { pair in
        .init(pair, .bool, cost: equalityCost) { (values) throws(CELError) in
          guard let order = values[0].order(to: values[1]) else {
            throw CELError(.noSuchOverload, name)
          }
          return .bool(holds(order))
        }
      })
  }
}
