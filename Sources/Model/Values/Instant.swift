/// An instant is a moment, exact to the second.
package struct Instant: Hashable, Comparable, Sendable {
  /// The seconds since 1970-01-01 00:00 UTC, which count no leap seconds.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// Makes the moment at which a day begins in Asia/Shanghai.
  package init(startOf date: CalendarDate) {
    seconds = date.dayNumber * 86_400 - Self.shanghaiOffset
  }

  /// The day that it is in Asia/Shanghai; `nil` outside the years 1 to 9999.
  package var shanghaiDate: CalendarDate? {
    let (local, overflow) = seconds.addingReportingOverflow(Self.shanghaiOffset)
    guard !overflow else { return nil }
    return CalendarDate(dayNumber: Int((Double(local) / 86_400).rounded(.down)))
  }

  package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  /// China has one time zone and no summer time.
  static let shanghaiOffset = 8 * 3600
}

extension Instant {
  /// Reads the times that certificates, seals and signatures carry.
  ///
  /// `YYYYMMDDhhmmss`, `YYMMDDhhmm` and `YYMMDDhhmmss` (ITU-T X.680 46 and 47, RFC 5280's century),
  /// `YYYY-MM-DD hh:mm:ss` with a space or `T`, each with a fraction that is dropped and a zone `Z` or `+hhmm`. Without a zone it is Beijing time.
  package init?(reading text: String) {
    var zone: Int?
    var rest = Array(text.utf8)
    if rest.last == UInt8(ascii: "Z") {
      zone = 0
      rest.removeLast()
    } else if let sign = rest.lastIndex(where: {
      $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
    }
    ), sign >= 10 {
      let digits = rest[(sign + 1)...].filter { $0 != UInt8(ascii: ":") }
      guard digits.count == 4, let hours = Self.number(digits[0..<2]),
        let minutes = Self.number(digits[2..<4]), hours < 15, minutes < 60
      else { return nil }
      zone = (hours * 3600 + minutes * 60) * (rest[sign] == UInt8(ascii: "+") ? 1 : -1)
      rest = Array(rest[..<sign])
    }
    if let point = rest.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) {
      guard rest[(point + 1)...].allSatisfy(Self.isDigit) else { return nil }
      rest = Array(rest[..<point])
    }
    let separators = Array("-:/ T".utf8)
    let digits = rest.filter { !separators.contains($0) }
    guard digits.count == rest.count || rest.count == 19, [10, 12, 14].contains(digits.count),
      digits.allSatisfy(Self.isDigit)
    else { return nil }
    let hasCentury = digits.count == 14
    guard let first = Self.number(digits[0..<(hasCentury ? 4 : 2)]) else { return nil }
    let start = hasCentury ? 4 : 2
    let pairs = stride(from: start, to: digits.count, by: 2).compactMap {
      Self.number(digits[$0..<($0 + 2)])
    }
    let year = hasCentury ? first : first + (first < 50 ? 2000 : 1900)
    guard let day = CalendarDate(year: year, month: pairs[0], day: pairs[1]), pairs[2] < 24,
      pairs[3] < 60, pairs.count < 5 || pairs[4] <= 60
    else { return nil }
    let second = pairs.count < 5 ? 0 : min(pairs[4], 59)
    self.init(
      seconds: day.dayNumber * 86_400 + pairs[2] * 3600 + pairs[3] * 60 + second
        - (zone ?? Self.shanghaiOffset))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func number(_ digits: some Sequence<UInt8>) -> Int? {
    digits.reduce(0) { sum, digit in
      guard let sum, isDigit(digit) else { return nil }
      return sum * 10 + Int(digit) - 0x30
    }
  }
}
