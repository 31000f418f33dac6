import Foundation
import Model
import Report
import Testing

@testable import Pipeline

@Suite struct RunFileTests {
  private struct Broken: RunReport {
    let name = "findings.xlsx"
    let opening = ""
    let separator = ""
    mutating func piece(of masked: MaskedReport, at index: Int) -> String { "" }
    func closing(_ run: RunSummary) throws -> [UInt8] {
      throw OutOfMemory()
    }
  }
  private struct OutOfMemory: Error {}

  /// A format that cannot be made leaves what stood there, and says which it is.
  @Test func aFormatThatFailsIsNamed() throws {
    let folder = try TemporaryFolder()
    let output = try OutputFolder(creating: folder.path + "/out")
    try folder.write("old", to: "out/findings.xlsx")
    var file = try RunFile(.xlsx, Broken(), in: output, isGrowing: false)
    let day = try #require(CalendarDate(iso: "2026-11-22"))
    let failure = #expect(throws: FormatFailure.self) {
      try file.publish(RunSummary(asOf: day, notices: []))
    }
    #expect(failure?.format == .xlsx && failure?.submission == nil)
    // Inner names help nobody.
    #expect(failure?.reason.english.contains("OutOfMemory") == false)
    #expect(try folder.text(of: "out/findings.xlsx") == "old")
  }
}
