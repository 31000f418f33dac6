import Foundation
import Testing

/// The samples through the whole program: every planted discrepancy is found and nothing else is.
@Suite struct SamplesTests {
  @Test func everySampleIsJudgedAsExpected() throws {
    let checkout = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let samples = checkout.appendingPathComponent("samples").path
    let names = try FileManager.default.contentsOfDirectory(atPath: samples).sorted()
      .filter { !$0.hasPrefix(".") }
    #expect(names.count >= 4)

    let folder = try TemporaryFolder()
    let run = try Program.run(
      ["check", samples, "--output", folder.path + "/out", "--as-of", "2026-11-22"])
    #expect(run.status == 1, "\(run.errors)")
    for name in names {
      let expected = try JSON(
        String(contentsOfFile: "\(samples)/\(name)/expected.json", encoding: .utf8))
      let report = try JSON(folder.text(of: "out/\(name)/report.json"))
      #expect(report["status"].text == expected["status"].text, "\(name)")
      for verdict in ["fail", "cannot_tell"] {
        let rules = report["verdicts"].items.filter { $0["verdict"].text == verdict }
          .compactMap { $0["rule"].text }
        #expect(rules == expected[verdict].items.map(\.text), "\(name)")
      }
    }
  }
}
