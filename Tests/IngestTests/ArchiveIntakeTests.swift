import Model
import Native
import Testing

@testable import Ingest

/// Lists by name of file, gives each file's path as its bytes.
private struct ListedArchives: ArchiveOpener {
  var paths: [String: [String]]
  var texts: [String: String] = [:]
  var obstacle: Notice?

  func listing(of source: SourceFile) -> ArchiveListing? {
    guard let name = source.path.split(separator: "/").last, let paths = paths[String(name)] else {
      return nil
    }
    return ArchiveListing(
      members: paths.map { path in
        let isEvil = path.contains("..")
        return ArchiveListing.Member(
          path: path, digest: isEvil ? "" : SHA256.hex(of: path), size: path.utf8.count,
          obstacle: isEvil
            ? Notice(file: path, stage: .ingest, code: .archiveRefused) : nil)
      }, obstacle: obstacle)
  }

  func read(_ source: SourceFile) throws(UnreadableSource) -> [UInt8] {
    guard let member = source.member else { return try source.read() }
    return Array((texts[member.path] ?? member.path).utf8)
  }
}

@Suite struct ArchiveIntakeTests {
  private func intake(
    _ folder: ScratchFolder, _ archives: ListedArchives, _ name: String = ""
  ) throws -> IntakeResult {
    Intake.submissions(
      at: [folder.path + "/" + name], schema: try ScratchFolder.schema(), archives: archives)
  }

  @Test func anArchiveInASubmissionIsReplacedByItsFiles() throws {
    let folder = try ScratchFolder()
    try folder.add("a/declared.yaml", "channel: wecom")
    try folder.add("a/材料.zip")
    try folder.add("a/图.jpg")
    let archives = ListedArchives(paths: [
      "材料.zip": ["b.7z!/z.jpg", "__MACOSX/x.jpg", "a.jpg", "../evil.jpg", "declared.yaml"]
    ])
    let submission = try #require(try intake(folder, archives, "a").submissions.first)
    #expect(
      submission.sources.map(\.name) == [
        "图.jpg", "材料.zip!/../evil.jpg", "材料.zip!/a.jpg", "材料.zip!/b.7z!/z.jpg",
      ])
    #expect(submission.sources[1].obstacleNotice?.file == "材料.zip!/../evil.jpg")
    #expect(submission.sources[2].member?.digest == SHA256.hex(of: "a.jpg"))
    #expect(submission.sources[2].archive?.path == submission.sources[2].path)
  }

  /// Small archives, many of them: what they unpack to counts together.
  @Test(arguments: [(files: 4, bytes: 1 << 30), (5000, 30), (4, 10)])
  func theFilesOfAllArchivesHaveALimit(files: Int, bytes: Int) throws {
    let folder = try ScratchFolder()
    try folder.add("a/declared.yaml", "channel: wecom")
    for name in ["1.zip", "2.zip", "3.zip"] { try folder.add("a/" + name) }
    let archives = ListedArchives(
      paths: Dictionary(
        uniqueKeysWithValues: ["1.zip", "2.zip", "3.zip"].map { ($0, ["a.jpg", "b.jpg", "c.jpg"]) })
    )
    var limits = IntakeLimits()
    limits.files = files
    limits.bytes = bytes
    let result = Intake.submissions(
      at: [folder.path + "/a"], schema: try ScratchFolder.schema(), limits: limits,
      archives: archives)
    let sources = try #require(result.submissions.first?.sources)
    let read = min(files + 1, bytes / 5)
    #expect(sources.count == read + 1)
    #expect(sources.dropLast().allSatisfy { $0.obstacleNotice == nil })
    let notice = try #require(sources.last?.obstacleNotice)
    #expect(notice.code == .submissionTooLarge && notice.file == sources.last?.name)
    #expect(
      notice.details["reason@en"] == (bytes == 1 << 30 ? "4 files" : "\(bytes) bytes")
        || (files == 4 && bytes == 10))
  }

  @Test func anArchiveIsASubmissionOrABatchByItsDeclarations() throws {
    let folder = try ScratchFolder()
    for name in ["one.zip", "many.zip", "bare.zip"] { try folder.add(name) }
    let declaration = "channel: wecom"
    let archives = ListedArchives(
      paths: [
        "one.zip": ["公司/declared.yaml", "公司/a.jpg", "散.jpg"],
        "many.zip": ["x/declared.yaml", "x/a.jpg", "y/declared.yaml", "y/deep/b.jpg", "loose.jpg"],
        "bare.zip": ["a.jpg", "b/c.jpg"],
      ],
      texts: [
        "公司/declared.yaml": declaration, "x/declared.yaml": declaration,
        "y/declared.yaml": declaration,
      ])
    let one = try intake(folder, archives, "one.zip")
    #expect(one.submissions.map(\.name) == ["one"] && !one.isBatch)
    #expect(one.submissions[0].sources.map(\.name) == ["a.jpg"])
    #expect(one.submissions[0].declaration.channel == "wecom")
    #expect(one.notices.map(\.file) == ["one.zip!/散.jpg"])
    let many = try intake(folder, archives, "many.zip")
    #expect(many.isBatch && many.submissions.map(\.name) == ["many/x", "many/y"])
    #expect(many.submissions[1].sources.map(\.name) == ["deep/b.jpg"])
    #expect(many.notices.map(\.code) == [.looseFile])
    let bare = try intake(folder, archives, "bare.zip")
    #expect(bare.submissions[0].sources.map(\.name) == ["a.jpg", "b/c.jpg"])
    #expect(bare.submissions[0].declaration == .missing)
  }

  @Test func anArchiveInABatchIsACompany() throws {
    let folder = try ScratchFolder()
    try folder.add("batch/a/declared.yaml", "channel: wecom")
    try folder.add("batch/b.zip")
    try folder.add("batch/notes.txt")
    let archives = ListedArchives(paths: ["b.zip": ["a.jpg"]])
    let result = try intake(folder, archives, "batch")
    #expect(result.submissions.map(\.name).sorted() == ["a", "b"])
    #expect(result.notices.map(\.file) == ["notes.txt"])
  }

  @Test func whatCouldNotBeUnpackedIsToldOfTheArchive() throws {
    let folder = try ScratchFolder()
    try folder.add("a/declared.yaml", "channel: wecom")
    try folder.add("a/x.zip")
    let archives = ListedArchives(
      paths: ["x.zip": ["a.jpg"]],
      obstacle: Notice(file: "", stage: .ingest, code: .archiveDamaged, details: ["reason": "r"]))
    let sources = try intake(folder, archives, "a").submissions[0].sources
    #expect(sources.map(\.name) == ["x.zip", "x.zip!/a.jpg"])
    #expect(sources[0].obstacleNotice?.file == "x.zip")
  }

  /// Whoever packed the archive wrote the papers and their digests.
  @Test func confirmationsInAnArchiveCountForNothing() throws {
    let folder = try ScratchFolder()
    try folder.add("one.zip")
    let digest = String(repeating: "ab", count: 32)
    let archives = ListedArchives(
      paths: ["one.zip": ["declared.yaml", "confirmed.yaml", "a.jpg"]],
      texts: [
        "declared.yaml": "channel: wecom",
        "confirmed.yaml":
          "schema: dossier/confirmed-v1\nfacts:\n  - {fact: license.name, value: 甲, file: a.jpg, sha256: \(digest), by: 乙, on: 2026-11-22}\n",
      ])
    let submission = try #require(try intake(folder, archives, "one.zip").submissions.first)
    #expect(submission.confirmations.entries.isEmpty)
    #expect(submission.notices.map(\.code) == [.fileLeftOut])
    #expect(submission.sources.map(\.name) == ["a.jpg"])
  }
}
