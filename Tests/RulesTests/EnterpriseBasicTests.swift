import Model
import Testing

@testable import Rules

@Suite struct EnterpriseBasicTests {
  static let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  private func library() throws -> RuleLibrary {
    let (library, diagnostics) = RuleLibrary.load(
      folder: Self.folder + "/rules", catalogue: catalogue)
    let texts = diagnostics.map {
      "\($0.position.line):\($0.position.column) \($0.message.english)"
    }
    #expect(texts == [])
    return try #require(library)
  }

  @Test func itsTestsPass() throws {
    let results = try library().runTests(filter: nil)
    let failed = results.filter { !$0.hasPassed }.map {
      "\($0.rule) \($0.number) (line \($0.position.line)): \($0.differences.map(\.text.english))"
    }
    #expect(failed == [])
    #expect(results.count > 60)
  }

  @Test func everyRuleIsTestedForPassFailAndCannotTell() throws {
    for rule in try library().packs.flatMap(\.rules) {
      let verdicts = Set(rule.tests.map(\.wanted.verdict))
      #expect(verdicts.isSuperset(of: [.pass, .fail, .cannotTell]), "\(rule.id)")
      #expect(!rule.basis.isEmpty && !rule.tags.isEmpty && rule.fix != nil, "\(rule.id)")
    }
  }

  @Test func filterChoosesByIdTagAndPack() throws {
    let library = try library()
    #expect(
      Set(library.runTests(filter: "LIC-CODE").map(\.rule)) == ["LIC-CODE-001", "LIC-CODE-002"])
    #expect(
      Set(library.runTests(filter: "checksum").map(\.rule)) == ["ID-NUM-001", "LIC-CODE-002"])
    #expect(library.runTests(filter: "nothing").isEmpty)
  }

  @Test(arguments: [nil, "wecom", "icp"])
  func isChosenForItsChannels(channel: String?) throws {
    let (set, diagnostics) = try library().ruleSet(packs: [], channel: channel, profile: "default")
    #expect(diagnostics.isEmpty)
    #expect(set?.rules.count == 18)
    #expect(set?.minimumConfidence == 0.85)
  }
}
