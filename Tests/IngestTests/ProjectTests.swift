import Model
import Schema
import Testing

@testable import Ingest

/// What a group's `dossier.yaml` says, and what is wrong with it.
@Suite struct ProjectTests {
  private static let whole = """
    schema: dossier/project-v1
    roster: 名册.csv
    channel: wecom
    profile: strict
    packs: [a, b]
    rules: 规则
    waivers:
      - {rule: A-001, reason: {en: x}, owner: y, granted: 2026-11-20, expires: 2026-11-21, submissions: [星河*]}
      - {rule: A-002, facts: {a: 1}, verdict: cannot_tell, reason: x, owner: y, granted: 2026-11-20, expires: 2026-11-21}
    output: 报告
    locale: en
    trust: 证书
    """

  private func read(_ text: String) -> (project: Project, places: [String]) {
    let (project, mistakes) = Project.read(Array(text.utf8), path: "dossier.yaml")
    return (project, mistakes.map { "\($0.position.line):\($0.position.column) \($0.code)" })
  }

  @Test func everyKeyIsRead() {
    let reads = KeyReads()
    let (project, places) = KeyReads.$current.withValue(reads) { read(Self.whole) }
    #expect(places.isEmpty && reads.missing(from: ProjectSchema.file) == [])
    #expect(project.roster?.value == "名册.csv" && project.packs.map(\.value) == ["a", "b"])
    #expect(project.rules.map(\.value) == ["规则"] && project.locale == .english)
    #expect(project.waivers.map(\.submissions) == [["星河*"], []])
  }

  @Test(arguments: [
    ("roster: ", "rooster: ", ["2:1 unknown-key"]),
    ("schema: dossier/project-v1", "schema: dossier/project-v2", ["1:9 schema"]),
    ("locale: en", "locale: zh", ["11:9 unknown-value"]),
    ("schema: dossier/project-v1\n", "", ["1:1 missing-key"]),
    ("roster: 名册.csv", "roster: [名册.csv]", ["2:9 wrong-type"]),
    (
      "owner: y, granted: 2026-11-20, expires: 2026-11-21, sub",
      "granted: 2026-11-20, expires: 2026-11-21, sub", ["8:5 waiver"]
    ),
    ("[星河*]", "[]", ["8:101 waiver"]),
    ("schema: d", "schema：d", ["1:7 yaml"]),
  ])
  func mistakesHaveTheirPlaces(from: String, to: String, expected: [String]) {
    let text = Self.whole.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false)
      .joined(separator: to)
    #expect(read(text).places == expected)
  }

  @Test func anotherEncodingIsSaid() {
    let bytes: [UInt8] = Array("schema: dossier/project-v1\nroster: ".utf8) + [0xC3, 0xFB]
    let mistakes = Project.read(bytes, path: "dossier.yaml").diagnostics
    #expect(mistakes.map(\.code) == ["encoding"] && mistakes.first?.position.line == 2)
  }

  @Test(arguments: [
    (["星河*"], "星河科技", true), (["星河*"], "华南/星河科技", true), (["华南/*"], "华南/星河", true),
    (["?河"], "星河", true), (["星河"], "星河科技", false), ([], "任何", true), (["*科*技"], "星河科技", true),
  ])
  func patternsNameSubmissions(patterns: [String], name: String, isCovered: Bool) throws {
    var waiver = try #require(read(Self.whole).project.waivers.first)
    waiver.submissions = patterns
    #expect(waiver.covers(name) == isCovered)
  }

  @Test func inASubmissionsFolderNoOthersAreNamed() {
    let text = """
      schema: dossier/waivers-v1
      waivers: [{rule: A-001, reason: x, owner: y, granted: 2026-11-20, expires: 2026-11-21, submissions: [a]}]
      """
    let waivers = EntryFile(WaiverReader.self, bytes: Array(text.utf8), file: "waivers.yaml")
    #expect(waivers.notices.map(\.code) == [.waiversInvalid])
  }

  @Test func templatesOfRostersAreRosters() throws {
    let schema = try ScratchFolder.schema()
    let text = RosterTemplate.text(folders: ["星河", "=1+1", "a,\"b\""], schema: schema)
    #expect(text.hasPrefix("\u{FEFF}文件夹,"))
    let lines = text.dropFirst().split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.count == 4 && lines[2].first == "'=1+1")
    let rows = lines.prefix(3).enumerated().map {
      RosterTable.Row(number: $0.offset + 1, cells: $0.element)
    }
    let roster = try Roster(
      RosterTable(rows: Array(rows), isSpreadsheet: false), file: "名册.csv", schema: schema)
    #expect(roster.notices.isEmpty && roster.rows.map(\.folder) == ["星河", "=1+1"])
    #expect(roster.labelTitles == ["区域", "联系人"])
  }
}
