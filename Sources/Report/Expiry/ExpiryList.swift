package import Model

/// What runs out of all companies up to a day, in the order in which somebody must act.
package struct ExpiryList: Sendable {
  /// The day from which days are counted.
  package let asOf: CalendarDate
  /// How many days ahead are looked at.
  package let within: Int
  /// What holds no more, the oldest first.
  package let expired: [ExpiryItem]
  /// What holds up to a day within the span, the next first; today is the first day of it.
  package let soon: [ExpiryItem]
  /// What nobody knows the last day of: unread, doubtful, or said differently by two papers.
  package let unknown: [ExpiryItem]
  /// How many hold longer than the span.
  package let laterCount: Int
  /// How many hold without an end.
  package let unlimitedCount: Int
  /// The first name of all submissions that have something, by which calendars tell one group's list from another's.
  let firstSubmission: String?

  /// - Parameter submissions: In the order of the run.
  package init(of submissions: [ExpiryItems], asOf: CalendarDate, within: Int) {
    self.asOf = asOf
    self.within = within
    let all = submissions.flatMap(\.items)
    firstSubmission = all.map(\.submission).min()
    let dated = all.enumerated().compactMap { index, item in
      item.date.map { (days: $0.dayNumber - asOf.dayNumber, index: index, item: item) }
    }.sorted { ($0.days, $0.index) < ($1.days, $1.index) }
    expired = dated.filter { $0.days < 0 }.map(\.item)
    soon = dated.filter { (0...within).contains($0.days) }.map(\.item)
    laterCount = dated.count { $0.days > within }
    unknown = all.filter { $0.date == nil }
    unlimitedCount = submissions.reduce(0) { $0 + $1.unlimited }
  }

  /// The parts with something in them, what holds no more first.
  var parts: [ExpiryPart] {
    [
      ExpiryPart(state: .expired, items: expired), ExpiryPart(state: .soon, items: soon),
      ExpiryPart(state: .unknown, items: unknown),
    ].filter { !$0.items.isEmpty }
  }

  /// The days from ``asOf`` to the last one of an item; negative where that is past.
  func daysLeft(_ item: ExpiryItem) -> Int? {
    item.date.map { $0.dayNumber - asOf.dayNumber }
  }

  /// What is said where nothing runs out; `nil` where something does.
  ///
  /// Beside days that are not known it is no comfort.
  func nothing(_ locale: ReportLocale) -> String? {
    guard expired.isEmpty, soon.isEmpty else { return nil }
    guard unknown.isEmpty else {
      return locale.text(
        "读到的日期中，\(within) 天内没有到期的；另有 \(unknown.count) 项日期不明，可能已经到期，请人工核对。",
        "Of the days that were read none is within \(within) days; \(unknown.count) are not known and may have passed: look at them."
      )
    }
    return locale.text("\(within) 天内没有到期的材料。", "Nothing runs out within \(within) days.")
  }

  /// What of the list is not shown one by one.
  func rest(_ locale: ReportLocale) -> String {
    locale.text(
      "另有 \(laterCount) 项在 \(within) 天以后到期，\(unlimitedCount) 项长期有效或未写期限。ICP 备案本身没有有效期，随域名而定。",
      "Besides: \(laterCount) later than in \(within) days, \(unlimitedCount) without an end. An ICP filing has no end of its own; it stands with its domain."
    )
  }
}

/// The items of one state.
struct ExpiryPart {
  let state: ExpiryState
  let items: [ExpiryItem]
}

/// Where an item stands on the day of the list.
enum ExpiryState: String {
  case expired
  case soon = "runs_out"
  case unknown = "not_known"

  /// `已过期 2 项`.
  func heading(_ count: Int, within: Int, _ locale: ReportLocale) -> String {
    switch self {
    case .expired: locale.text("已过期 \(count) 项", "Run out already: \(count)")
    case .soon:
      locale.text("\(within) 天内到期 \(count) 项", "Running out within \(within) days: \(count)")
    case .unknown:
      locale.text("日期不明 \(count) 项，请人工核对", "Not known: \(count), to be looked at by a person")
    }
  }

  /// The style class.
  var tone: String {
    switch self {
    case .expired: "bad"
    case .soon: "warn"
    case .unknown: "open"
    }
  }
}

extension ExpiryItem {
  /// The last day, where it is known for sure.
  var date: CalendarDate? {
    if case .known(let date) = day { date } else { nil }
  }

  /// The day as people read it, and what is wrong where it is not known.
  var dayWords: LocalizedText {
    switch day {
    case .known(let date): return LocalizedText(date.iso, date.iso)
    case .doubtful(let date):
      return LocalizedText("不明，可能是 \(date.iso)", "not known, perhaps \(date.iso)")
    case .conflicting(let dates):
      let days = dates.map(\.iso)
      return LocalizedText(
        "不明，说法不一：" + days.joined(separator: "、"),
        "not known, they differ: " + days.joined(separator: ", "))
    case .unread: return LocalizedText("不明，没有读到或没有写", "not known, not read or not written")
    }
  }

  /// `还有 12 天`; empty where the day is not known.
  func countdown(_ days: Int?) -> LocalizedText {
    guard let days else { return LocalizedText("", "") }
    if days == 0 { return LocalizedText("今天到期", "today") }
    let unit = abs(days) == 1 ? "day" : "days"
    return days < 0
      ? LocalizedText("已过期 \(-days) 天", "\(-days) \(unit) ago")
      : LocalizedText("还有 \(days) 天", "in \(days) \(unit)")
  }
}
