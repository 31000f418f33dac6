import Foundation
import Ingest
import Model
import Testing

@Suite struct IntakeTests {
  @Test func folderWithDeclarationIsASubmission() throws {
    let folder = try ScratchFolder()
    try folder.add("a/declared.yaml", "channel: wecom")
    try folder.add("a/营业执照.jpg")
    try folder.add("a/scans/id/front.png")
    let result = try folder.intake("a")
    #expect(!result.isBatch)
    #expect(result.submissions.map(\.name) == ["a"])
    #expect(result.submissions[0].sources.map(\.name) == ["scans/id/front.png", "营业执照.jpg"])
    #expect(result.submissions[0].declaration.channel == "wecom")
  }

  @Test func folderWithDeclaredChildIsABatch() throws {
    let folder = try ScratchFolder()
    try folder.add("a/declared.json", "{\"channel\": \"icp\"}")
    try folder.add("b/sub/license.jpg")
    try folder.add("readme.txt")
    try folder.add("roster.csv")
    let result = try folder.intake()
    #expect(result.isBatch)
    // b has only folders, but beside a declared company it is a company.
    #expect(result.submissions.map(\.name) == ["a", "b"])
    #expect(result.submissions[1].sources.map(\.name) == ["sub/license.jpg"])
    #expect(result.notices.map(\.code) == [.looseFile, .fileLeftOut])
    #expect(result.notices.map(\.file) == ["readme.txt", "roster.csv"])
  }

  @Test func folderOfFoldersIsABatchInDepth() throws {
    let folder = try ScratchFolder()
    try folder.add("group/a/x.jpg")
    try folder.add("group/b/declared.yaml", "channel: wecom")
    try folder.add("c/y.jpg")
    try folder.addFolder("empty")
    let result = try folder.intake()
    #expect(result.isBatch)
    #expect(result.submissions.map(\.name) == ["c", "empty", "group/a", "group/b"])
  }

  @Test func folderWithFilesAndNoDeclarationIsASubmission() throws {
    let folder = try ScratchFolder()
    try folder.add("a/x.jpg")
    try folder.add("y.jpg")
    let result = try folder.intake()
    #expect(!result.isBatch)
    #expect(result.submissions.count == 1)
    #expect(result.submissions.first?.sources.map(\.name) == ["a/x.jpg", "y.jpg"])
    #expect(
      result.submissions.first?.declaration.notices.map(\.code) == [.declarationMissing])
  }

  @Test func someNamesAreNeverMaterials() throws {
    let folder = try ScratchFolder()
    for name in [
      "declared.yaml.bak", "Declared.XLSX", "waivers.yaml", "roster.csv", "expected.json",
      "truth.json", ".DS_Store", ".git/config", "~$doc.docx", "Thumbs.db", "desktop.ini",
      "__MACOSX/a.jpg", "sub/Thumbs.db",
    ] {
      try folder.add(name)
    }
    try folder.add("reports/index.json", "{\"schema\": \"dossier/index-v1\"}")
    try folder.add("reports/a/report.html")
    try folder.add("other/index.json", "{}")
    try folder.add("declaration.jpg")
    let result = try folder.intake()
    #expect(
      result.submissions.first?.sources.map(\.name) == [
        "declaration.jpg", "other/index.json", "reports/a/report.html", "reports/index.json",
      ])
  }

  @Test func reportFoldersAreNoSubmissions() throws {
    let folder = try ScratchFolder()
    try folder.add("a/x.jpg")
    try folder.add("out/index.json", "{\n  \"schema\": \"dossier/index-v1\"\n}")
    try folder.add("out/a/report.json")
    let result = Intake.submissions(
      at: [folder.path], schema: try ScratchFolder.schema(),
      own: OwnFiles(reports: [folder.path + "/out"]))
    #expect(result.submissions.map(\.name) == ["a"])
  }

  @Test func singleFileIsASubmission() throws {
    let folder = try ScratchFolder()
    try folder.add("执照.v2.jpg", "123")
    try folder.add("declared.yaml", "channel: wecom")
    let result = try folder.intake("执照.v2.jpg")
    let submission = try #require(result.submissions.first)
    #expect(submission.name == "执照.v2")
    #expect(submission.sources.map(\.name) == ["执照.v2.jpg"])
    #expect(try submission.sources.first?.read() == Array("123".utf8))
    #expect(submission.declaration.facts.isEmpty)
    #expect(!result.isBatch)
  }

  @Test func unusablePathsAreSaid() throws {
    let folder = try ScratchFolder()
    try folder.add("declared.yaml", "channel: wecom")
    try folder.run("mkfifo", "pipe")
    let result = try folder.intake("absent", "declared.yaml", "pipe")
    #expect(result.submissions.isEmpty)
    #expect(
      result.unusablePaths.map { $0.path.split(separator: "/").last } == [
        "absent", "declared.yaml", "pipe",
      ])
  }

  @Test func namesAreUniqueAndFoldersTakenOnce() throws {
    let folder = try ScratchFolder()
    try folder.add("one/x/a.jpg")
    try folder.add("two/x/a.jpg")
    let result = try folder.intake("one/x", "two/x", "one/x/")
    #expect(result.submissions.map(\.name) == ["x", "x-2"])
    #expect(result.isBatch)
  }

  @Test func sourcesAreSortedByBytes() throws {
    let folder = try ScratchFolder()
    for name in ["b.jpg", "a/z.jpg", "a-b.jpg", "B.jpg", "执.jpg", "a.jpg"] { try folder.add(name) }
    let names = try folder.intake().submissions.first?.sources.map(\.name)
    #expect(names == ["B.jpg", "a-b.jpg", "a.jpg", "a/z.jpg", "b.jpg", "执.jpg"])
  }
}
