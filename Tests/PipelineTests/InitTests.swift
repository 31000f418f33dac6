import Foundation
import Testing

/// `dossier init` on files that say nothing: what is written, and what is left alone.
@Suite struct InitTests {
  @Test func draftIsPrivateAndNeverOverwritten() throws {
    let folder = try TemporaryFolder()
    try Hostile.fill(folder, submission: "company")
    let company = folder.path + "/company"
    try? FileManager.default.removeItem(atPath: company + "/declared.yaml")
    let first = try Program.run(["init", company, "--as-of", "2026-11-22", "--no-cache"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(try folder.mode(of: "company/declared.yaml") == 0o600)
    let text = try folder.text(of: "company/declared.yaml")
    #expect(text.contains("drafted_from_materials: true"))
    let second = try Program.run(["init", company, "--locale", "en"])
    #expect(second.status == 2)
    #expect(second.errors.contains("not overwritten"))
    #expect(try folder.text(of: "company/declared.yaml") == text)
    // The draft loads, and keeps the submission from being ready.
    let check = try Program.run(
      ["check", company, "--format", "json", "--as-of", "2026-11-22", "--no-cache"])
    let report = try JSON(check.output)
    #expect(report["status"].text != "ready")
    #expect(!report["notices"].items.contains { $0["code"].text == "declaration_invalid" })
  }

  @Test func batchSkipsWhatIsDeclared() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/batch/" + name, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/batch/\(name)/x.txt"))
    }
    let declared = folder.path + "/batch/a/declared.yaml"
    try Data("schema: dossier/declared-v1\n".utf8).write(to: URL(fileURLWithPath: declared))
    // Beside a declared folder another one is still a submission of the batch.
    let run = try Program.run(["init", folder.path + "/batch", "--no-cache", "--locale", "en"])
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("not overwritten"))
    #expect(try folder.text(of: "batch/b/declared.yaml").contains("drafted_from_materials"))
    #expect(try folder.text(of: "batch/a/declared.yaml") == "schema: dossier/declared-v1\n")
  }

  @Test func manyFoldersAreDraftedAtOnce() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "group/c", "group/d"] { try folder.write(name, to: name + "/x.txt") }
    let paths = ["a", "b", "group"].map { folder.path + "/" + $0 }
    let run = try Program.run(["init"] + paths + ["--no-cache"])
    #expect(run.status == 0, "\(run.errors)")
    for name in ["a", "b", "group/c", "group/d"] {
      #expect(try folder.text(of: name + "/declared.yaml").contains("drafted_from_materials"))
    }
  }

  @Test func aRosterIsBegunAndNeverOverwritten() throws {
    let folder = try TemporaryFolder()
    for name in ["甲", "乙"] { try folder.write(name, to: "group/\(name)/x.txt") }
    let roster = folder.path + "/名册.csv"
    let run = try Program.run(["init", "--roster", roster, folder.path + "/group"])
    #expect(run.status == 0 && run.output.contains("2 行"), "\(run.errors)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: roster))
    #expect(bytes.starts(with: Array("\u{FEFF}文件夹,渠道,企业名称,".utf8)))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/group/甲/declared.yaml"))
    let check = try Program.run(["check", folder.path + "/group", "--roster", roster])
    #expect(!check.errors.contains("无法使用名册") && !check.output.contains("roster_"))
    let again = try Program.run(["init", "--roster", roster, "--locale", "en"])
    #expect(again.status == 2 && again.errors.contains("not overwritten"))
  }
}
