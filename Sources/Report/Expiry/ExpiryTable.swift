internal import Model

/// `expiry.csv` has a row for each thing that runs out or whose day is not known, for spreadsheets.
enum ExpiryTable {
  /// English names that scripts may rely on; texts stand in both languages.
  static let columns = [
    "submission", "company", "state", "expires_on", "days_left", "what_zh", "what_en", "day_zh",
    "day_en", "files",
  ]

  static func text(of list: ExpiryList) -> String {
    CSV.byteOrderMark + CSV.row(columns)
      + list.parts.flatMap { part in part.items.map { row(of: $0, part.state, list) } }.joined()
  }

  private static func row(
    of item: ExpiryItem, _ state: ExpiryState, _ list: ExpiryList
  ) -> String {
    let head = [item.submission, text(item.company), state.rawValue, text(item.date?.iso)]
    let tail = [
      item.what.chinese, item.what.english, item.dayWords.chinese, item.dayWords.english,
      item.files.joined(separator: "; "),
    ]
    let days = text(list.daysLeft(item).map { String($0) })
    return CSV.row(encoded: head.map(CSV.cell) + [days] + tail.map(CSV.cell))
  }

  private static func text(_ text: String?) -> String { text ?? "" }  // allowed: an empty cell
}
