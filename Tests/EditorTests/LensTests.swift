import Foundation
import Model
import Testing

@testable import Editor

@Suite struct LensTests {
  private static func submission(_ name: String, _ company: String?) -> EditorCase {
    var facts: [String: ResolvedFact] = [:]
    if let company {
      facts["license.name"] = ResolvedFact(
        key: "license.name", state: .known, value: .string(company), confidence: 1, evidence: [])
    }
    let license = AssembledDocument(
      id: "d1", kind: .businessLicense, role: nil, confidence: 1, file: "执照.png", pages: [0],
      facts: [:])
    return EditorCase(
      name: name,
      facts: FactSet(
        facts: facts, documents: [license], pictures: [], stamps: [], hidingFiles: [],
        isDrafted: false))
  }

  private static let cases = [
    submission("甲", "北京星河有限公司"), submission("乙", "北京星河"), submission("丙", nil),
  ]

  /// The titles of a rule's lenses, resolved.
  private static func titles(_ bench: ServerBench) async throws -> [String] {
    let lenses = try await bench.request(
      "textDocument/codeLens", #"{"textDocument":{"uri":"\#(bench.uri)"}}"#)
    var titles: [String] = []
    for lens in try #require(lenses.items) {
      let whole =
        lens["command"] == nil ? try await bench.request("codeLens/resolve", lens.json) : lens
      titles.append(try #require(whole["command"]?["title"]?.text))
    }
    return titles
  }

  @Test func lensesTellTestsAndBranches() async throws {
    let bench = try ServerBench()
    try await bench.begin()
    let titles = try await Self.titles(bench)
    #expect(
      titles == ["▶ 运行全部测试（house）", "✓ 测试 2", "变异", "分支 2/2", "▶ 运行此测试", "▶ 运行此测试"])
  }

  @Test func verdictsOfAllSubmissionsFollowTheTextAsItIsTyped() async throws {
    let bench = try ServerBench(cases: Self.cases)
    try await bench.begin()
    let answers = await bench.answers(
      "workspace/executeCommand", #"{"command":"dossier.chooseSubmissions","arguments":["集团"]}"#)
    #expect(answers.contains { $0["method"]?.text == "workspace/codeLens/refresh" })
    #expect(try await Self.titles(bench).contains("通过 1 · 不符 1 · 无法判断 1"))
    try await bench.replace("有限公司$", by: "星河$")
    #expect(try await Self.titles(bench).contains("通过 1 · 不符 1 · 无法判断 1，改变 2"))
    let changes = try await bench.request(
      "workspace/executeCommand", #"{"command":"dossier.changes","arguments":["HOUSE-NAME-001"]}"#)
    #expect(changes.items?.compactMap { $0["submission"]?.text } == ["甲", "乙"])
    await bench.notify("textDocument/didSave", #"{"textDocument":{"uri":"\#(bench.uri)"}}"#)
    #expect(try await Self.titles(bench).contains("通过 1 · 不符 1 · 无法判断 1"))
  }

  @Test func aBrokenFileGivesNoVerdict() async throws {
    let bench = try ServerBench(cases: Self.cases)
    try await bench.begin()
    await bench.change(9, 4, 4, "x")
    #expect(try await Self.titles(bench).contains("规则有错误，暂不能运行"))
    let answer = await bench.answers(
      "workspace/executeCommand", #"{"command":"dossier.runTests","arguments":["house"]}"#)
    #expect(answer.first?["error"]?["message"]?.text?.contains("请先改正") == true)
  }

  @Test func aFailingTestIsTold() async throws {
    let bench = try ServerBench()
    try await bench.begin()
    try await bench.replace("expect: pass", by: "expect: fail")
    let result = try await bench.request(
      "workspace/executeCommand", #"{"command":"dossier.runTest","arguments":["HOUSE-NAME-001",1]}"#
    )
    #expect(result["failed"] == 1)
    #expect(result["tests"] == 1)
  }

  @Test func factsThatEverySubmissionHasAreKnown() async throws {
    let bench = try ServerBench(cases: [Self.submission("甲", "北京星河有限公司")])
    try await bench.begin()
    _ = await bench.answers(
      "workspace/executeCommand", #"{"command":"dossier.chooseSubmissions","arguments":["集团"]}"#)
    try await bench.replace(
      "{matches: license.name, pattern: '有限公司$'}",
      by: "{contains: submission.materials, value: {value: other}}")
    #expect(bench.server.workspace?.facts?["run.as_of"] != nil)
    // Unknown here, and no error of the rule.
    #expect(try await Self.titles(bench).contains("无法判断 1"))
  }
}
