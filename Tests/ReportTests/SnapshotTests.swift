import Model
import Report
import Testing

struct SnapshotTests {
  @Test func jsonReport() throws {
    try expectSnapshot(
      JSONReport.text(of: Specimen.report(), options: Specimen.options()), "report.json")
  }

  @Test func indexReport() throws {
    let reports = try [Specimen.report(), Specimen.readyReport()]
    let stray = Notice(file: "notes.txt", stage: .ingest, code: .looseFile)
    let day = try Specimen.date("2026-11-22")
    var index = IndexReport(asOf: day)
    try expectSnapshot(
      try index.text(of: reports.map(Specimen.masked), RunSummary(asOf: day, notices: [stray])),
      "index.json")
  }

  @Test(arguments: ReportLocale.allCases)
  func corrections(locale: ReportLocale) throws {
    try expectSnapshot(
      CorrectionsReport.text(of: Specimen.report(), options: Specimen.options(locale)),
      "corrections.\(locale.rawValue).md")
  }

  @Test(arguments: ReportLocale.allCases)
  func terminal(locale: ReportLocale) throws {
    try expectSnapshot(
      TerminalReport.text(
        of: Specimen.report(), options: Specimen.options(locale), style: TerminalStyle()),
      "terminal.\(locale.rawValue).txt")
  }

  @Test func terminalSummary() throws {
    try expectSnapshot(
      TerminalReport.summary(
        of: [Specimen.report(), Specimen.readyReport()].map(SubmissionOutline.init),
        options: Specimen.options(),
        style: TerminalStyle()),
      "summary.txt")
  }

  @Test func extraction() throws {
    let extractions = try Specimen.report().extractions
    try expectSnapshot(
      ExtractionReport.json(of: extractions, options: Specimen.options()), "extraction.json")
    try expectSnapshot(
      ExtractionReport.text(
        of: extractions, options: Specimen.options(.english), style: TerminalStyle()),
      "extraction.txt")
  }

  @Test func nothingToCorrect() throws {
    let text = try CorrectionsReport.text(
      of: Specimen.readyReport(), options: Specimen.options(.english))
    #expect(text.contains("Nothing to correct."))
  }
}
