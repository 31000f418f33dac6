import Model
import Testing

@testable import Rules

/// A waiver may accept what could not be told, also of an error that cannot be waived once it is found.
@Suite struct WaivedUnknownsTests {
  private func waived(_ verdict: Verdict, rest: String = "", isRead: Bool = false) throws -> (
    finding: Finding?, codes: [NoticeCode]
  ) {
    let set = try ruleSet(packText(ruleText(equalNames, rest)))
    var facts = [
      known("declared.company.name", .string("乙")),
      known("run.as_of", .date(try day("2026-11-22"))),
    ]
    facts.append(
      isRead
        ? known("license.name", .string("甲")) : ResolvedFact(key: "license.name", state: .unread))
    let waiver = Waiver(
      rule: "TEST-001", verdict: verdict, facts: [:], reason: LocalizedText("已核", "seen"),
      owner: "何核对", granted: try day("2026-11-01"), expires: try day("2026-12-01"),
      file: "waivers.yaml", position: TextPosition(line: 3, column: 5))
    let factSet = factSet(facts)
    let (judgement, notices) = set.waiving(set.judge(factSet), by: [waiver], factSet)
    return (judgement.findings.first, notices.map(\.code))
  }

  @Test func whatCouldNotBeTold() throws {
    let result = try waived(.cannotTell)
    #expect(result.finding?.verdict == .cannotTell && result.finding?.waiver?.owner == "何核对")
    #expect(result.codes.isEmpty)
    #expect(try waived(.cannotTell, rest: "waivable: false").codes == [.waiverNotAllowed])
  }

  @Test func onlyTheVerdictThatItNames() throws {
    #expect(try waived(.fail).codes == [.waiverUnused])
    let failed = try waived(.cannotTell, isRead: true)
    #expect(failed.codes == [.waiverUnused] && failed.finding?.waiver == nil)
    #expect(try waived(.fail, isRead: true).codes == [.waiverNotAllowed])
  }
}
