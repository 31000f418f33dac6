import Foundation
import Model
import Schema
import Testing

@testable import Rules

/// A pack whose rules are written twice, as verbs and as CEL: both forms pass the same tests.
@Suite struct ExamplePackTests {
  enum Form: String, CaseIterable { case verbs, cel }

  /// The pack with one of the two forms of each rule, and what stands only with verbs left out.
  private func pack(_ form: Form) throws -> Pack {
    let path = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    let text = try String(contentsOfFile: path + "/Example/pack.yaml", encoding: .utf8)
    let dropped = form == .verbs ? "    assert:" : "    check:"
    var lines: [String] = []
    var isDropping = false
    var isInRules = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == "rules:" { isInRules = true }
      if isInRules, line.hasPrefix(dropped) {
        isDropping = true
        continue
      }
      // What belongs to the dropped key is indented deeper than it.
      if isDropping, line.hasPrefix("      ") { continue }
      isDropping = false
      lines.append(line)
    }
    let file = YAMLFile(text: lines.joined(separator: "\n"), path: "example.yaml")
    let (pack, diagnostics) = PackReader(catalogue: catalogue, folder: "/nowhere").read(file)
    #expect(diagnostics.map { "\($0.position.line): \($0.message.english)" } == [])
    return try #require(pack)
  }

  @Test(arguments: Form.allCases)
  func passesItsTests(form: Form) throws {
    let pack = try pack(form)
    let library = RuleLibrary(packs: [pack], catalogue: catalogue, folder: "packs")
    let results = library.runTests(filter: nil)
    let failed = results.filter { !$0.hasPassed }.map {
      "\($0.rule) \($0.number): \($0.differences.map(\.text.english))"
    }
    #expect(failed == [])
    #expect(pack.rules.count == 11)
    #expect(results.count == 29)
  }

  /// A verb of the pack tells of its failure in its own words.
  @Test func ownVerbsHaveOwnWords() throws {
    let pack = try pack(.verbs)
    let set = try #require(
      RuleLibrary(packs: [pack], catalogue: catalogue, folder: "packs")
        .ruleSet(packs: ["example"], channel: nil, profile: "default").ruleSet)
    let judgement = set.judge(
      factSet([
        known("id_front.name", .string("周一")),
        known("license.legal_representative", .string("吴二")),
      ]))
    let finding = judgement.findings.first { $0.rule == "REP-PERSON-011" }
    #expect(
      finding?.filledMessage(\.text).chinese == "持证人与法定代表人为同一人：「周一」与「吴二」不是同一人")
    #expect(finding?.expected?.text == "吴二")
  }
}
