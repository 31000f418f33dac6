internal import Model

/// A timestamp counts seconds since 1970-01-01T00:00:00Z and nanoseconds after them.
package struct CELTimestamp: Hashable, Sendable {
  package let seconds: Int
  /// The nanoseconds are 0 to 999,999,999.
  package let nanoseconds: Int

  package init(seconds: Int, nanoseconds: Int = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// `nil` outside the years 1 to 9999, which cel-spec allows.
  init?(checkedSeconds seconds: Int, nanoseconds: Int = 0) {
    guard (-62_135_596_800...253_402_300_799).contains(seconds) else { return nil }
    self.init(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// Reads RFC 3339 (`2026-11-22T08:00:00.5+08:00`); `nil` for anything else.
  init?(rfc3339 text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.skip("-"),
      let month = reader.number(digits: 2), reader.skip("-"), let day = reader.number(digits: 2),
      let date = CalendarDate(year: year, month: month, day: day),
      reader.skip("T") || reader.skip("t"),
      let hour = reader.number(digits: 2), hour < 24, reader.skip(":"),
      let minute = reader.number(digits: 2), minute < 60, reader.skip(":"),
      let second = reader.number(digits: 2), second < 60
    else { return nil }
    var nanoseconds = 0
    if reader.skip(".") {
      guard let fraction = reader.fraction() else { return nil }
      nanoseconds = fraction
    }
    var offset = 0
    if !reader.skip("Z"), !reader.skip("z") {
      let sign = reader.skip("+") ? 1 : reader.skip("-") ? -1 : 0
      guard sign != 0, let hours = reader.number(digits: 2), hours < 24, reader.skip(":"),
        let minutes = reader.number(digits: 2), minutes < 60
      else { return nil }
      offset = sign * (hours * 3600 + minutes * 60)
    }
    guard reader.isAtEnd else { return nil }
    let ofDay = hour * 3600 + minute * 60 + second
    self.init(
      checkedSeconds: date.dayNumber * 86_400 + ofDay - offset, nanoseconds: nanoseconds)
  }

  /// The text of RFC 3339 in UTC; fractions have no trailing zeros.
  package var text: String {
    let clock = Clock(self, offset: 0)
    guard let clock else { return "\(seconds)s" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let time = two(clock.hour) + ":" + two(clock.minute) + ":" + two(clock.second)
    return clock.date.iso + "T" + time + Self.fraction(nanoseconds) + "Z"
  }

  /// `.5` for half a second, nothing for none.
  static func fraction(_ nanoseconds: Int) -> String {
    if nanoseconds == 0 { return "" }
    let digits = String(nanoseconds + 1_000_000_000).dropFirst()
    return "." + digits.trimmingZeros
  }

  /// A timestamp as clocks of one place show it.
  struct Clock {
    let date: CalendarDate
    let hour: Int
    let minute: Int
    let second: Int
    /// 0 is Sunday.
    let weekday: Int
    /// 0 is January 1st.
    let dayOfYear: Int

    /// - Parameter offset: Seconds east of UTC.
    init?(_ timestamp: CELTimestamp, offset: Int) {
      let local = timestamp.seconds + offset
      let day = Int((Double(local) / 86_400).rounded(.down))
      guard let date = CalendarDate(dayNumber: day),
        let first = CalendarDate(year: date.year, month: 1, day: 1)
      else { return nil }
      let rest = local - day * 86_400
      self.date = date
      hour = rest / 3600
      minute = rest / 60 % 60
      second = rest % 60
      weekday = ((day + 4) % 7 + 7) % 7
      dayOfYear = day - first.dayNumber
    }
  }
}

extension StringProtocol {
  fileprivate var trimmingZeros: String {
    var digits = String(self)
    while digits.hasSuffix("0") { digits.removeLast() }
    return digits
  }
}

/// Reads numbers of fixed width from ASCII text.
struct DigitReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var sum = 0
    for byte in bytes[position..<(position + digits)] {
      guard (0x30...0x39).contains(byte) else { return nil }
      sum = sum * 10 + Int(byte) - 0x30
    }
    position += digits
    return sum
  }

  /// Up to 9 digits after a point, as nanoseconds.
  mutating func fraction() -> Int? {
    var sum = 0
    var count = 0
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
      if count == 9 { return nil }
      sum = sum * 10 + Int(bytes[position]) - 0x30
      count += 1
      position += 1
    }
    if count == 0 { return nil }
    for _ in count..<9 { sum *= 10 }
    return sum
  }
}
