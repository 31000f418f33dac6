import Foundation
import Model
import Rules
import Testing

@testable import Pipeline

/// What the manual says of facts and verbs is so.
@Suite struct RuleManualTests {
  private static let rules = EnterpriseBasicTests.folder + "/rules"

  /// Every example of a verb loads as it stands.
  @Test func examplesOfVerbsLoad() throws {
    let library = try #require(try Rulebook.load(folder: Self.rules).rulebook).library
    let verbs = library.vocabulary.verbs
    #expect(verbs.allSatisfy { $0.examples.count == 2 })
    var lines = [
      "schema: dossier/pack-v1",
      "pack: {id: manual, version: 1.0.0, title: {zh-CN: 手册, en: Manual}}", "rules:",
    ]
    for (index, (verb, example)) in verbs.flatMap({ verb in verb.examples.map { (verb.name, $0) } })
      .enumerated()
    {
      lines += [
        "  - id: MANUAL-\(100 + index)", "    title: {zh-CN: 示例, en: Example}",
        "    severity: note",
        verb == "known"
          ? "    when: \(example)\n    check: {required: license.name}" : "    check: \(example)",
      ]
    }
    let folder = try TemporaryFolder()
    try folder.write(lines.joined(separator: "\n") + "\n", to: "manual.yaml")
    let (rulebook, diagnostics) = try Rulebook.load(
      folder: Self.rules, adding: [try AddedRules(folder.path)])
    #expect(
      diagnostics.map { "\($0.position.line): \($0.sourceLine) \($0.message.english)" } == [])
    #expect(rulebook != nil)
  }

  /// Every fact has a title, where it comes from, and an example.
  @Test func factsAreAllThere() throws {
    let rulebook = try #require(try Rulebook.load(folder: Self.rules).rulebook)
    let facts = rulebook.library.vocabulary.facts
    #expect(Set(facts.map(\.key)).isSuperset(of: rulebook.facts.keys))
    #expect(facts.allSatisfy { !$0.example.isEmpty && !$0.source.chinese.isEmpty })
    let name = try #require(facts.first { $0.key == "license.name" })
    #expect(name.source.chinese == "营业执照" && name.type == "string")
    #expect(rulebook.library.vocabulary.macros.contains { $0.name == "exists" })
    #expect(rulebook.library.vocabulary.normalizers.contains { $0.name == "company" })
  }

  /// A test made from a submission is written where it says and holds there.
  @Test func aTestIsWrittenFromASubmission() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "schema: dossier/declared-v1\nchannel: wecom\n企业:\n  简称: H-07\n", to: "one/declared.yaml")
    try folder.write("姓名,部门,职务\n周一,财务部,会计\n", to: "one/通讯录.csv")
    let path = "house/packs/house.yaml"
    try folder.write(
      """
      schema: dossier/pack-v1
      pack: {id: house, version: 1.0.0, title: {zh-CN: 本集团规则, en: House rules}}
      rules:
        - id: HOUSE-CODE-001
          title: {zh-CN: 简称有效, en: The short name is valid}
          severity: warning
          check: {matches: declared.company.short_name, pattern: "H-[0-9]{3}"}
          tests:
            - {given: {declared.company.short_name: H-007}, expect: pass}
      """ + "\n", to: path)
    let added = ["--add-rules", folder.path + "/house", "--locale", "en"]
    let run = try Program.run(
      ["rules", "test", "--on", folder.path + "/one", "--rule", "HOUSE-CODE-001"] + added)
    #expect(run.status == 0, "\(run.errors)")
    let number = try #require(
      run.errors.firstMatch(of: /after line (\d+)/).flatMap { Int($0.output.1) }, "\(run.errors)")
    var lines = try folder.text(of: path).components(separatedBy: "\n")
    lines.insert(run.output.trimmingCharacters(in: .newlines), at: number)
    try folder.write(lines.joined(separator: "\n"), to: path)
    let tests = try Program.run(["rules", "test", "--filter", "house"] + added)
    #expect(tests.status == 0 && tests.output.contains("2"), "\(tests.output) \(tests.errors)")
  }

  @Test func aTestNeedsARuleAndACase() throws {
    for arguments in [["--on", "x"], ["--rule", "LIC-NAME-001"]] {
      let run = try Program.run(["rules", "test"] + arguments)
      #expect(run.status == 2 && run.errors.contains("--rule LIC-NAME-001"))
    }
  }
}
