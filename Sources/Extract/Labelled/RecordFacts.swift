internal import Model

/// Facts out of the cells of records, each with its place.
struct RecordFacts {
  let file: String
  /// 0-based sheet.
  let page: Int?
  private(set) var facts: [Fact] = []

  init(file: String, page: Int?) {
    self.file = file
    self.page = page
  }

  /// Adds what a cell says; a value that is not understood is no fact.
  mutating func add<Field>(
    _ declaration: FactDeclaration, _ cell: LabelledRecord<Field>.Cell?, _ value: (String) -> Value?
  ) {
    guard let cell, let value = value(cell.text) else { return }
    add(declaration, value, raw: cell.text, row: cell.row)
  }

  /// The document that the records are.
  func document(_ kind: MaterialKind) -> Document {
    Document(
      kind: kind, confidence: 0.99, pages: [page ?? 0],  // allowed: a text is one page
      rotationDegrees: 0, isReadWhole: true, facts: facts)
  }

  /// Adds what several cells come to.
  mutating func add(_ declaration: FactDeclaration, _ value: Value, raw: String? = nil, row: Int?) {
    facts.append(
      Fact(
        declaration, value,
        evidence: [
          Evidence(
            file: file, page: page, method: .textLayer, raw: raw.map { String($0.prefix(500)) },
            position: row.map { TextPosition(line: $0, column: 1) })
        ]))
  }
}

/// Days as exports write them.
enum DayText {
  /// The day of `2026-10-03`, `2026/10/3 08:00:00`, `2026-10-03T08:00:00+08:00`, `2026年10月3日` or `20261003`.
  static func date(_ text: String) -> CalendarDate? {
    if let date = ChineseDate.parse(text) { return date }
    // A time after the day; a recognizer may lose the space between them.
    let whole = text.trimmed
    let day = whole.prefix { !$0.isWhitespace && $0 != "T" }
    if day.count < whole.count, let date = ChineseDate.parse(String(day)) { return date }
    let time = whole.dropFirst(10).prefix { $0.isNumber || $0 == ":" }
    guard time.contains(":") else { return nil }
    return CalendarDate(iso: String(whole.prefix(10)))
  }
}

/// Yes or no as settings write it.
struct Flag {
  let isOn: Bool

  init?(_ text: String) {
    let folded = TextNormalization(steps: [.compatibility, .noSpace]).applied(to: text).lowercased()
    switch folded {
    case "true", "yes", "on", "1", "是", "开", "开启", "已开启", "启用", "已启用", "有", "√", "enabled":
      isOn = true
    case "false", "no", "off", "0", "否", "关", "关闭", "已关闭", "未开启", "停用", "未启用", "没有", "×", "x",
      "disabled":
      isOn = false
    default: return nil
    }
  }
}
