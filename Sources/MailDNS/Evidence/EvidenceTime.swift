package import Model

/// When evidence was taken, as tools, consoles and people write it.
package enum EvidenceTime {
  /// Zone names that `date` and `dig` print; `CST` is China's here.
  private static let zones: [String: Int] = [
    "UTC": 0, "GMT": 0, "Z": 0, "CST": 8, "HKT": 8, "SGT": 8, "中国标准时间": 8, "JST": 9, "KST": 9,
    "CET": 1, "CEST": 2, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7,
  ]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `Sun Nov 22 10:00:00 CST 2026`, `日 11月 22 10:00:00 CST 2026`, `2026年 11月 22日 星期日 10:00:00 CST`,
  /// `2026-11-22 10:00:00`, `2026/11/22 10:00`, `2026-11-22T02:00:00Z`.
  package static func instant(_ text: some StringProtocol) -> Instant? {
    let text = String(text.prefix(80))
    return written(text) ?? numeric(text)
  }

  /// A time with the month as a word, or with 年 and 月.
  private static func written(_ text: String) -> Instant? {
    var year: Int?
    var month: Int?
    var day: Int?
    var clock: Int?
    var zone = 8
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "," }) {
      if let seconds = Self.clock(word) {
        clock = clock ?? seconds
      } else if let hours = zones[String(word)] {
        zone = hours
      } else if let number = months.firstIndex(of: word.prefix(3).lowercased()), word.count <= 9 {
        month = month ?? number + 1
      } else if word.hasSuffix("月") {
        month = month ?? Int(word.dropLast())
      } else if word.hasSuffix("年") {
        year = year ?? Int(word.dropLast())
      } else if word.hasSuffix("日"), let number = Int(word.dropLast()) {
        day = day ?? number
      } else if word.utf8.count == 4, let number = Int(word) {
        year = year ?? number
      } else if word.utf8.count <= 2, let number = Int(word) {
        day = day ?? number
      }
    }
    guard let year, let month, let day, let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    // Without an hour it is that day in China, wherever the clock stood.
    guard let clock else { return Instant(startOf: date) }
    return Instant(seconds: date.dayNumber * 86_400 + clock - zone * 3_600)
  }

  /// Digits and separators.
  private static func numeric(_ text: String) -> Instant? {
    let words = text.split { $0 == " " || $0 == "T" || $0 == "\t" }
    guard let first = words.first, let date = ChineseDate.parse(String(first)) else { return nil }
    guard words.count > 1 else { return Instant(startOf: date) }
    var rest = String(words[words.count > 2 && clock(words[1]) == nil ? 2 : 1])
    var zone = 8
    if rest.hasSuffix("Z") {
      zone = 0
      rest.removeLast()
    } else if let sign = rest.lastIndex(where: { "+-".contains($0) }),
      let hours = Int(rest[sign...].prefix(3))
    {
      zone = hours
      rest = String(rest[..<sign])
    } else if let name = words.last, let hours = zones[String(name)] {
      zone = hours
    }
    guard let clock = Self.clock(rest.prefix { $0 != "." }) else { return Instant(startOf: date) }
    return Instant(seconds: date.dayNumber * 86_400 + clock - zone * 3_600)
  }

  /// Seconds of the day of `10:00` or `10:00:00`.
  private static func clock(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count <= 2 ? Int($0) : nil }
    guard parts.count == numbers.count, (2...3).contains(numbers.count), numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ (0...60).contains($0) })
    else { return nil }
    return numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? min(numbers[2], 59) : 0)
  }

  private static let labels = [
    "采集时间", "抓取时间", "截图时间", "导出时间", "查询时间", "取证时间", "captured", "exported", "exported at",
    "capture time", "queried", "date",
  ]

  /// Returns the time on a line that names it as such, as `采集时间：2026-11-22 10:00` and `;; Exported: 2026-11-22 03:04:05`
  /// do.
  package static func labelled(_ line: some StringProtocol) -> Instant? {
    let body = line.drop { ";#/ \t*".contains($0) }
    guard body.utf8.count <= 120, let colon = body.firstIndex(where: { $0 == ":" || $0 == "：" })
    else { return nil }
    let label = body[..<colon].lowercased().filter { $0 != " " }
    guard labels.contains(where: { $0.filter { $0 != " " } == label }) else { return nil }
    return instant(body[body.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
  }
}
