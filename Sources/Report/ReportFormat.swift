package import Model

/// The formats of `--format`.
///
/// A new one is a file with a pure function and a case here; the compiler asks
/// for the rest.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// On the terminal; writes no file.
  case text
  case json
  case corrections

  /// One line for `dossier formats`.
  package var summary: LocalizedText {
    switch self {
    case .text:
      LocalizedText(
        chinese: "在终端显示每项问题、位置与处理办法",
        english: "findings with their places and what to do, on the terminal")
    case .json:
      LocalizedText(
        chinese: "每份提交一个 report.json，整批一个 index.json，供程序读取",
        english: "report.json per submission and index.json per run, for programs")
    case .corrections:
      LocalizedText(
        chinese: "每份提交一个 corrections.md，按责任方分组，可直接转发",
        english: "corrections.md per submission, grouped by who must act, fit to be sent on")
    }
  }

  /// The file for one submission's folder; `nil` where the format has none.
  package func file(of report: SubmissionReport, options: ReportOptions) -> ReportFile? {
    switch self {
    case .text: nil
    case .json:
      ReportFile(name: "report.json", text: JSONReport.text(of: report, options: options))
    case .corrections:
      ReportFile(
        name: "corrections.md", text: CorrectionsReport.text(of: report, options: options))
    }
  }

  /// The file for the whole run; `nil` where the format has none.
  ///
  /// - Parameters:
  ///   - reports: In the order of the run.
  ///   - notices: Of the batch folder itself.
  package func file(
    of reports: [SubmissionReport], asOf: CalendarDate, notices: [Notice], options: ReportOptions
  ) -> ReportFile? {
    switch self {
    case .text, .corrections: nil
    case .json:
      ReportFile(
        name: "index.json", text: IndexReport.text(of: reports, asOf: asOf, notices: notices))
    }
  }
}

/// A finished file of a report.
package struct ReportFile: Hashable, Sendable {
  /// Without a folder.
  package let name: String
  package let text: String
}
