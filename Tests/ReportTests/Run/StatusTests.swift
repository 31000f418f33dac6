import Model
import Testing

@testable import Report

/// The status of a submission as a table, first match.
@Suite struct StatusTests {
  private static func finding(
    _ verdict: Verdict, _ severity: Severity, isWaived: Bool = false
  ) -> Finding {
    let text = LocalizedText("测", "t")
    var finding = Finding(
      rule: "TEST-001", severity: severity, verdict: verdict, title: text, message: text)
    if isWaived, let day = CalendarDate(iso: "2026-11-22") {
      finding.waiver = Waiver(
        rule: "TEST-001", facts: [:], reason: text, owner: "o", granted: day, expires: day,
        file: "waivers.yaml", position: TextPosition(line: 1, column: 1))
    }
    return finding
  }

  private func report(
    _ findings: [Finding], known: [Finding] = [], isBroken: Bool = false, isDrafted: Bool = false,
    notices: [NoticeCode] = []
  ) throws -> SubmissionReport {
    var report = SubmissionReport(
      name: "a", asOf: try #require(CalendarDate(iso: "2026-11-22")), extractions: [],
      factSet: FactSet(facts: [:], isDrafted: isDrafted),
      judgement: Judgement(
        verdicts: findings.map { RuleVerdict(rule: $0.rule, verdict: $0.verdict) },
        findings: findings),
      notices: notices.map { Notice(file: "a.jpg", stage: .extract, code: $0) },
      isDeclarationBroken: isBroken,
      tool: ToolIdentity(version: "1", rulesDigest: "d", precision: "single"))
    report.knownFindings = known
    return report
  }

  @Test(arguments: [
    (Verdict.fail, Severity.error, SubmissionStatus.blocked), (.fail, .warning, .review),
    (.fail, .note, .ready), (.cannotTell, .error, .review), (.cannotTell, .warning, .review),
    (.cannotTell, .note, .ready), (.ruleError, .error, .review), (.ruleError, .note, .review),
    (.pass, .error, .ready), (.notApplicable, .error, .ready),
  ])
  func oneFinding(_ verdict: Verdict, _ severity: Severity, _ status: SubmissionStatus) throws {
    #expect(try report([Self.finding(verdict, severity)]).status == status)
    // What an earlier run had found counts as much, though it is not shown.
    #expect(try report([], known: [Self.finding(verdict, severity)]).status == status)
    let isWaivable = verdict == .fail
    let waived = try report([Self.finding(verdict, severity, isWaived: isWaivable)])
    #expect(waived.status == (isWaivable ? .ready : status))
  }

  @Test(arguments: NoticeCode.allCases)
  func noticesThatLoseContent(_ code: NoticeCode) throws {
    #expect(try report([], notices: [code]).status == (code.losesContent ? .review : .ready))
    let failed = try report([Self.finding(.fail, .error)], notices: [code])
    #expect(failed.status == .blocked)
  }

  @Test func brokenDeclarationBlocksAndADraftIsAtBestReview() throws {
    #expect(try report([], isBroken: true).status == .blocked)
    #expect(try report([], isDrafted: true).status == .review)
    #expect(try report([Self.finding(.fail, .error)], isDrafted: true).status == .blocked)
    #expect(try report([]).status == .ready)
  }

  @Test func waivedRulesAreCounted() throws {
    let both = [
      Self.finding(.fail, .error, isWaived: true), Self.finding(.fail, .error),
    ]
    #expect(VerdictCounts(try report(both)).waived == 0)
    let one = try report([Self.finding(.fail, .error, isWaived: true)])
    #expect(VerdictCounts(one).waived == 1)
    #expect(VerdictCounts(one)[.fail] == 1)
    #expect(VerdictCounts(try report([], known: one.judgement.findings)).waived == 1)
  }
}
