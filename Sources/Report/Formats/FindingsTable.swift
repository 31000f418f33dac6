internal import Model

/// `findings.csv` has a row per finding and per notice of all submissions, for spreadsheets.
package struct FindingsTable: RunReport {
  package let name = "findings.csv"
  package let separator = ""
  package let opening = CSV.byteOrderMark + CSV.row(columns)

  package init() {}

  /// English names that scripts may rely on; texts stand in both languages.
  static let columns = [
    "submission", "status", "severity", "verdict", "rule", "title_zh", "title_en", "message_zh",
    "message_en", "expected", "actual", "file", "page", "fix_zh", "fix_en", "owner", "element",
    "facts", "fingerprint", "waived_until", "waived_by", "cause", "waiting",
  ]

  package func piece(of masked: MaskedReport, at index: Int) -> String {
    let report = masked.report
    // Asked of all findings, so worked out once.
    let status = report.status.rawValue
    let findings = masked.findings.map { row(of: $0, in: report, status) }
    return
      (findings
      + masked.notices.map {
        CSV.row(cells(of: $0, submission: report.name, status: status))
      })
      .joined()
  }

  package func closing(_ run: RunSummary) -> [UInt8] {
    run.notices.flatMap { notice in
      Array(CSV.row(cells(of: notice, submission: "", status: "")).utf8)
    }
  }

  private func row(
    of masked: MaskedFinding, in report: SubmissionReport, _ status: String
  ) -> String {
    let (finding, shown) = (masked.finding, masked.shown)
    let place = masked.places.first
    let file = place?.file ?? finding.unknown.compactMap(\.file).first ?? masked.causeFile
    return CSV.row([
      report.name, status, finding.severity.rawValue, finding.verdict.rawValue,
      finding.rule, finding.title.chinese, finding.title.english, shown.message.chinese,
      shown.message.english, Self.text(shown.expected?.text), Self.text(shown.actual?.text),
      Self.text(file), Self.text(place?.page.map { String($0 + 1) }),
      Self.text(shown.fix?.chinese), Self.text(shown.fix?.english),
      CorrectionOwner(of: finding).rawValue, Self.text(finding.element),
      finding.facts.joined(separator: " "), masked.fingerprint,
      Self.text(finding.waiver?.expires.iso), Self.text(finding.waiver?.owner),
      Self.text(report.cause(of: finding)?.kind.rawValue),
      masked.waiting.map(\.finding.rule).uniqued().joined(separator: " "),
    ])
  }

  /// A notice is no verdict of a rule: its code stands where the rule's id would.
  private func cells(of notice: Notice, submission: String, status: String) -> [String] {
    let words = Phrase.notices
    return [
      submission, status, "", "notice", notice.code.rawValue, words.chinese, words.english,
      notice.message.chinese, notice.message.english, "", "", notice.file,
      Self.text(notice.page.map { String($0 + 1) }), "", "", "", "", "", "", "", "", "", "",
    ]
  }

  /// An empty cell where there is nothing to say.
  private static func text(_ text: String?) -> String { text ?? "" }  // allowed: an empty cell
}
