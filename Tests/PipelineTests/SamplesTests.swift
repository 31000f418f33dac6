import Foundation
import Testing

/// The samples through the whole program: every planted discrepancy is found and nothing else is.
@Suite struct SamplesTests {
  private static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("samples").path
  /// Thirteen companies, and a group of four.
  private static let group = "group"

  @Test func everySampleIsJudgedAsExpected() throws {
    let names = try folders(of: Self.samples).filter { $0 != Self.group }
    let members = try folders(of: Self.samples + "/" + Self.group).map { Self.group + "/" + $0 }
    #expect(names.count == 13 && members.count == 4)

    let folder = try TemporaryFolder()
    // One by one: some samples share a company, and what is shared is a finding of a batch.
    for name in names + [Self.group] {
      let run = try Program.run([
        "check", Self.samples + "/" + name, "--output",
        folder.path + "/out" + (name == Self.group ? "/" + name : ""), "--as-of", "2026-11-22",
      ])
      #expect(run.status == 0 || run.status == 1, "\(run.errors)")
    }
    for name in names + members {
      let expected = try JSON(
        String(contentsOfFile: "\(Self.samples)/\(name)/expected.json", encoding: .utf8))
      let report = try JSON(folder.text(of: "out/\(name)/report.json"))
      #expect(report["status"].text == expected["status"].text, "\(name)")
      for verdict in ["fail", "cannot_tell"] {
        // What submissions share depends on which are checked together.
        let rules = report["verdicts"].items.filter { $0["verdict"].text == verdict }
          .compactMap { $0["rule"].text }.filter { !$0.hasPrefix("BATCH-") }
        #expect(rules == expected[verdict].items.map(\.text), "\(name)")
      }
    }
  }

  @Test func theRosterNamesEachMemberOnce() throws {
    let members = try folders(of: Self.samples + "/" + Self.group)
    let roster = try String(
      contentsOfFile: Self.samples + "/" + Self.group + "/roster.csv", encoding: .utf8)
    let rows = roster.split(separator: "\n").dropFirst()
    let named = rows.compactMap { $0.split(separator: "\"").first }.map(String.init)
    #expect(named.sorted() == members)
  }

  private func folders(of path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted().filter { name in
      let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
      return attributes[.type] as? FileAttributeType == .typeDirectory && !name.hasPrefix(".")
    }
  }
}
