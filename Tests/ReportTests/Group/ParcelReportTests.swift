import Model
import Native
import Testing

@testable import Report

struct ParcelReportTests {
  @Test func aParcelHoldsTheCorrectionsAndThePages() throws {
    var report = try Specimen.report()
    report.name = "group/子公司:一"
    let masked = Specimen.masked(report)
    let plan = PagePlan(masked)
    let page = DrawnPage(width: 2, height: 2, jpeg: "/9j/2Q==")
    let drawn = Dictionary(
      plan.drawings.flatMap(\.drawings).map { ($0, page) }, uniquingKeysWith: { first, _ in first })
    let pages = DrawnPages(plan: plan, drawn: drawn)
    let file = try ParcelReport.file(of: masked, pages)
    #expect(file.name == "子公司_一.zip")
    let parts = try ArchiveReader.files(in: file.bytes) { _ in true }
    #expect(parts["corrections.md"] == Array(CorrectionsReport.text(of: masked).utf8))
    #expect(parts["corrections.html"] != nil)
    let pictures = parts.keys.filter { $0.hasPrefix("pictures/") }
    #expect(pictures.count == plan.order.count && !pictures.isEmpty)
    #expect(parts[try #require(pictures.first)] == [0xFF, 0xD8, 0xFF, 0xD9])
    #expect(try ParcelReport.file(of: masked, pages) == file)
  }
}
