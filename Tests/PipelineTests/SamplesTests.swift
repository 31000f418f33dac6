import Foundation
import Testing

/// The samples through the whole program: every planted discrepancy is found and nothing else is.
@Suite struct SamplesTests {
  @Test func everySampleFailsWhatItWasMadeToFail() throws {
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
      let failed = report["verdicts"].items.filter { $0["verdict"].text == "fail" }
        .compactMap { $0["rule"].text }
      #expect(failed == expected["fail"].items.map(\.text), "\(name)")
    }
  }
}
