internal import Model

/// `index.html`: all submissions of a run with their states, to filter and sort, and the way to each report.
package struct IndexPage: RunReport {
  package let name = "index.html"
  package let opening = ""
  package let separator = ""
  private let options: ReportOptions
  private var rows: [Int: Row] = [:]
  private var tool: ToolIdentity?

  package init(options: ReportOptions) { self.options = options }

  /// What the page says of a submission; all that is kept of it.
  fileprivate struct Row {
    let name: String
    /// As the license or the declaration says; `nil` where neither does.
    let company: String?
    let link: String
    let status: String
    /// For sorting: the worst first.
    let rank: Int
    let state: String
    let tone: String
    let errors: Int
    let warnings: Int
    let open: Int
    /// The first thing to do.
    let first: String
  }

  package mutating func piece(of masked: MaskedReport, at index: Int) -> String {
    let report = masked.report
    tool = report.tool
    let locale = options.locale
    let findings = report.judgement.findings
    func count(_ severity: Severity) -> Int {
      findings.count { $0.verdict == .fail && $0.severity == severity && $0.waiver == nil }
    }
    let first = TodoGroup.all(masked).first?.items.first
    rows[index] = Row(
      name: report.name, company: report.companyName,
      link: RelativeLink.encoded(report.name) + "/report.html",
      status: report.status.rawValue, rank: report.status.rank,
      state: Phrase.status(report.status)[locale], tone: report.status.tone,
      errors: count(.error), warnings: count(.warning),
      open: findings.count { $0.verdict == .cannotTell && $0.severity >= .warning },
      first: first.map { "\($0.title)\(masked.pick("：", ": "))\($0.action)" } ?? "—")
    return ""
  }

  package func closing(_ run: RunSummary) throws -> String {
    // What needs a hand comes first, in the order of the run.
    let ordered = rows.sorted { ($0.value.rank, $0.key) < ($1.value.rank, $1.key) }.map(\.value)
    return try HTMLTemplate.index.rendered(Model(ordered, run, tool, options.locale))
  }

  /// The model of `index.mustache`.
  fileprivate struct Model {
    let page: HTMLPage
    let script: String
    let title: String
    let advice: String
    let filters: [Filter]
    let columns: [Column]
    let rows: [Row]
    let hasNotices: Bool
    let notices: [NoticeLine]
    let origin: String
    let words: Words

    init(_ rows: [Row], _ run: RunSummary, _ tool: ToolIdentity?, _ locale: ReportLocale) {
      func pick(_ chinese: String, _ english: String) -> String {
        LocalizedText(chinese: chinese, english: english)[locale]
      }
      func count(_ status: SubmissionStatus) -> Int {
        rows.count { $0.status == status.rawValue }
      }
      let states: [SubmissionStatus] = [.blocked, .review, .ready]
      script = HTMLPage.indexScript
      page = HTMLPage(locale, script: script)
      title = pick("核对结果：\(rows.count) 份提交", "Results: \(rows.count) submissions")
      advice = pick(
        "\(count(.blocked)) 份不可提交，先改这些；\(count(.review)) 份需人工核对；\(count(.ready)) 份可以提交。点公司名称看要改什么。",
        "Blocked: \(count(.blocked)); start with these. To be looked at by a person: \(count(.review)). Ready: \(count(.ready)). Open a name to see what to do."
      )
      filters =
        [Filter(status: "", label: pick("全部", "All"), count: rows.count, pressed: true)]
        + states.map { state in
          Filter(
            status: state.rawValue, label: Phrase.status(state)[locale], count: count(state),
            pressed: false)
        }
      words = Words(
        filter: pick("筛选", "Filter"), search: pick("搜索公司、问题", "Search names and problems"),
        shown: pick("显示 {shown} / {all}", "showing {shown} of {all}"),
        errors: pick("错误", "Errors"), warnings: pick("警告", "Warnings"),
        open: pick("无法判断", "Cannot tell"), notices: Phrase.notices[locale])
      columns = [
        Column(label: pick("提交", "Submission"), isNumber: false),
        Column(label: pick("状态", "State"), isNumber: false),
        Column(label: words.errors, isNumber: true),
        Column(label: words.warnings, isNumber: true),
        Column(label: words.open, isNumber: true),
        Column(label: pick("首先要做", "First thing to do"), isNumber: false),
      ]
      self.rows = rows
      notices = run.notices.map { NoticeLine(file: $0.file, message: $0.message[locale]) }
      hasNotices = !notices.isEmpty
      let program = tool.map { " · dossier \($0.version) · \($0.rulesDigest)" }
      origin = pick("核对日期 ", "as of ") + run.asOf.iso + (program ?? "")  // allowed: an empty run
    }
  }

  fileprivate struct Filter {
    let status: String
    let label: String
    let count: Int
    let pressed: Bool
  }

  fileprivate struct Column {
    let label: String
    let isNumber: Bool
  }

  fileprivate struct NoticeLine {
    let file: String
    let message: String
  }

  fileprivate struct Words {
    let filter: String
    let search: String
    let shown: String
    let errors: String
    let warnings: String
    let open: String
    let notices: String
  }
}

extension SubmissionStatus {
  /// The worst first.
  fileprivate var rank: Int {
    switch self {
    case .blocked: 0
    case .review: 1
    case .ready: 2
    }
  }
}

extension IndexPage.Row: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "name": .text(name)
    case "company": .optional(company)
    case "link": .text(link)
    case "status": .text(status)
    case "rank": .number(rank)
    case "state": .text(state)
    case "tone": .text(tone)
    case "errors": .number(errors)
    case "warnings": .number(warnings)
    case "open": .number(open)
    case "first": .text(first)
    default: nil
    }
  }
}

extension IndexPage.Model: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "page": .model(page)
    case "script": .text(script)
    case "title": .text(title)
    case "advice": .text(advice)
    case "filters": .list(filters)
    case "columns": .list(columns)
    case "rows": .list(rows)
    case "hasNotices": .flag(hasNotices)
    case "notices": .list(notices)
    case "origin": .text(origin)
    case "words": .model(words)
    default: nil
    }
  }
}

extension IndexPage.Filter: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "status": .text(status)
    case "label": .text(label)
    case "count": .number(count)
    case "pressed": .flag(pressed)
    default: nil
    }
  }
}

extension IndexPage.Column: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "label": .text(label)
    case "isNumber": .flag(isNumber)
    default: nil
    }
  }
}

extension IndexPage.NoticeLine: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "file": .text(file)
    case "message": .text(message)
    default: nil
    }
  }
}

extension IndexPage.Words: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "filter": .text(filter)
    case "search": .text(search)
    case "shown": .text(shown)
    case "errors": .text(errors)
    case "warnings": .text(warnings)
    case "open": .text(open)
    case "notices": .text(notices)
    default: nil
    }
  }
}
