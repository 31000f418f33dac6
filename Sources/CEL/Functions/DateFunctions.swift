internal import Model

/// Functions on days.
///
/// A `date` has no time and no zone; what adds to it is whole days.
enum DateFunctions {
  /// Seconds east of UTC of Asia/Shanghai, whose clocks have not changed since 1991.
  private static let shanghai = 8 * 3600

  static let all: [Function] = [
    Function(
      "date", "由 YYYY-MM-DD 得日期；时刻按上海时间取其日期",
      "the day written as YYYY-MM-DD, or that of an instant in Asia/Shanghai",
      [
        .of { (date: CalendarDate) in date },
        .of { (text: String) throws(CELError) in
          guard let date = CalendarDate(iso: text) else {
            throw CELError(.invalidArgument, "date")
          }
          return date
        },
        .of { (instant: CELTimestamp) throws(CELError) in
          guard let clock = CELTimestamp.Clock(instant, offset: shanghai) else {
            throw CELError(.overflow, "date")
          }
          return clock.date
        },
      ]),
    Function(
      "days", "若干天的时长", "a span of that many days",
      [
        .of { (count: Int) throws(CELError) in
          let (seconds, overflow) = count.multipliedReportingOverflow(by: 86_400)
          if overflow { throw CELError(.overflow, "days") }
          return CELDuration(seconds: seconds)
        }
      ]),
    Function(
      Operator.add, "若干天之后", "so many days later",
      [
        .of { (date: CalendarDate, span: CELDuration) throws(CELError) in
          try moved(date, by: span, sign: 1)
        },
        .of { (span: CELDuration, date: CalendarDate) throws(CELError) in
          try moved(date, by: span, sign: 1)
        },
      ]),
    Function(
      Operator.subtract, "若干天之前", "so many days earlier",
      [
        .of { (date: CalendarDate, span: CELDuration) throws(CELError) in
          try moved(date, by: span, sign: -1)
        }
      ]),
    Function(
      "add_months", "若干个月之后的同一天；该月无此日时取月末",
      "the same day so many months later, the month's last day where it has no such day",
      [
        .of { (date: CalendarDate, months: Int) throws(CELError) in
          guard let moved = date.adding(months: months) else { throw CELError(.overflow) }
          return moved
        }
      ]),
    Function(
      "days_between", "从前一日期到后一日期的天数，可为负",
      "days from the first date to the second, negative if it is earlier",
      [.of { (first: CalendarDate, second: CalendarDate) in second.dayNumber - first.dayNumber }]),
    Function(
      "age_at", "某日的周岁", "full years of age on a day",
      [.of { (birth: CalendarDate, day: CalendarDate) in birth.age(on: day) }]),
    part("year", "日期的年份", "the year of a date") { $0.year },
    part("month", "日期的月份，1 至 12", "the month of a date, 1 to 12") { $0.month },
    part("day", "日期的日", "the day of the month of a date") { $0.day },
  ]

  private static func part(
    _ name: String, _ chinese: String, _ english: String,
    _ read: @escaping @Sendable (CalendarDate) -> Int
  ) -> Function {
    Function(name, chinese, english, [.of(.member) { (date: CalendarDate) in read(date) }])
  }

  private static func moved(
    _ date: CalendarDate, by span: CELDuration, sign: Int
  ) throws(CELError) -> CalendarDate {
    guard let days = span.wholeDays else { throw CELError(.invalidArgument, span.text) }
    guard let moved = date.adding(days: sign * days) else { throw CELError(.overflow) }
    return moved
  }
}
