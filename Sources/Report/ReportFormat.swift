package import Model

/// The formats of `--format`.
///
/// A new one is a file with a pure function and a case here; the compiler asks
/// for the rest.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// On the terminal; writes no file.
  case text
  case html
  case json
  case corrections
  case csv
  case sarif
  case junit

  /// Whether it is written into the output folder without being asked for.
  package var isDefault: Bool {
    switch self {
    case .text, .html, .json, .corrections, .csv: true
    case .sarif, .junit: false
    }
  }

  /// One line for `dossier formats`.
  package var summary: LocalizedText {
    switch self {
    case .text:
      LocalizedText(
        chinese: "在终端显示每项问题、位置与处理办法",
        english: "findings with their places and what to do, on the terminal")
    case .html:
      LocalizedText(
        chinese: "每份提交一个 report.html，整批一个 index.html，用浏览器打开即可",
        english: "report.html per submission and index.html per run, for any browser")
    case .json:
      LocalizedText(
        chinese: "每份提交一个 report.json，整批一个 index.json，供程序读取",
        english: "report.json per submission and index.json per run, for programs")
    case .corrections:
      LocalizedText(
        chinese: "每份提交一个 corrections.md 和可打印的 corrections.html，按责任方分组，可直接转发",
        english:
          "corrections.md and a printable corrections.html per submission, grouped by who must act")
    case .csv:
      LocalizedText(
        chinese: "整批一个 findings.csv，每项问题一行，供电子表格打开",
        english: "findings.csv per run, a row per finding, for spreadsheets")
    case .sarif:
      LocalizedText(
        chinese: "整批一个 findings.sarif（SARIF 2.1.0）", english: "findings.sarif per run (SARIF 2.1.0)"
      )
    case .junit:
      LocalizedText(
        chinese: "整批一个 junit.xml，供构建系统读取", english: "junit.xml per run, for build servers")
    }
  }

  /// Whether ``files(of:pictures:options:)`` shows pages.
  package var showsPages: Bool { self == .html }

  /// The files for one submission's folder.
  ///
  /// - Parameter pages: The drawings of ``PagePlan`` that could be made; none if ``showsPages`` is false.
  package func files(of masked: MaskedReport, _ pages: DrawnPages) throws -> [ReportFile] {
    switch self {
    case .text, .csv, .sarif, .junit: []
    case .json:
      [ReportFile(name: "report.json", bytes: JSONReport.bytes(of: masked))]
    case .html:
      [
        ReportFile(
          name: "report.html",
          bytes: try HTMLReport.text(of: masked, pages).bytes),
        // The report leads to it.
        try Self.correctionsPage(of: masked),
      ]
    case .corrections:
      [
        ReportFile(
          name: "corrections.md", bytes: Array(CorrectionsReport.text(of: masked).utf8)),
        try Self.correctionsPage(of: masked),
      ]
    }
  }

  private static func correctionsPage(of masked: MaskedReport) throws -> ReportFile {
    ReportFile(name: "corrections.html", bytes: try CorrectionsPage.text(of: masked).bytes)
  }

  /// The file for the whole run, nothing in it yet; `nil` where the format has none.
  package func runReport(asOf: CalendarDate, options: ReportOptions) -> (any RunReport)? {
    switch self {
    case .text, .corrections: nil
    case .html: IndexPage(options: options)
    case .json: IndexReport(asOf: asOf)
    case .csv: FindingsTable()
    case .sarif: SARIFReport()
    case .junit: JUnitReport()
    }
  }
}

/// A finished file of a report.
package struct ReportFile: Hashable, Sendable {
  /// Without a folder.
  package let name: String
  /// UTF-8.
  package let bytes: [UInt8]
}
