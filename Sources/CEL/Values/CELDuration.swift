/// A span of time; both parts have one sign.
package struct CELDuration: Hashable, Sendable {
  package let seconds: Int
  package let nanoseconds: Int

  package init(seconds: Int, nanoseconds: Int = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  private static let billion = 1_000_000_000

  init(totalNanoseconds: Int) {
    self.init(
      seconds: totalNanoseconds / Self.billion, nanoseconds: totalNanoseconds % Self.billion)
  }

  /// All of it in nanoseconds; `nil` past 64 bits (292 years), where cel-spec wants an error.
  var totalNanoseconds: Int? {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: Self.billion)
    let (sum, overflowed) = product.addingReportingOverflow(nanoseconds)
    return overflow || overflowed ? nil : sum
  }

  /// Reads `1h30m`, `-1.5s`, `100ms`: decimal numbers with the units h, m, s, ms, us, µs, ns; `nil` for anything
  /// else and past 292 years.
  package init?(units text: String) {
    var rest = Substring(text)
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
    if rest == "0" {
      self.init(seconds: 0)
      return
    }
    guard !rest.isEmpty else { return nil }
    var total = 0
    while !rest.isEmpty {
      let whole = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(whole.count)
      var fraction: Substring = ""
      if rest.first == "." {
        rest = rest.dropFirst()
        fraction = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(fraction.count)
      }
      guard !whole.isEmpty || !fraction.isEmpty,
        let unit = Self.units.first(where: { rest.hasPrefix($0.name) })
      else { return nil }
      rest = rest.dropFirst(unit.name.count)
      guard let part = Self.nanoseconds(whole, fraction, unit.nanoseconds) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      if overflow { return nil }
      total = sum
    }
    self.init(totalNanoseconds: isNegative ? -total : total)
  }

  // Longer names first: `m` is the start of `ms`.
  private static let units: [(name: String, nanoseconds: Int)] = [
    ("ns", 1), ("us", 1000), ("µs", 1000), ("μs", 1000), ("ms", 1_000_000), ("s", billion),
    ("m", 60 * billion), ("h", 3600 * billion),
  ]

  private static func nanoseconds(_ whole: Substring, _ fraction: Substring, _ unit: Int) -> Int? {
    guard let count = whole.isEmpty ? 0 : Int(whole) else { return nil }
    let (product, overflow) = count.multipliedReportingOverflow(by: unit)
    if overflow { return nil }
    var part = 0
    var scale = unit
    for digit in fraction.utf8 {
      scale /= 10
      part += Int(digit - 0x30) * scale
    }
    let (sum, overflowed) = product.addingReportingOverflow(part)
    return overflowed ? nil : sum
  }

  /// The number of whole days; `nil` where some of a day is left.
  package var wholeDays: Int? {
    nanoseconds == 0 && seconds.isMultiple(of: 86_400) ? seconds / 86_400 : nil
  }

  /// The duration as authors write it: `30d` for whole days, else in seconds.
  package var text: String { wholeDays.map { "\($0)d" } ?? secondsText }

  /// cel-spec's form: `1.5s`.
  var secondsText: String {
    let sign = seconds < 0 || nanoseconds < 0 ? "-" : ""
    return sign + String(seconds.magnitude)
      + CELTimestamp.fraction(Int(nanoseconds.magnitude)) + "s"
  }
}
