internal import Model

/// Functions on days.
///
/// A `date` has no time and no zone; what adds to it is whole days.
enum DateFunctions {
  static let all: [Function] = [
    Function(
      "date", LocalizedText(chinese: "由 YYYY-MM-DD 得日期", english: "the day written as YYYY-MM-DD"),
      [
        .init([.string], .date) { (values) throws(CELError) in
          guard case .string(let text) = values[0], let date = CalendarDate(iso: text) else {
            throw CELError(.invalidArgument, values[0].text)
          }
          return .date(date)
        }
      ]),
    Function(
      "days", LocalizedText(chinese: "若干天的时长", english: "a span of that many days"),
      [
        .init([.int], .duration) { (values) throws(CELError) in
          guard case .int(let count) = values[0] else { throw CELError(.noSuchOverload, "days") }
          let (seconds, overflow) = count.multipliedReportingOverflow(by: 86_400)
          if overflow { throw CELError(.overflow) }
          return .duration(CELDuration(seconds: seconds))
        }
      ]),
    Function(
      Operator.add, LocalizedText(chinese: "若干天之后", english: "so many days later"),
      [
        .init([.date, .duration], .date) { (values) throws(CELError) in
          .date(try moved(values[0], by: values[1], sign: 1))
        },
        .init([.duration, .date], .date) { (values) throws(CELError) in
          .date(try moved(values[1], by: values[0], sign: 1))
        },
      ]),
    Function(
      Operator.subtract, LocalizedText(chinese: "若干天之前", english: "so many days earlier"),
      [
        .init([.date, .duration], .date) { (values) throws(CELError) in
          .date(try moved(values[0], by: values[1], sign: -1))
        }
      ]),
    Function(
      "add_months",
      LocalizedText(
        chinese: "若干个月之后的同一天；该月无此日时取月末",
        english: "the same day so many months later, the month's last day where it has no such day"),
      [
        .init([.date, .int], .date) { (values) throws(CELError) in
          guard case .date(let date) = values[0], case .int(let months) = values[1] else {
            throw CELError(.noSuchOverload, "add_months")
          }
          guard let moved = date.adding(months: months) else { throw CELError(.overflow) }
          return .date(moved)
        }
      ]),
    Function(
      "days_between",
      LocalizedText(
        chinese: "从前一日期到后一日期的天数，可为负",
        english: "days from the first date to the second, negative if it is earlier"),
      [
        .init([.date, .date], .int) { (values) throws(CELError) in
          guard case .date(let first) = values[0], case .date(let second) = values[1] else {
            throw CELError(.noSuchOverload, "days_between")
          }
          return .int(second.dayNumber - first.dayNumber)
        }
      ]),
    Function(
      "age_at",
      LocalizedText(chinese: "某日的周岁", english: "full years of age on a day"),
      [
        .init([.date, .date], .int) { (values) throws(CELError) in
          guard case .date(let birth) = values[0], case .date(let day) = values[1] else {
            throw CELError(.noSuchOverload, "age_at")
          }
          return .int(birth.age(on: day))
        }
      ]),
  ]

  private static func moved(
    _ date: CELValue, by duration: CELValue, sign: Int
  ) throws(CELError) -> CalendarDate {
    guard case .date(let date) = date, case .duration(let duration) = duration else {
      throw CELError(.noSuchOverload)
    }
    guard let days = duration.wholeDays else { throw CELError(.invalidArgument, duration.text) }
    guard let moved = date.adding(days: sign * days) else { throw CELError(.overflow) }
    return moved
  }
}
