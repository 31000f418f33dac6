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

  /// Names of files have at most 255 bytes, with what is added while they are written.
  @Test(arguments: [
    String(repeating: "深圳市星河科技", count: 12), String(repeating: "a", count: 255),
    String(repeating: "👨‍👩‍👧‍👦", count: 10), "短",
  ])
  func longNamesAreShortened(name: String) throws {
    var report = try Specimen.report()
    report.name = "group/" + name
    let file = try ParcelReport.file(of: Specimen.masked(report), .none)
    #expect(file.name.utf8.count <= 255 - 24 && file.name.hasSuffix(".zip"))
    #expect(file.name == name + ".zip" || file.name.contains("…"))
  }

  /// Two files whose names come to the same keep both their pages, on systems that know no case, too.
  @Test(arguments: [
    ["a:b.jpg", "a?b.jpg"], ["A.jpg", "a.jpg"], ["x/1.jpg", "x_1.jpg", "X_1.jpg"],
    [String(repeating: "照", count: 200) + "1.jpg", String(repeating: "照", count: 200) + "2.jpg"],
  ])
  func picturesOfTheSameNameAreAllThere(files: [String]) {
    var taken: Set<String> = []
    let names = files.map { file in
      ParcelReport.picture(PagePlan.Page(file: file, number: 0), besides: &taken)
    }
    #expect(Set(names.map { $0.lowercased() }).count == files.count)
    #expect(names.allSatisfy { $0.hasPrefix("pictures/") && $0.hasSuffix(".jpg") })
    #expect(names.allSatisfy { $0.utf8.count < 200 && $0.count { $0 == "/" } == 1 })
  }

  @Test(arguments: [
    ([(10, 10)], true), ([(10, 4 << 30)], false), ([(10, 2 << 30), (10, 2 << 30)], false),
    ([(70_000, 1)], false), ([(10, (4 << 30) - 2_000)], true),
  ])
  func whatAZipCannotHoldIsKnown(entries: [(Int, Int)], fits: Bool) {
    #expect(ZipBytes.fits(entries.map { (name: $0.0, contents: $0.1) }) == fits)
  }

  @Test func tooManyEntriesDoNotFit() {
    #expect(!ZipBytes.fits(Array(repeating: (name: 1, contents: 1), count: 70_000)))
    let failure = FormatFailure(.parcels, of: "甲", ParcelReport.TooLarge())
    #expect(failure.reason.chinese.contains("4 GB"))
  }
}
