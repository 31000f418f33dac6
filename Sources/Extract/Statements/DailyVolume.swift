internal import Model

/// Messages by day: the days covered, their sum and mean, and what of the rows is odd.
struct DailyVolume {
  private var volumes: [CalendarDate: Int] = [:]
  private(set) var defects: [StatisticsFacts.Defect] = []
  private var row: Int?

  init(_ records: [LabelledRecord<StatisticsLabel>]) {
    for record in records {
      guard let day = record[.day],
        !record.fields.isDisjoint(with: [.sent, .received, .total])
      else { continue }
      // The row of totals below the days.
      if ["合计", "总计", "汇总", "平均", "total"].contains(day.text.lowercased()) { continue }
      guard let date = DayText.date(day.text), let volume = Self.volume(of: record) else {
        defects.append(.rowUnread)
        continue
      }
      row = row ?? day.row
      // Rows by user or by direction: a day's rows add up.
      volumes[date, default: 0] += volume
    }
    if let first = volumes.keys.min(), let last = volumes.keys.max(),
      last.dayNumber - first.dayNumber + 1 != volumes.count
    {
      defects.append(.daysMissing)
    }
  }

  var hasDays: Bool { !volumes.isEmpty }

  private static func volume(of record: LabelledRecord<StatisticsLabel>) -> Int? {
    func number(_ label: StatisticsLabel) -> Int? {
      record[label].flatMap { PlainNumber.count($0.text) }
    }
    if record.fields.contains(.total) { return number(.total) }
    guard record.fields.isSuperset(of: [.sent, .received]) else {
      return number(.sent) ?? number(.received)
    }
    guard let sent = number(.sent), let received = number(.received) else { return nil }
    return sent + received
  }

  func add(to facts: inout RecordFacts) {
    guard let first = volumes.keys.min(), let last = volumes.keys.max() else { return }
    let sum = volumes.values.reduce(0, +)
    facts.add(StatisticsFacts.from, .date(first), row: row)
    facts.add(StatisticsFacts.to, .date(last), row: row)
    facts.add(StatisticsFacts.days, .int(volumes.count), row: row)
    // A row that was not understood leaves sum and mean unknown.
    guard !defects.contains(.rowUnread) else { return }
    facts.add(StatisticsFacts.messages, .int(sum), row: row)
    let mean = (Double(sum) / Double(volumes.count) * 100).rounded() / 100
    facts.add(StatisticsFacts.daily, .double(mean), row: row)
  }
}
