/// A number of at least 0 with 12 exact decimals: amounts are never summed in binary floating point.
struct FixedDecimal: Hashable, Comparable, Sendable {
  /// The number times 10^12.
  let units: Int128

  static let zero = FixedDecimal(units: 0)
  private static let one: Int128 = 1_000_000_000_000
  // 10^18, above any amount on paper; products below stay far from overflow.
  private static let limit: Int128 = one * 1_000_000_000_000_000_000

  private init(units: Int128) { self.units = units }

  init(_ number: Int) { units = Int128(number) * Self.one }

  /// Reads ASCII digits with at most one point; `nil` past 18 digits before or 12 decimals behind it.
  init?(digits text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, !whole.isEmpty, whole.count <= 18 else {
      return nil
    }
    var units: Int128 = 0
    guard let digits = CodeText.digits(whole) else { return nil }
    for digit in digits { units = units * 10 + Int128(digit) }
    units *= Self.one
    if parts.count == 2 {
      guard !parts[1].isEmpty, let decimals = CodeText.digits(parts[1]) else { return nil }
      var place = Self.one
      for digit in decimals {
        place /= 10
        guard place > 0 || digit == 0 else { return nil }
        units += Int128(digit) * place
      }
    }
    self.units = units
  }

  /// The sum; `nil` past the limit.
  func adding(_ other: FixedDecimal) -> FixedDecimal? {
    let sum = units + other.units
    return sum <= Self.limit ? FixedDecimal(units: sum) : nil
  }

  /// The product; `nil` past the limit.
  func multiplied(by factor: Int) -> FixedDecimal? {
    let (product, overflow) = units.multipliedReportingOverflow(by: Int128(factor))
    return !overflow && product <= Self.limit ? FixedDecimal(units: product) : nil
  }

  /// The quotient; `nil` where it has more than 12 decimals.
  func divided(by divisor: Int) -> FixedDecimal? {
    units.isMultiple(of: Int128(divisor)) ? FixedDecimal(units: units / Int128(divisor)) : nil
  }

  /// The number in ten-thousandths; `nil` where it is no whole count of them.
  var tenThousandths: Int? {
    let step = Self.one / 10_000
    return units.isMultiple(of: step) ? Int(exactly: units / step) : nil
  }

  static func < (left: Self, right: Self) -> Bool { left.units < right.units }
}
