import Ingest
import Model
import Testing

/// Nothing is left out in silence: what is not read for its name is listed.
@Suite struct LeftOutFilesTests {
  private func leftOut(_ result: IntakeResult) -> [String] {
    result.submissions.flatMap(\.notices).filter { $0.code == .fileLeftOut }.map(\.file).sorted()
  }

  @Test func whatIsNamedLikeOurFilesIsListed() throws {
    let folder = try ScratchFolder()
    try folder.add("declared.yaml", "channel: wecom")
    for name in [
      "declared.esl", "roster.pdf", "waivers.jpg", "confirmed.png", ".公章.esl", "sub/declared.yaml",
      "sub/roster.xlsx", "~锁.docx", ".git/HEAD", "truth.json", "sub/expected.json",
    ] {
      try folder.add(name)
    }
    let result = try folder.intake()
    #expect(
      leftOut(result) == [
        ".git", ".公章.esl", "confirmed.png", "declared.esl", "roster.pdf", "sub/declared.yaml",
        "sub/expected.json", "sub/roster.xlsx", "truth.json", "waivers.jpg",
      ])
    #expect(result.submissions.first?.sources.map(\.name) == ["~锁.docx"])
    #expect(NoticeCode.fileLeftOut.losesContent)
  }

  @Test func whatWeReadAndSystemsLeaveIsNot() throws {
    let folder = try ScratchFolder()
    try folder.add("declared.yaml", "channel: wecom")
    try folder.add("expected.json", "{\"schema\": \"dossier/expected-v1\"}")
    for name in [
      "waivers.yaml", "confirmed.yaml", "roster.csv", ".DS_Store", "Thumbs.db", "~$授权书.docx",
      "._执照.jpg", "sub/desktop.ini",
    ] {
      try folder.add(name)
    }
    #expect(leftOut(try folder.intake()) == [])
  }

  @Test func aMaterialUnderASystemsNameIsListed() throws {
    let folder = try ScratchFolder()
    try folder.add("declared.yaml", "channel: wecom")
    try folder.add("Thumbs.db", "%PDF-1.4\n")
    try folder.add("._公章.jpg", bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0])
    #expect(leftOut(try folder.intake()) == ["._公章.jpg", "Thumbs.db"])
  }

  @Test func onlyFoldersThatWeRememberAreReports() throws {
    let folder = try ScratchFolder()
    try folder.add("declared.yaml", "channel: wecom")
    for name in ["坏", "报告"] {
      try folder.add(name + "/index.json", "{\"schema\": \"dossier/index-v1\"}")
      try folder.add(name + "/公章.esl")
    }
    func names(_ reports: OwnFiles) throws -> [String] {
      Intake.submissions(at: [folder.path], schema: try ScratchFolder.schema(), own: reports)
        .submissions.flatMap(\.sources).map(\.name)
    }
    let all = ["坏/index.json", "坏/公章.esl", "报告/index.json", "报告/公章.esl"]
    #expect(try names(OwnFiles()) == all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(try names(OwnFiles(reports: [folder.path + "/报告"])) == ["坏/index.json", "坏/公章.esl"])
  }
}
