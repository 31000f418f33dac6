import Foundation
import Testing

/// A folder that cannot become ready because something was not read becomes so by what a person types from the report,
/// and every report says by whom.
@Suite struct AnsweredByPersonsTests {
  private static let formats = "text,html,json,corrections,csv,sarif,junit"

  /// A sample of which one rule cannot tell: the license's term was not read.
  private func sample() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: CheckedSamples.folder + "/sealed", toPath: folder.path + "/company")
    return folder
  }

  private func check(_ folder: TemporaryFolder) throws -> (report: JSON, screen: String) {
    let run = try Program.run(
      [
        "check", folder.path + "/company", "--as-of", CheckedSamples.asOf, "--output",
        folder.path + "/out", "--format", Self.formats,
      ], cache: folder.path + "/cache")
    #expect(run.status != 2, "\(run.errors)")
    return (try JSON(folder.text(of: "out/company/report.json")), run.output)
  }

  /// The YAML that the correction list has for a file.
  private func block(_ schema: String, in corrections: String) throws -> String {
    let blocks = corrections.components(separatedBy: "```yaml\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    return try #require(blocks.first { $0.hasPrefix("schema: \(schema)") })
  }

  private func outputs(_ folder: TemporaryFolder, _ screen: String) throws -> [(String, String)] {
    try [
      "company/report.html", "company/report.json", "company/corrections.md",
      "company/corrections.html", "findings.csv", "findings.sarif", "junit.xml",
    ].map { ($0, try folder.text(of: "out/" + $0)) } + [("terminal", screen)]
  }

  @Test func confirmedFromWhatTheReportPrinted() throws {
    let folder = try sample()
    let first = try check(folder)
    #expect(first.report["status"].text == "review")
    let printed = try block(
      "dossier/confirmed-v1", in: folder.text(of: "out/company/corrections.md"))
    #expect(first.screen.contains("fact: license.term"))
    // The person keeps what was looked at, and fills in what the paper says.
    let lines = printed.split(separator: "\n").filter {
      !$0.contains("- {") || $0.contains("license.term_to")
    }
    let typed = lines.joined(separator: "\n").replacing("value: \"\"", with: "value: 长期")
      .replacing("by: \"\"", with: "by: 何核对")
    #expect(typed.contains("sha256") && typed.contains("何核对"), "\(printed)")
    try folder.write(typed + "\n", to: "company/confirmed.yaml")
    let second = try check(folder)
    #expect(second.report["status"].text == "ready", "\(second.screen)")
    let fact = second.report["facts"].items.first { $0["key"].text == "license.term_to" }
    #expect(fact?["state"].text == "known")
    #expect(fact?["evidence"].items.first?["method"].text == "person")
    #expect(fact?["evidence"].items.first?["by"].text == "何核对")
    for (name, text) in try outputs(folder, second.screen) {
      #expect(text.contains("何核对") && text.contains("2026-11-22"), "\(name)")
    }
  }

  @Test func aConfirmationOfAChangedFileCountsForNothing() throws {
    let folder = try sample()
    _ = try check(folder)
    let printed = try block(
      "dossier/confirmed-v1", in: folder.text(of: "out/company/corrections.md"))
    let line = try #require(printed.split(separator: "\n").first { $0.contains("license.term_to") })
    let digest = try #require(line.firstMatch(of: /sha256: ([0-9a-f]{64})/)?.1)
    let typed = line.replacing("value: \"\"", with: "value: 长期").replacing(
      "by: \"\"", with: "by: 何核对"
    )
    .replacing(digest, with: String(digest.reversed()))
    try folder.write(
      "schema: dossier/confirmed-v1\nfacts:\n\(typed)\n", to: "company/confirmed.yaml")
    let second = try check(folder)
    #expect(second.report["status"].text == "review")
    #expect(second.report["notices"].items.contains { $0["code"].text == "confirmation_stale" })
    #expect(second.screen.contains("第 3 行"))
  }

  @Test func waivedFromWhatTheReportPrinted() throws {
    let folder = try sample()
    let first = try check(folder)
    let rules = first.report["findings"].items.filter { $0["verdict"].text == "cannot_tell" }
      .compactMap { $0["rule"].text }
    #expect(rules == ["LIC-TERM-001"])
    let printed = try block("dossier/waivers-v1", in: folder.text(of: "out/company/corrections.md"))
    let typed = printed.replacing("reason: \"\"", with: "reason: 原件已核").replacing(
      "owner: \"\"", with: "owner: 何核对")
    try folder.write(typed, to: "company/waivers.yaml")
    let second = try check(folder)
    #expect(second.report["status"].text == "ready", "\(second.screen)")
    for (name, text) in try outputs(folder, second.screen) where !name.contains("corrections") {
      #expect(text.contains("何核对"), "\(name)")
    }
  }

  @Test func whatCannotBeConfirmedIsSaidWithItsLine() throws {
    let folder = try TemporaryFolder()
    try folder.write("channel: wecom\n", to: "company/declared.yaml")
    try folder.write("说明", to: "company/说明.txt")
    let digest = String(repeating: "0", count: 64)
    let entries = [
      "fact: license.nam, value: x, file: 说明.txt",
      "fact: declared.company.name, value: x, file: 说明.txt",
      "fact: license.established_on, value: 某日, file: 说明.txt",
      "fact: license.name, value: x, file: 无.jpg",
      "fact: license.name, value: x, file: 说明.txt",
    ]
    let list = entries.map { "- {\($0), sha256: \(digest), by: 何核对, on: 2026-11-22}\n" }
    try folder.write(
      "schema: dossier/confirmed-v1\nfacts:\n" + list.joined(), to: "company/confirmed.yaml")
    let notices = try check(folder).report["notices"].items.filter {
      $0["file"].text == "confirmed.yaml"
    }
    #expect(
      notices.map { $0["code"].text } == Array(repeating: "confirmation_invalid", count: 4)
        + ["confirmation_stale"])
    for (index, notice) in notices.enumerated() {
      #expect(notice["message"]["zh-CN"].text?.contains("第 \(index + 3) 行") == true)
    }
    #expect(notices[0]["message"]["zh-CN"].text?.contains("是否为 license.name") == true)
  }
}
