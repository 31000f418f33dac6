import Foundation
import Testing

/// A file that does not belong, beside a clean submission, is one thing to tell, whatever the number of rules that
/// would have liked to look into it.
@Suite struct OneCauseOneFindingTests {
  private struct Stranger {
    let name: String
    let bytes: [UInt8]
    let kind: String
    /// Whether a material may be in it that was not found.
    let keepsRulesWaiting: Bool
  }

  /// Two files behind a password.
  private static let locked =
    """
    UEsDBBQAAQgAAAAAIVmGphA2EQAAAAUAAAAFAAAAYS5qcGfIiclbtN6sDlqdflcw1HZHYVBLAwQUAAEIAAAAACFZ
    QxF3OhEAAAAFAAAABQAAAGIuZXNsyInJW7TerA5anX5bf73Y2kNQSwECFAAUAAEIAAAAACFZhqYQNhEAAAAFAAAA
    BQAAAAAAAAAAAAAAAAAAAAAAYS5qcGdQSwECFAAUAAEIAAAAACFZQxF3OhEAAAAFAAAABQAAAAAAAAAAAAAAAAA0
    AAAAYi5lc2xQSwUGAAAAAAIAAgBmAAAAaAAAAAAA
    """

  private static func strangers() throws -> [Stranger] {
    let archive = try #require(Data(base64Encoded: locked, options: .ignoreUnknownCharacters))
    return [
      Stranger(
        name: "资料.dat", bytes: [0, 1, 2, 3, 255, 254, 7], kind: "file_unread",
        keepsRulesWaiting: true),
      Stranger(name: "空.pdf", bytes: [], kind: "file_unread", keepsRulesWaiting: true),
      Stranger(
        name: "封.zip", bytes: Array(archive), kind: "file_unread", keepsRulesWaiting: true),
      Stranger(
        name: "午饭.csv", bytes: Array("菜,价格\n面条,12\n".utf8), kind: "file_unknown",
        keepsRulesWaiting: false),
    ]
  }

  @Test func eachStrangerIsOneFindingMore() throws {
    let folder = try TemporaryFolder()
    let clean = CheckedSamples.folder + "/clean"
    let out = folder.path + "/out"
    func judged(_ name: String) throws -> (report: JSON, rows: Int, cases: Int, results: Int) {
      let place = out + "/" + name
      let run = try Program.run(
        [
          "check", folder.path + "/" + name, "--output", place, "--as-of", CheckedSamples.asOf,
          "--format", "json,csv,junit,sarif",
        ], cache: folder.path + "/cache")
      #expect(run.status < 2, "\(run.errors)")
      let table = try folder.text(of: "out/\(name)/findings.csv")
      let junit = try folder.text(of: "out/\(name)/junit.xml")
      let sarif = try JSON(folder.text(of: "out/\(name)/findings.sarif"))
      return (
        try JSON(folder.text(of: "out/\(name)/\(name)/report.json")),
        table.split(separator: "\r\n").count,
        junit.components(separatedBy: "<error ").count
          + junit.components(separatedBy: "<failure ").count,
        sarif["runs"].items.first?["results"].items.count ?? -1
      )
    }
    try FileManager.default.copyItem(atPath: clean, toPath: folder.path + "/clean")
    let before = try judged("clean")
    let count = before.report["findings"].items.count
    for (number, stranger) in try Self.strangers().enumerated() {
      let name = "case\(number)"
      try FileManager.default.copyItem(atPath: clean, toPath: folder.path + "/" + name)
      try Data(stranger.bytes).write(
        to: URL(fileURLWithPath: "\(folder.path)/\(name)/\(stranger.name)"))
      let after = try judged(name)
      #expect(after.report["findings"].items.count == count + 1, "\(stranger.name)")
      #expect(after.rows == before.rows + 1, "\(stranger.name)")
      #expect(after.results == before.results + 1, "\(stranger.name)")
      #expect(
        after.cases == before.cases + (stranger.keepsRulesWaiting ? 1 : 0), "\(stranger.name)")
      let causes = after.report["causes"].items
      #expect(causes.count == 1)
      #expect(causes.first?["kind"].text == stranger.kind)
      #expect(causes.first?["file"].text == stranger.name)
      #expect(causes.first?["rules"].items.isEmpty == !stranger.keepsRulesWaiting)
      let told = after.report["findings"].items.filter { $0["cause"].text == "c1" }
      #expect(told.count == 1)
      // Nobody spoke of a mail domain: its rules sleep.
      let verdicts = after.report["verdicts"].items
      let mail = verdicts.filter { $0["rule"].text?.hasPrefix("DNS-") == true }
      #expect(mail.allSatisfy { $0["verdict"].text == "not_applicable" })
    }
  }
}

/// What was not looked at for a limit may be what is missing.
@Suite struct BeyondLimitsTests {
  @Test func whatLiesTooDeepKeepsRulesWaiting() throws {
    let folder = try TemporaryFolder()
    try folder.write("schema: dossier/declared-v1\nchannel: wecom\n", to: "甲/declared.yaml")
    let way = (0..<20).map { "第\($0)层" }.joined(separator: "/")
    try folder.write("x", to: "甲/\(way)/营业执照.jpg")
    try folder.write("名称：午饭", to: "甲/说明.txt")
    let run = try Program.run(
      ["check", folder.path + "/甲", "--as-of", "2026-11-22", "--format", "json", "--no-cache"])
    let report = try JSON(run.output)
    let verdict = report["verdicts"].items.first { $0["rule"].text == "MAT-LIC-001" }
    #expect(verdict?["verdict"].text == "cannot_tell")
    #expect(report["causes"].items.contains { $0["kind"].text == "file_unread" })
    #expect(report["status"].text == "review")
  }
}
