import Model
import Testing

@testable import Pipeline
@testable import Rules

/// The shipped pack, checked against the facts that the program knows.
@Suite struct EnterpriseBasicTests {
  static let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// Rules about a tag of a picture's file: where it has none there is nothing to judge.
  private static let ofTagsAlone: Set = ["IMG-EDITED-001", "IMG-GPS-001"]

  private func rulebook() throws -> Rulebook {
    let (rulebook, diagnostics) = try Rulebook.load(folder: Self.folder + "/rules")
    let texts = diagnostics.map {
      "\($0.position.line):\($0.position.column) \($0.message.english)"
    }
    #expect(texts == [])
    return try #require(rulebook)
  }

  @Test func itsTestsPass() throws {
    let results = try rulebook().library.runTests(filter: nil)
    let failed = results.filter { !$0.hasPassed }.map {
      "\($0.rule) \($0.number) (line \($0.position.line)): \($0.differences.map(\.text.english))"
    }
    #expect(failed == [])
    #expect(results.count > 200)
  }

  /// A mutant that lives shows a test that is missing, unless the rule says why it may.
  @Test func itsTestsNoticeEveryMutant() throws {
    let library = try rulebook().library
    let survivors = library.mutants(filter: nil).filter { $0.fate == .survived }
    #expect(survivors.map { "\($0.rule): \($0.name)" } == [])
    #expect(library.coverage(filter: nil).allSatisfy { $0.testCount > 0 })
    #expect(library.style().map(\.message.english) == [])
  }

  @Test func filterChoosesByIdTagAndPack() throws {
    let library = try rulebook().library
    let codes = Set(library.runTests(filter: "LIC-CODE").map(\.rule))
    #expect(codes == ["LIC-CODE-001", "LIC-CODE-002", "LIC-CODE-003", "LIC-CODE-004"])
    #expect(Set(library.runTests(filter: "checksum").map(\.rule)).contains("ID-NUM-001"))
    #expect(library.runTests(filter: "nothing").isEmpty)
  }

  @Test(arguments: [nil, "wecom", "official_account", "mini_program", "icp", "wechat_pay"])
  func isChosenForItsChannels(channel: String?) throws {
    let (set, diagnostics) = try rulebook().library.ruleSet(
      packs: [], channel: channel, profile: "default")
    #expect(diagnostics.isEmpty)
    let rules = try #require(set?.rules)
    #expect(rules.filter { $0.id.hasPrefix("LIC-") }.count >= 25)
    #expect(set?.minimumConfidence == 0.85)
  }

  /// Each rule says what to do and why, in both languages, and is tested both ways and for not knowing.
  @Test func everyRuleIsWholeAndTested() throws {
    let pack = try #require(try rulebook().library.packs.first { $0.id == "enterprise-basic" })
    #expect(pack.rules.count >= 45)
    for rule in pack.rules {
      #expect(!rule.basis.isEmpty && !rule.tags.isEmpty && rule.fix != nil, "\(rule.id)")
      let verdicts = Set(rule.tests.map(\.wanted.verdict))
      let wanted: Set<Verdict> =
        Self.ofTagsAlone.contains(rule.id) ? [.pass, .fail] : [.pass, .fail, .cannotTell]
      #expect(verdicts.isSuperset(of: wanted), "\(rule.id)")
    }
  }
}
