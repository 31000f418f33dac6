package import Model

/// `findings.csv`: a row per finding and per notice of all submissions, for spreadsheets.
package struct FindingsTable: RunReport {
  package let name = "findings.csv"
  package let separator = ""
  package let opening = CSV.byteOrderMark + CSV.row(columns)
  private let options: ReportOptions

  package init(options: ReportOptions) { self.options = options }

  /// English names that scripts may rely on; texts stand in both languages.
  static let columns = [
    "submission", "status", "severity", "verdict", "rule", "title_zh", "title_en", "message_zh",
    "message_en", "expected", "actual", "file", "page", "fix_zh", "fix_en", "owner", "element",
    "facts", "fingerprint", "waived_until", "waived_by",
  ]

  package func piece(of report: SubmissionReport, at index: Int) -> String {
    let masking = Masking(report, options: options)
    let findings = report.judgement.findings.map { row(of: $0, in: report, masking) }
    return (findings + report.allNotices.map { row(of: masking.shown($0), in: report) })
      .joined()
  }

  package func closing(_ run: RunSummary) -> String {
    run.notices.map { notice in
      CSV.row(cells(of: notice, submission: "", status: ""))
    }.joined()
  }

  private func row(
    of finding: Finding, in report: SubmissionReport, _ masking: Masking
  ) -> String {
    let shown = ShownFinding(finding, masking)
    let place = FindingPlace.all(of: finding, in: report).first
    let file = place?.file ?? finding.unknown.compactMap(\.file).first
    return CSV.row([
      report.name, report.status.rawValue, finding.severity.rawValue, finding.verdict.rawValue,
      finding.rule, finding.title.chinese, finding.title.english, shown.message.chinese,
      shown.message.english, Self.text(shown.expected?.text), Self.text(shown.actual?.text),
      Self.text(file), Self.text(place?.page.map { String($0 + 1) }),
      Self.text(shown.fix?.chinese), Self.text(shown.fix?.english),
      CorrectionOwner(of: finding).rawValue, Self.text(finding.element),
      finding.facts.joined(separator: " "), Fingerprint.hex(of: finding, in: report, masking),
      Self.text(finding.waiver?.expires.iso), Self.text(finding.waiver?.owner),
    ])
  }

  private func row(of notice: Notice, in report: SubmissionReport) -> String {
    CSV.row(cells(of: notice, submission: report.name, status: report.status.rawValue))
  }

  /// A notice is no verdict of a rule: its code stands where the rule's id would.
  private func cells(of notice: Notice, submission: String, status: String) -> [String] {
    let words = Phrase.notices
    return [
      submission, status, "", "notice", notice.code.rawValue, words.chinese, words.english,
      notice.message.chinese, notice.message.english, "", "", notice.file,
      Self.text(notice.page.map { String($0 + 1) }), "", "", "", "", "", "", "", "",
    ]
  }

  /// An empty cell where there is nothing to say.
  private static func text(_ text: String?) -> String { text ?? "" }  // allowed: an empty cell
}
