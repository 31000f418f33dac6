package import Model

/// The formats that `--format` takes.
///
/// A new one is a file with a pure function, a case here and its entry in ``definition``.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// On the terminal; writes no file.
  case text
  case html
  case json
  case corrections
  case csv
  case sarif
  case junit
  case xlsx
  case parcels

  /// What a format is, in one place.
  private struct Definition {
    var isDefault = true
    var showsPages = false
    let summary: LocalizedText
    /// The files for one submission's folder.
    var files: (MaskedReport, DrawnPages) throws -> [ReportFile] = { _, _ in [] }
    /// The file for the whole run.
    var runReport: (CalendarDate, ReportOptions) -> (any RunReport)? = { _, _ in nil }
  }

  private var definition: Definition {
    switch self {
    case .text:
      Definition(
        summary: LocalizedText(
          "在终端显示每项问题、位置与处理办法", "findings with their places and what to do, on the terminal"))
    case .html:
      Definition(
        showsPages: true,
        summary: LocalizedText(
          "每份提交一个 report.html，整批一个 index.html，用浏览器打开即可",
          "report.html per submission and index.html per run, for any browser"),
        files: { masked, pages in
          let report = try HTMLReport.text(of: masked, pages).bytes
          // The report leads to the correction list.
          return [
            ReportFile(name: "report.html", bytes: report), try Self.correctionsPage(of: masked),
          ]
        }, runReport: { IndexPage(options: $1) })
    case .json:
      Definition(
        summary: LocalizedText(
          "每份提交一个 report.json，整批一个 index.json，供程序读取",
          "report.json per submission and index.json per run, for programs"),
        files: { masked, _ in
          [ReportFile(name: "report.json", bytes: JSONReport.bytes(of: masked))]
        }, runReport: { asOf, _ in IndexReport(asOf: asOf) })
    case .corrections:
      Definition(
        summary: LocalizedText(
          "每份提交一个 corrections.md 和可打印的 corrections.html，按责任方分组，可直接转发",
          "corrections.md and a printable corrections.html per submission, grouped by who must act"),
        files: { masked, _ in
          let text = Array(CorrectionsReport.text(of: masked).utf8)
          return [
            ReportFile(name: "corrections.md", bytes: text), try Self.correctionsPage(of: masked),
          ]
        })
    case .csv:
      Definition(
        summary: LocalizedText(
          "整批一个 findings.csv，每项问题一行，供电子表格打开",
          "findings.csv per run, a row per finding, for spreadsheets"),
        runReport: { _, _ in FindingsTable() })
    case .sarif:
      Definition(
        isDefault: false,
        summary: LocalizedText(
          "整批一个 findings.sarif（SARIF 2.1.0）", "findings.sarif per run (SARIF 2.1.0)"),
        runReport: { _, _ in SARIFReport() })
    case .junit:
      Definition(
        isDefault: false,
        summary: LocalizedText("整批一个 junit.xml，供构建系统读取", "junit.xml per run, for build servers"),
        runReport: { _, _ in JUnitReport() })
    case .xlsx:
      Definition(
        isDefault: false,
        summary: LocalizedText(
          "整批一个 findings.xlsx：概览、问题、按问题、到期，供 Excel 和 LibreOffice",
          "findings.xlsx per run: overview, findings, by problem, what runs out"),
        runReport: { WorkbookReport(options: $1) })
    case .parcels:
      Definition(
        isDefault: false, showsPages: true,
        summary: LocalizedText(
          "每份提交一个 zip：更正清单与有问题的页面，可直接发给子公司（--parcels）",
          "a zip per submission with its corrections and pages, to be sent on (--parcels)"),
        files: { [try ParcelReport.file(of: $0, $1)] })
    }
  }

  private static func correctionsPage(of masked: MaskedReport) throws -> ReportFile {
    ReportFile(name: "corrections.html", bytes: try CorrectionsPage.text(of: masked).bytes)
  }

  /// Whether it is written into the output folder without being asked for.
  package var isDefault: Bool { definition.isDefault }

  /// Says in one line what `dossier formats` prints.
  package var summary: LocalizedText { definition.summary }

  /// Whether ``files(of:_:)`` shows pages.
  package var showsPages: Bool { definition.showsPages }

  /// Writes the files for one submission's folder.
  ///
  /// - Parameter pages: The drawings of ``PagePlan`` that could be made; none if ``showsPages`` is false.
  package func files(of masked: MaskedReport, _ pages: DrawnPages) throws(FormatFailure)
    -> [ReportFile]
  {
    do { return try definition.files(masked, pages) } catch {
      throw FormatFailure(self, of: masked.report.name, error)
    }
  }

  /// Begins the file for the whole run, with nothing in it yet; gives `nil` where the format has none.
  package func runReport(asOf: CalendarDate, options: ReportOptions) -> (any RunReport)? {
    definition.runReport(asOf, options)
  }
}

/// A file of a report that only needs to be written.
package struct ReportFile: Hashable, Sendable {
  /// Names the file without a folder.
  package let name: String
  /// Holds UTF-8.
  package let bytes: [UInt8]
}
