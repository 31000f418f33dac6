internal import Model

/// Mail statistics out of labelled values: rows by day, or figures beside their names.
enum StatisticsDocument {
  static let signs = [
    "发送", "发信", "发件", "收信", "收件", "接收", "收发", "日均", "活跃", "打开率", "满意度", "sent", "activity",
    "satisfaction",
  ]

  /// At most one document; empty where the content holds no statistics.
  static func documents(in content: LabelledContent, file: String) -> [Document] {
    let records = content.records(StatisticsLabel.set)
    let days = DailyVolume(records)
    var facts = RecordFacts(file: file, page: records.first.flatMap(\.page))
    var defects = days.defects
    days.add(to: &facts)
    if !days.hasDays { addPeriod(records, to: &facts) }
    func cell(_ label: StatisticsLabel) -> LabelledRecord<StatisticsLabel>.Cell? {
      records.lazy.compactMap { $0[label] }.first
    }
    func number(_ label: StatisticsLabel, _ declaration: FactDeclaration, limit: Double) {
      facts.add(declaration, cell(label)) { text in
        guard var value = PlainNumber.value(text) else { return nil }
        // 83 of a share means 83 %.
        if limit == 1, value > 1, value <= 100, !text.contains("%"), !text.contains("％") {
          value /= 100
        }
        if value > limit { defects.append(.outOfRange) }
        return .double((value * 10_000).rounded() / 10_000)
      }
    }
    if !days.hasDays {
      number(.dailyMean, StatisticsFacts.daily, limit: .infinity)
    }
    facts.add(StatisticsFacts.accounts, cell(.accounts)) { PlainNumber.count($0).map(Value.int) }
    facts.add(StatisticsFacts.activeAccounts, cell(.activeAccounts)) {
      PlainNumber.count($0).map(Value.int)
    }
    number(.activity, StatisticsFacts.activity, limit: 1)
    number(.openRate, StatisticsFacts.openRate, limit: 1)
    number(.satisfaction, StatisticsFacts.satisfaction, limit: 5)
    facts.add(StatisticsFacts.checkedOn, cell(.checkedOn)) { DayText.date($0).map(Value.date) }
    facts.addActivity()
    guard days.hasDays || facts.facts.contains(where: { figures.contains($0.key) }) else {
      return []
    }
    facts.add(StatisticsFacts.defects, .texts(defects.uniqued().map(\.rawValue)), row: nil)
    return [facts.document(.mailStatistics)]
  }

  /// Facts of which one makes a file mail statistics: dates and counts of accounts stand in other tables too.
  private static let figures = Set(
    [
      StatisticsFacts.daily, StatisticsFacts.activity, StatisticsFacts.openRate,
      StatisticsFacts.satisfaction,
    ].map(\.key))

  private static func addPeriod(
    _ records: [LabelledRecord<StatisticsLabel>], to facts: inout RecordFacts
  ) {
    for record in records {
      let ends = record[.period].map { cell in
        cell.text.split { "至到~～".contains($0) }.map { DayText.date(String($0)) }
      }
      let first = record[.from].flatMap { DayText.date($0.text) } ?? ends?.first.flatMap(\.self)
      let last = record[.to].flatMap { DayText.date($0.text) } ?? ends?.last.flatMap(\.self)
      guard let first, let last, first <= last else { continue }
      let row = (record[.period] ?? record[.from])?.row
      facts.add(StatisticsFacts.from, .date(first), row: row)
      facts.add(StatisticsFacts.to, .date(last), row: row)
      facts.add(StatisticsFacts.days, .int(last.dayNumber - first.dayNumber + 1), row: row)
      return
    }
  }
}

extension RecordFacts {
  /// The share of mailboxes in use, where the numbers of both are given and the share is not.
  fileprivate mutating func addActivity() {
    func int(_ declaration: FactDeclaration) -> Int? {
      if case .int(let value)? = facts.first(where: { $0.key == declaration.key })?.value {
        value
      } else {
        nil
      }
    }
    guard !facts.contains(where: { $0.key == StatisticsFacts.activity.key }),
      let all = int(StatisticsFacts.accounts), all > 0,
      let active = int(StatisticsFacts.activeAccounts), active <= all
    else { return }
    let share = (Double(active) / Double(all) * 10_000).rounded() / 10_000
    add(StatisticsFacts.activity, .double(share), row: nil)
  }
}
