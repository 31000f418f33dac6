internal import Model
internal import Native  // allowed: the sheets of a workbook

/// The sheets of `findings.xlsx`.
struct WorkbookSheets {
  private typealias Cell = WorkbookSheet.Cell
  private typealias Column = WorkbookSheet.Column
  let entries: [GroupEntry]
  let run: RunSummary
  let locale: ReportLocale
  /// Of the labels that the roster has.
  private let titles: [String]

  init(entries: [GroupEntry], run: RunSummary, locale: ReportLocale) {
    self.entries = entries
    self.run = run
    self.locale = locale
    titles = GroupEntry.labelTitles(of: entries)
  }

  var all: [WorkbookSheet] { [overview, findings, problems, expiries] }

  private func words(_ chinese: String, _ english: String) -> String {
    locale.text(chinese, english)
  }

  // MARK: Columns that several sheets have

  private var holders: [Column] {
    [
      Column(words("公司", "Company"), width: 30), Column(words("提交", "Submission"), width: 18),
      Column(words("统一社会信用代码", "Credit code"), width: 22),
    ] + titles.map { Column($0.visible, width: 14) }
  }

  private func holder(_ entry: GroupEntry) -> [Cell] {
    [Self.text(entry.company), Self.text(entry.name), Self.text(entry.creditCode)]
      + titles.map { Self.text(entry.label($0)) }
  }

  // MARK: Sheets

  private var overview: WorkbookSheet {
    let change = GroupChange(entries, run)
    let counts = [SubmissionStatus.blocked, .review, .ready, .undelivered].map { status in
      "\(Phrase.status(status)[locale]) \(entries.count { $0.status == status })"
    }
    let heading = [words("核对日期 ", "as of ") + run.asOf.iso] + counts
    let changes: [Column] =
      change == nil
      ? []
      : [
        Column(words("新增", "New"), width: 8), Column(words("仍在", "Still open"), width: 8),
        Column(words("已解决", "Resolved"), width: 8),
      ]
    return WorkbookSheet(
      name: words("概览", "Overview"),
      heading: (heading + [change?.sentence(locale)].compactMap(\.self)).joined(separator: " · "),
      columns: holders + [
        Column(words("渠道", "Channel"), width: 12), Column(words("状态", "State"), width: 12),
        Column(words("错误", "Errors"), width: 8), Column(words("警告", "Warnings"), width: 8),
        Column(words("无法判断", "Cannot tell"), width: 10),
      ] + changes + [Column(words("首先要做", "First thing to do"), width: 60)],
      rows: entries.map { entry in
        let state = [
          Self.text(entry.channel), Cell.text(Phrase.status(entry.status)[locale]),
          .number(entry.errors), .number(entry.warnings), .number(entry.undecided),
        ]
        let compared: [Cell] =
          change == nil
          ? []
          : [
            .number(entry.newCount), .number(entry.knownCount),
            entry.resolved.map { .number($0.count) } ?? .empty,  // allowed: an empty cell
          ]
        return holder(entry) + state + compared + [Self.text(entry.first)]
      })
  }

  private var findings: WorkbookSheet {
    WorkbookSheet(
      name: words("问题", "Findings"),
      columns: holders + [
        Column(words("轻重", "Severity"), width: 10), Column(words("规则", "Rule"), width: 18),
        Column(words("检查项", "Title"), width: 32), Column(words("问题", "Problem"), width: 44),
        Column(words("现为", "Found"), width: 28), Column(words("应为", "Expected"), width: 28),
        Column(words("请处理", "To do"), width: 44), Column(words("位置", "Where"), width: 28),
        Column(words("谁处理", "Who must act"), width: 20), Column(words("新旧", "Since"), width: 10),
      ],
      rows: entries.flatMap { entry in
        entry.items.map { item in
          holder(entry) + [
            .text(item.severity.words[locale]), Self.text(item.rule), .text(item.title.visible),
            Self.text(item.message), Self.value(item.actual), Self.value(item.expected),
            .text(item.action.visible), Self.text(item.place), .text(item.owner.heading[locale]),
            since(item),
          ]
        }
      })
  }

  private func since(_ item: GroupItem) -> Cell {
    guard run.earlier != nil else { return .empty }
    return .text(item.isKnown ? words("仍在", "still open") : words("新增", "new"))
  }

  private var problems: WorkbookSheet {
    WorkbookSheet(
      name: words("按问题", "By problem"),
      columns: [
        Column(words("检查项", "Title"), width: 40), Column(words("规则", "Rule"), width: 18),
        Column(words("轻重", "Severity"), width: 10), Column(words("公司数", "Companies"), width: 10),
        Column(words("次数", "Times"), width: 8), Column(words("谁处理", "Who must act"), width: 24),
        Column(words("哪些公司", "Which companies"), width: 80),
      ],
      rows: GroupProblem.all(in: entries).map { problem in
        [
          .text(problem.title.visible), Self.text(problem.rule),
          .text(problem.severity.words[locale]), .number(problem.entries.count),
          .number(problem.count), .text(problem.owner.heading[locale]),
          .text(problem.entries.map(\.holder.visible).joined(separator: locale.listSeparator)),
        ]
      })
  }

  private var expiries: WorkbookSheet {
    let list = ExpiryList(of: entries.map(\.expiries), asOf: run.asOf, within: 365)
    return WorkbookSheet(
      name: words("到期", "What runs out"), heading: list.rest(locale),
      columns: [
        Column(words("公司", "Company"), width: 30), Column(words("提交", "Submission"), width: 18),
        Column(words("什么", "What"), width: 48), Column(words("到期日", "Last day"), width: 14),
        Column(words("剩余天数", "Days left"), width: 10), Column(words("说明", "Remark"), width: 28),
        Column(words("文件", "Files"), width: 40),
      ],
      rows: list.parts.flatMap { part in
        part.items.map { item in
          let days = list.daysLeft(item)
          let remark = item.date == nil ? item.dayWords : item.countdown(days)
          return [
            Self.text(item.company), .text(item.submission.visible),
            .text(item.what[locale].visible),
            Self.value(item.date?.iso),
            days.map { .number($0) } ?? .empty,  // allowed: an empty cell
            .text(remark[locale]),
            .text(item.files.map(\.visible).joined(separator: locale.listSeparator)),
          ]
        }
      })
  }

  // MARK: Cells

  private static func text(_ text: String?) -> Cell {
    text.map { .text($0.visible) } ?? .empty  // allowed: an empty cell
  }

  /// A day as a day, all else as it is written.
  private static func value(_ text: String?) -> Cell {
    guard let text, let date = CalendarDate(iso: text), date.year >= 1900 else {
      return Self.text(text)
    }
    return .date(year: date.year, month: date.month, day: date.day)
  }
}
