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
}
