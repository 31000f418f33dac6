internal import Model

/// `index.html` lists all submissions of a run with their states, to filter and sort, and leads to each report.
package struct IndexPage: RunReport {
  package let name = "index.html"
  package let opening = ""
  package let separator = ""
  private let options: ReportOptions
  private var rows: [Int: Row] = [:]
  private var expiries: [Int: ExpiryItems] = [:]
  private var tool: ToolIdentity?

  package init(options: ReportOptions) { self.options = options }

  /// What the page says of a submission; all that is kept of it.
  private struct Row {
    let status: SubmissionStatus
    let model: TemplateValue
  }

  package mutating func piece(of masked: MaskedReport, at index: Int) -> String {
    let (report, locale) = (masked.report, options.locale)
    tool = report.tool
    expiries[index] = ExpiryItems(
      of: report.factSet, report.extractions, in: report.name, options: options)
    let findings = report.judgement.findings
    func count(_ severity: Severity) -> TemplateValue {
      .number(
        findings.count { $0.verdict == .fail && $0.severity == severity && $0.waiver == nil })
    }
    let first = TodoItem.first(of: masked, locale)?.line(locale)
    let open = findings.count { $0.verdict == .cannotTell && $0.severity >= .warning }
    rows[index] = Row(
      status: report.status,
      model: [
        "name": .text(report.name),
        "company": .optional(report.companyName.map(masked.masking.withoutNumbers)),
        "link": "\(RelativeLink.encoded(report.name))/report.html",
        "status": .text(report.status.rawValue), "rank": .number(report.status.rank),
        "state": .text(Phrase.status(report.status)[locale]), "tone": .text(report.status.tone),
        "errors": count(.error), "warnings": count(.warning), "open": .number(open),
        "first": .text(first ?? "—"),
      ])
    return ""
  }

  package func closing(_ run: RunSummary) throws -> String {
    let locale = options.locale
    // What needs a hand comes first, in the order of the run.
    let ordered = rows.sorted { ($0.value.status.rank, $0.key) < ($1.value.status.rank, $1.key) }
    let isAnyUndelivered = rows.values.contains { $0.status == .undelivered }
    let states: [SubmissionStatus] =
      [.blocked, .review, .ready] + (isAnyUndelivered ? [.undelivered] : [])
    let counts = states.map { state in rows.values.count { $0.status == state } }
    let program = tool.map { " · dossier \($0.version) · \($0.rulesDigest) · \($0.precision)" }
    func filter(_ status: String, _ label: String, _ count: Int, pressed: Bool) -> TemplateValue {
      [
        "status": .text(status), "label": .text(label), "count": .number(count),
        "pressed": .flag(pressed),
      ]
    }
    return try HTMLTemplate.index.rendered(
      [
        "page": HTMLPage.scripted, "script": .text(HTMLPage.indexScript),
        "title": .text(
          locale.text("核对结果：\(rows.count) 份提交", "Results: \(rows.count) submissions")),
        "advice": .text(
          locale.text(
            "\(counts[0]) 份不可提交，先改这些；\(counts[1]) 份需人工核对；\(counts[2]) 份可以提交。点公司名称看要改什么。",
            "Blocked: \(counts[0]); start with these. To be looked at by a person: \(counts[1]). Ready: \(counts[2]). Open a name to see what to do."
          )),
        "filters": .list(
          [filter("", locale.text("全部", "All"), rows.count, pressed: true)]
            + zip(states, counts).map { state, count in
              filter(state.rawValue, Phrase.status(state)[locale], count, pressed: false)
            }),
        "rows": .list(ordered.map(\.value.model)),
        "expiries": .text(
          try ExpiryPage.body(
            of: ExpiryList(
              of: expiries.sorted { $0.key < $1.key }.map(\.value), asOf: run.asOf, within: 90),
            locale)),
        "notices": .list(run.notices) { notice in
          ["file": .text(notice.file), "message": .text(notice.message[locale])]
        },
        // allowed: an empty run has no program to name
        "origin": .text(locale.text("核对日期 ", "as of ") + run.asOf.iso + (program ?? "")),
      ], locale)
  }
}

extension SubmissionStatus {
  /// The worst first.
  fileprivate var rank: Int {
    switch self {
    case .undelivered: 0
    case .blocked: 1
    case .review: 2
    case .ready: 3
    }
  }
}
