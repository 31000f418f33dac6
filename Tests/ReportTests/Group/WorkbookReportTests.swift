import Foundation
import Model
import Native
import Tables
import Testing

@testable import Report

/// `findings.xlsx` by our own reader of workbooks, and by LibreOffice where it is installed.
struct WorkbookReportTests {
  private static func bytes(
    _ reports: [SubmissionReport], _ locale: ReportLocale = .chinese
  ) throws -> [UInt8] {
    var report = WorkbookReport(options: Specimen.options(locale))
    return try report.bytes(
      of: reports.map(Specimen.masked),
      RunSummary(asOf: try Specimen.date("2026-11-22"), notices: []))
  }

  private static let reports: [@Sendable () throws -> SubmissionReport] = RunReportTests
    .hostileAndNot

  @Test func itHasFourSheetsWithTitles() throws {
    let book = try Workbook(try Self.bytes(Self.reports.map { try $0() }))
    #expect(book.sheets.map(\.name) == ["概览", "问题", "按问题", "到期"])
    let overview = book.sheets[0]
    #expect(overview.rows[0].cells.first?.hasPrefix("核对日期 2026-11-22 · 不可提交 ") == true)
    #expect(overview.rows[1].cells.prefix(3) == ["公司", "提交", "统一社会信用代码"])
    #expect(overview.rows.count == 2 + 3)
    let findings = book.sheets[1]
    #expect(findings.rows[0].cells.contains("应为") && findings.rows.count > 4)
    #expect(book.remarks.isEmpty)
  }

  @Test func whatTheRosterSaysHasColumns() throws {
    var report = try Specimen.report()
    report.labels = [SubmissionLabel(title: "区域", value: "华南")]
    let book = try Workbook(try Self.bytes([report, try Specimen.readyReport()]))
    for sheet in book.sheets.prefix(2) {
      let titles = try #require(sheet.rows.first { $0.cells.contains("提交") })
      let column = try #require(titles.cells.firstIndex(of: "区域"))
      #expect(sheet.rows.contains { $0[column] == "华南" })
    }
  }

  /// A problem is as grave as the gravest of it, whichever company comes first.
  @Test(arguments: [false, true])
  func aProblemIsAsGraveAsItsGravest(isReversed: Bool) throws {
    var reports = [try Specimen.report(), try Specimen.report()]
    reports[1].name = "subsidiary-z"
    let index = try #require(
      reports[0].judgement.findings.firstIndex { $0.verdict == .fail && $0.severity == .error })
    reports[0].judgement.findings[index].severity = .warning
    let title = reports[0].judgement.findings[index].title.chinese
    if isReversed { reports.reverse() }
    let entries = reports.map { GroupEntry(Specimen.masked($0)) }
    let problem = try #require(GroupProblem.all(in: entries).first { $0.title == title })
    #expect(problem.severity.words == Phrase.severity(.error))
    #expect(problem.entries.count == 2 && problem.weight == 0 || problem.weight == 1)
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    let first = try Self.bytes(Self.reports.map { try $0() })
    #expect(try Self.bytes(Self.reports.map { try $0() }) == first)
  }

  @Test(arguments: [
    "=1+1", "+86", "-1", "@SUM(A1)", "=HYPERLINK(\"http://a.example\")", "914403001922038216",
  ])
  func whatADocumentSaysIsAText(hostile: String) throws {
    let bytes = try Self.bytes([try HostileTextTests.report(hostile)])
    let parts = try ArchiveReader.files(in: bytes) { $0.hasPrefix("xl/") }
    let sheets = parts.filter { $0.key.hasPrefix("xl/worksheets/") }
    #expect(sheets.count == 4 && !parts.keys.contains { $0.contains("externalLinks") })
    for (_, part) in sheets {
      let xml = String(decoding: part, as: UTF8.self)
      #expect(!xml.contains("<f>") && !xml.contains("<f ") && !xml.contains("<hyperlink"))
    }
    let cells = try Workbook(bytes).sheets.flatMap(\.rows).flatMap(\.cells)
    #expect(cells.contains { $0.contains(hostile) })
  }

  @Test func personalValuesAreMasked() throws {
    let book = try Workbook(try Self.bytes([try Specimen.report()]))
    let text = book.sheets.flatMap(\.rows).flatMap(\.cells).joined(separator: "\n")
    for secret in Specimen.secrets { #expect(!text.contains(secret), "\(secret)") }
  }

  private static let office = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(
    .enabled(
      if: office != nil, "LibreOffice is not installed: only our own reader has read the workbook"))
  func libreOfficeOpensIt() throws {
    let office = try #require(Self.office)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // allowed: a test's own folder
    let path = folder.appendingPathComponent("findings.xlsx")
    try Data(try Self.bytes(Self.reports.map { try $0() })).write(to: path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: office)
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2", "--outdir",
      folder.path, path.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(
      contentsOf: folder.appendingPathComponent("findings-问题.csv"), encoding: .utf8)
    #expect(text.contains("公司,提交,统一社会信用代码"))
    #expect(text.contains("深圳市星河科技有限公司"))
  }
}
