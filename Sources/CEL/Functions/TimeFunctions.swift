internal import Foundation
internal import Model

/// Instants and spans of time.
enum TimeFunctions {
  static let all: [Function] =
    arithmetic + [
      part("getFullYear", "年份", "the year") { $0.date.year },
      part("getMonth", "月份，0 为一月", "the month, January being 0") { $0.date.month - 1 },
      part("getDate", "日，从 1 起", "the day of the month, from 1") { $0.date.day },
      part("getDayOfMonth", "日，从 0 起", "the day of the month, from 0") { $0.date.day - 1 },
      part("getDayOfWeek", "星期，0 为周日", "the day of the week, Sunday being 0") { $0.weekday },
      part("getDayOfYear", "一年中的第几天，从 0 起", "the day of the year, from 0") { $0.dayOfYear },
      part("getHours", "小时", "the hour; of a span all its whole hours", { $0.hour }) {
        $0.seconds / 3600
      },
      part("getMinutes", "分", "the minute; of a span all its whole minutes", { $0.minute }) {
        $0.seconds / 60
      },
      part("getSeconds", "秒", "the second; of a span all its whole seconds", { $0.second }) {
        $0.seconds
      },
      Function(
        "getMilliseconds", "不足一秒的毫秒", "the milliseconds past the second",
        [
          .of(.member) { (value: CELTimestamp) in value.nanoseconds / 1_000_000 },
          .of(.member) { (value: CELTimestamp, zone: String) throws(CELError) in
            _ = try offset(zone, at: value)
            return value.nanoseconds / 1_000_000
          },
          .of(.member) { (value: CELDuration) in value.nanoseconds / 1_000_000 },
        ]),
    ]

  private static let arithmetic = [
    Function(
      Operator.add, "之后", "later",
      [
        .of { (instant: CELTimestamp, span: CELDuration) throws(CELError) in
          try moved(instant, by: span, sign: 1)
        },
        .of { (span: CELDuration, instant: CELTimestamp) throws(CELError) in
          try moved(instant, by: span, sign: 1)
        },
        .of { (left: CELDuration, right: CELDuration) throws(CELError) in
          try span { $0.addingReportingOverflow($1) }(left, right)
        },
      ]),
    Function(
      Operator.subtract, "之前或相差", "earlier, or the time between",
      [
        .of { (instant: CELTimestamp, span: CELDuration) throws(CELError) in
          try moved(instant, by: span, sign: -1)
        },
        .of { (later: CELTimestamp, earlier: CELTimestamp) throws(CELError) in
          let duration = CELDuration(
            seconds: later.seconds - earlier.seconds,
            nanoseconds: later.nanoseconds - earlier.nanoseconds)
          guard let nanoseconds = duration.totalNanoseconds else { throw CELError(.overflow) }
          return CELDuration(totalNanoseconds: nanoseconds)
        },
        .of { (left: CELDuration, right: CELDuration) throws(CELError) in
          try span { $0.subtractingReportingOverflow($1) }(left, right)
        },
      ]),
  ]

  private static func span(
    _ operation: @escaping (Int, Int) -> (partialValue: Int, overflow: Bool)
  ) -> (CELDuration, CELDuration) throws(CELError) -> CELDuration {
    { (left, right) throws(CELError) in
      guard let first = left.totalNanoseconds, let second = right.totalNanoseconds else {
        throw CELError(.overflow)
      }
      let (sum, overflow) = operation(first, second)
      if overflow { throw CELError(.overflow) }
      return CELDuration(totalNanoseconds: sum)
    }
  }

  private static func moved(
    _ instant: CELTimestamp, by span: CELDuration, sign: Int
  ) throws(CELError) -> CELTimestamp {
    var seconds = instant.seconds + sign * span.seconds
    var nanoseconds = instant.nanoseconds + sign * span.nanoseconds
    if nanoseconds < 0 {
      nanoseconds += 1_000_000_000
      seconds -= 1
    } else if nanoseconds >= 1_000_000_000 {
      nanoseconds -= 1_000_000_000
      seconds += 1
    }
    guard let moved = CELTimestamp(checkedSeconds: seconds, nanoseconds: nanoseconds) else {
      throw CELError(.overflow)
    }
    return moved
  }

  // MARK: Parts

  private static func part(
    _ name: String, _ chinese: String, _ english: String,
    _ read: @escaping @Sendable (CELTimestamp.Clock) -> Int,
    ofSpan: (@Sendable (CELDuration) -> Int)? = nil
  ) -> Function {
    var overloads: [Function.Overload] = [
      .of(.member) { (value: CELTimestamp) throws(CELError) in
        read(try clock(value, offset: 0))
      },
      .of(.member) { (value: CELTimestamp, zone: String) throws(CELError) in
        read(try clock(value, offset: offset(zone, at: value)))
      },
    ]
    if let ofSpan { overloads.append(.of(.member) { (value: CELDuration) in ofSpan(value) }) }
    return Function(name, chinese, english, overloads)
  }

  private static func part(
    _ name: String, _ chinese: String, _ english: String,
    _ read: @escaping @Sendable (CELTimestamp.Clock) -> Int,
    _ ofSpan: @escaping @Sendable (CELDuration) -> Int
  ) -> Function {
    part(name, chinese, english, read, ofSpan: ofSpan)
  }

  private static func clock(
    _ instant: CELTimestamp, offset: Int
  ) throws(CELError) -> CELTimestamp.Clock {
    guard let clock = CELTimestamp.Clock(instant, offset: offset) else {
      throw CELError(.overflow)
    }
    return clock
  }

  /// Seconds east of UTC of `Asia/Shanghai`, `+08:00` or `08:00`.
  private static func offset(_ zone: String, at instant: CELTimestamp) throws(CELError) -> Int {
    var reader = DigitReader(zone)
    let isNegative = reader.skip("-")
    if !isNegative { _ = reader.skip("+") }
    if let hours = reader.number(digits: 2), reader.skip(":"),
      let minutes = reader.number(digits: 2), reader.isAtEnd, hours < 24, minutes < 60
    {
      return (isNegative ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
    guard let zone = TimeZone(identifier: zone) else { throw CELError(.invalidArgument, zone) }
    return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
  }
}
