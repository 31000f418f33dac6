import Foundation
import Testing

/// Slips of every day, through the whole program: reports among the materials, a baseline used again, a channel that
/// nobody named, a value that cannot be read.
@Suite struct EverydaySlipsTests {
  private func folder(declaring text: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("说明", to: "甲/说明.txt")
    try folder.write(text, to: "甲/declared.yaml")
    return folder
  }

  private func check(_ folder: TemporaryFolder, _ more: [String]) throws -> Program {
    try Program.run(
      ["check", folder.path + "/甲", "--as-of", "2026-11-22", "--locale", "en"] + more)
  }

  @Test(arguments: [("甲", "json"), ("甲", "html,csv"), ("甲/out", "csv"), ("甲/../甲", "json")])
  func reportsDoNotGoAmongTheMaterials(output: String, formats: String) throws {
    let folder = try folder(declaring: "channel: wecom\n")
    let run = try check(
      folder, ["--output", folder.path + "/" + output, "--format", formats])
    #expect(run.status == 2 && run.errors.contains("among the materials"), "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/甲").sorted()
    #expect(names == ["declared.yaml", "说明.txt"])
  }

  @Test func aBaselineUsedAgainStillKnowsWhatItPutAside() throws {
    let folder = try folder(declaring: "channel: wecom\ncompany: {credit_code: '123'}\n")
    let out = folder.path + "/out"
    let more = ["--output", out, "--format", "json"]
    #expect(try check(folder, more).status == 1)
    for _ in 0..<3 {
      #expect(try check(folder, more + ["--baseline", out]).status == 0)
      let report = try JSON(folder.text(of: "out/甲/report.json"))
      #expect(report["findings"].items.isEmpty)
      #expect(report["status"].text == "blocked")
    }
  }

  @Test(arguments: [
    ("company: {name: 甲公司}\n", "channel_undeclared", true),
    ("channel: wecom\ncompany: {name: 甲公司}\n", "channel_undeclared", false),
    ("channel: wecom\ncompany: {established_on: 某日}\n", "declaration_bad_value", true),
  ])
  func whatTheDeclarationLeavesOpenIsSaid(text: String, code: String, isSaid: Bool) throws {
    let folder = try folder(declaring: text)
    _ = try check(folder, ["--output", folder.path + "/out", "--format", "json"])
    let report = try JSON(folder.text(of: "out/甲/report.json"))
    #expect(report["notices"].items.contains { $0["code"].text == code } == isSaid)
    if code == "declaration_bad_value" {
      let fact = report["facts"].items.first {
        $0["key"].text == "declared.company.established_on"
      }
      #expect(fact?["state"].text == "unread")
      #expect(report["status"].text != "ready")
    }
  }
}
