/// What values cost to look at, as in cel-go's cost model: a tenth of a unit a byte, one an element.
enum Weight {
  static func of(_ value: CELValue) -> Int {
    switch value {
    case .string(let text): text.utf8.count / 10
    case .bytes(let bytes): bytes.count / 10
    case .list(let values): values.reduce(values.count) { $0 + of($1) }
    case .map(let map): map.entries.reduce(map.entries.count) { $0 + of($1.key) + of($1.value) }
    case .optional(let value): value.map(of) ?? 0  // allowed: nothing weighs nothing
    case .null, .bool, .int, .uint, .double, .timestamp, .duration, .date, .type: 0
    }
  }

  @Sendable static func sum(_ values: [CELValue]) -> Int { values.reduce(0) { $0 + of($1) } }

  /// Of the lighter one: a comparison ends there.
  @Sendable static func least(_ values: [CELValue]) -> Int {
    values.map(of).min() ?? 0  // allowed: a call without arguments compares nothing
  }

  /// Each place of the first with each place of the second: plain search.
  @Sendable static func product(_ values: [CELValue]) -> Int {
    values.prefix(2).reduce(1) { product, value in
      let (result, overflow) = product.multipliedReportingOverflow(by: of(value) + 1)
      return overflow ? .max : result
    }
  }
}
