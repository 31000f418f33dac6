internal import Model

extension CELValue {
  /// Returns whether two values are equal in CEL: numbers across their types, texts scalar by scalar, other types never.
  package func equals(_ other: CELValue) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.string(let left), .string(let right)): left.isScalarwiseEqual(to: right)
    case (.bytes(let left), .bytes(let right)): left == right
    case (.timestamp(let left), .timestamp(let right)): left == right
    case (.duration(let left), .duration(let right)): left == right
    case (.date(let left), .date(let right)): left == right
    case (.type(let left), .type(let right)): left.name == right.name
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
    case (.map(let left), .map(let right)): left.equals(right)
    case (.optional(let left), .optional(let right)):
      switch (left, right) {
      case (nil, nil): true
      case (let left?, let right?): left.equals(right)
      default: false
      }
    default: Self.numericOrder(self, other) == .same
    }
  }

  /// Returns how two values stand to one another; `nil` where their types have no common order.
  package func order(to other: CELValue) -> Order? {
    switch (self, other) {
    case (.bool(let left), .bool(let right)): Order(left ? 1 : 0, right ? 1 : 0)
    case (.string(let left), .string(let right)): left.scalarOrder(to: right)
    case (.bytes(let left), .bytes(let right)):
      left.lexicographicallyPrecedes(right) ? .before : left == right ? .same : .after
    case (.timestamp(let left), .timestamp(let right)):
      Order(left.seconds, right.seconds).then(Order(left.nanoseconds, right.nanoseconds))
    case (.duration(let left), .duration(let right)):
      Order(left.seconds, right.seconds).then(Order(left.nanoseconds, right.nanoseconds))
    case (.date(let left), .date(let right)): Order(left, right)
    default: Self.numericOrder(self, other)
    }
  }

  package enum Order: Sendable {
    case before, same, after
    /// One of the numbers is NaN.
    case unordered

    init<Content: Comparable>(_ left: Content, _ right: Content) {
      self = left < right ? .before : left == right ? .same : .after
    }

    func then(_ next: Order) -> Order { self == .same ? next : self }
  }

  private static func numericOrder(_ left: CELValue, _ right: CELValue) -> Order? {
    switch (left, right) {
    case (.int(let left), .int(let right)): Order(left, right)
    case (.uint(let left), .uint(let right)): Order(left, right)
    // Mixed comparisons of integers are exact in Swift.
    case (.int(let left), .uint(let right)): left < right ? .before : left == right ? .same : .after
    case (.uint(let left), .int(let right)): left < right ? .before : left == right ? .same : .after
    case (.double(let left), .double(let right)): order(left, right)
    case (.int(let left), .double(let right)): order(left, right)
    case (.uint(let left), .double(let right)): order(left, right)
    case (.double(let left), .int(let right)): order(right, left).reversed
    case (.double(let left), .uint(let right)): order(right, left).reversed
    default: nil
    }
  }

  private static func order(_ left: Double, _ right: Double) -> Order {
    left.isNaN || right.isNaN ? .unordered : Order(left, right)
  }

  // As doubles, which is lossy past 2^53: the conformance tests want 9223372036854775807 to be equal to
  // 9223372036854775808.0.
  private static func order<Integer: FixedWidthInteger>(_ left: Integer, _ right: Double) -> Order {
    order(Double(left), right)
  }
}

extension CELValue.Order {
  fileprivate var reversed: Self {
    switch self {
    case .before: .after
    case .after: .before
    case .same, .unordered: self
    }
  }
}

// `==` and `<` on String compare canonical forms ("é" equals "e\u{301}"); CEL compares scalars. UTF-8
// keeps the order of scalars.
extension String {
  package func isScalarwiseEqual(to other: String) -> Bool {
    let left = utf8Span.span
    let right = other.utf8Span.span
    if left.count != right.count { return false }
    if left.isIdentical(to: right) { return true }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }

  func scalarOrder(to other: String) -> CELValue.Order {
    if isScalarwiseEqual(to: other) { return .same }
    return utf8.lexicographicallyPrecedes(other.utf8) ? .before : .after
  }
}
