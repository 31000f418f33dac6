import Model
import Testing

@testable import Pipeline
@testable import Rules

/// The pack of the mail domain: the source's 58 claims, each covered or explained.
@Suite struct MailDomainPackTests {
  private func library() throws -> RuleLibrary {
    let (rulebook, diagnostics) = try Rulebook.load(folder: EnterpriseBasicTests.folder + "/rules")
    #expect(diagnostics.isEmpty)
    return try #require(rulebook).library
  }

  @Test func allClaimsAreCoveredOrExplained() throws {
    let document = try #require(try library().documents.first { $0.id == "wecom-mail-domain" })
    #expect(document.checklist.map(\.number) == Array(1...58))
    for row in document.checklist where row.rules.isEmpty {
      #expect(row.remark.chinese.count > 10 && row.remark.english.count > 20, "\(row.number)")
    }
    #expect(document.checklist.count { !$0.rules.isEmpty } == 50)
  }

  /// A rule's basis and the checklist name each other.
  @Test func everyRuleNamesItsRows() throws {
    let pack = try #require(try library().packs.first { $0.id == "wecom-mail-domain" })
    for rule in pack.rules {
      let named = Set(
        rule.basis.filter { $0.source.id == "checklist-58" }.flatMap { rows(in: $0.passage) })
      let naming = Set(
        pack.checklist.filter { $0.rules.contains { $0.id == rule.id } }.map(\.number))
      #expect(!named.isEmpty && named == naming, "\(rule.id): \(named) \(naming)")
    }
  }

  /// The numbers in `rows 15, 35 to 40: ...`.
  private func rows(in passage: String?) -> [Int] {
    let words = passage?.prefix { $0 != ":" } ?? ""
    let parts = words.split { " ,".contains($0) }.dropFirst().map(String.init)
    return parts.indices.flatMap { index -> [Int] in
      guard let number = Int(parts[index]) else { return [] }
      if index >= 2, parts[index - 1] == "to", let first = Int(parts[index - 2]), first < number {
        return Array(first...number)
      }
      return [number]
    }
  }

  /// Each rule says what to do and why and is tested both ways and for not knowing.
  @Test func everyRuleIsWholeAndTested() throws {
    let pack = try #require(try library().packs.first { $0.id == "wecom-mail-domain" })
    #expect(pack.rules.count >= 80)
    for rule in pack.rules {
      #expect(!rule.basis.isEmpty && !rule.tags.isEmpty && rule.fix != nil, "\(rule.id)")
      let verdicts = Set(rule.tests.map(\.wanted.verdict))
      #expect(verdicts.isSuperset(of: [.pass, .fail, .cannotTell]), "\(rule.id)")
    }
  }

  /// Claims of doubtful origin are notes, and errors only for those who ask for the source's numbers.
  @Test func theProfileDecidesWhatTheSourceWeighs() throws {
    let library = try library()
    func severity(_ id: String, _ profile: String) throws -> Severity? {
      let set = library.ruleSet(packs: [], channel: "wecom", profile: profile).ruleSet
      return try #require(set).rules.first { $0.id == id }?.severity
    }
    for id in ["MAIL-AGE-001", "MAIL-VOLUME-001", "ADM-LOCK-001", "HEALTH-OPEN-001"] {
      #expect(try severity(id, "default") == .note && severity(id, "strict") == .error, "\(id)")
    }
    #expect(try severity("ICP-NAME-001", "default") == .error)
    #expect(try severity("LAW-CSL-001", "strict") == .note)
  }

  @Test(arguments: ["official_account", "mini_program", "icp", "wechat_pay"])
  func itIsChosenForItsChannelAlone(channel: String) throws {
    let library = try library()
    func has(_ channel: String) throws -> Bool {
      let set = library.ruleSet(packs: [], channel: channel, profile: "default").ruleSet
      return try #require(set).rules.contains { $0.id == "ICP-NAME-001" }
    }
    #expect(try has("wecom"))
    #expect(try !has(channel))
  }
}
