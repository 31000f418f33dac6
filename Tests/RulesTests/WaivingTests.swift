import Model
import Testing

@testable import Rules

@Suite struct WaivingTests {
  private func waiver(
    rule: String = "TEST-001", facts: [String: [String]] = [:], granted: String = "2026-11-01",
    expires: String = "2026-12-01"
  ) throws -> Waiver {
    Waiver(
      rule: rule, facts: facts, reason: LocalizedText("正在变更", "under way"),
      owner: "compliance@group.example", granted: try day(granted), expires: try day(expires),
      file: "waivers.yaml", position: TextPosition(line: 3, column: 5))
  }

  /// What becomes of a failure of one rule.
  private func waived(
    _ waivers: [Waiver], severity: String = "warning", rest: String = "", name: String = "乙",
    asOf: String = "2026-11-22"
  ) throws -> (finding: Finding?, codes: [NoticeCode], verdict: Verdict?) {
    let text = packText(ruleText(equalNames, rest))
    let set = try ruleSet(
      text.split(separator: "severity: error").joined(separator: "severity: \(severity)"))
    let facts = factSet([
      known("license.name", .string("甲")), known("declared.company.name", .string(name)),
      known("run.as_of", .date(try day(asOf))),
    ])
    let (judgement, notices) = set.waiving(set.judge(facts), by: waivers, facts)
    return (judgement.findings.first, notices.map(\.code), judgement.verdicts.first?.verdict)
  }

  @Test func failureIsWaivedAndStaysAFailure() throws {
    let result = try waived([try waiver()])
    #expect(result.finding?.waiver?.owner == "compliance@group.example")
    #expect(result.verdict == .fail)
    #expect(result.codes.isEmpty)
  }

  @Test func errorsOnlyWhereTheRuleSaysSo() throws {
    let refused = try waived([try waiver()], severity: "error")
    #expect(refused.finding?.waiver == nil)
    #expect(refused.codes == [.waiverNotAllowed])
    let allowed = try waived([try waiver()], severity: "error", rest: "waivable: true")
    #expect(allowed.finding?.waiver != nil)
    let forbidden = try waived([try waiver()], rest: "waivable: false")
    #expect(forbidden.codes == [.waiverNotAllowed])
  }

  @Test(arguments: [
    ("2026-12-01", true, NoticeCode?.none), ("2026-12-02", false, .waiverExpired),
    ("2026-11-01", true, nil), ("2026-10-31", false, .waiverNotYet),
  ])
  func onlyInItsDays(_ asOf: String, _ isWaived: Bool, _ code: NoticeCode?) throws {
    let result = try waived([try waiver()], asOf: asOf)
    #expect((result.finding?.waiver != nil) == isWaived)
    #expect(result.codes == [code].compactMap(\.self))
  }

  @Test func onlyWhileTheFactsAreAsItSays() throws {
    let facts = ["declared.company.name": ["乙"]]
    #expect(try waived([try waiver(facts: facts)]).finding?.waiver != nil)
    let changed = try waived([try waiver(facts: facts)], name: "丙")
    #expect(changed.finding?.waiver == nil)
    #expect(changed.codes == [.waiverUnused])
    #expect(try waived([try waiver(facts: ["license.typo": ["x"]])]).codes == [.waiverUnused])
  }

  @Test func unusedAndUnknownOnesAreTold() throws {
    #expect(try waived([try waiver()], name: "甲").codes == [.waiverUnused])
    #expect(try waived([try waiver(rule: "TEST-002")]).codes == [.waiverUnknownRule])
  }

  @Test func whatCannotBeToldIsNotWaived() throws {
    let set = try ruleSet(packText(ruleText(equalNames, "waivable: true")))
    let facts = factSet([known("run.as_of", .date(try day("2026-11-22")))])
    let (judgement, notices) = set.waiving(set.judge(facts), by: [try waiver()], facts)
    #expect(judgement.findings.first?.verdict == .cannotTell)
    #expect(judgement.findings.first?.waiver == nil)
    #expect(notices.map(\.code) == [.waiverUnused])
  }
}
