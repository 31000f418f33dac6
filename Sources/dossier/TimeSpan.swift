internal import ArgumentParser
internal import Model

/// A span of days, weeks, months or years from a day on, as people type it: `90d`, `90`, `3m`, `90天`, `3个月`.
struct TimeSpan {
  private enum Unit {
    case days(Int)
    case months(Int)
  }

  static let standard = TimeSpan(.days(90))
  private let length: Unit

  private init(_ length: Unit) { self.length = length }

  /// How many days it is; months are as long as the calendar has them; `nil` beyond the calendar's end.
  func days(from day: CalendarDate) -> Int? {
    switch length {
    case .days(let count): return day.adding(days: count) == nil ? nil : count
    case .months(let count): return day.adding(months: count).map { $0.dayNumber - day.dayNumber }
    }
  }
}

extension TimeSpan: ExpressibleByArgument {
  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), (0...100_000).contains(count) else { return nil }
    switch argument.dropFirst(digits.count).trimmingPrefix(" ").lowercased() {
    case "", "d", "day", "days", "天", "日": length = .days(count)
    case "w", "week", "weeks", "周", "星期": length = .days(count * 7)
    case "m", "month", "months", "月", "个月": length = .months(count)
    case "y", "year", "years", "年": length = .months(count * 12)
    default: return nil
    }
  }

  var defaultValueDescription: String { "90d" }
}
