import MailDNS
import Model
import Testing

@Suite struct DMARCTests {
  static func survey(_ domain: String, _ lines: [String], whole: [String] = ["e.com.cn"]) throws
    -> DMARCSurvey
  {
    var zone = try TestZone()
    for line in lines { try zone.add(line) }
    for apex in whole {
      zone.set.add(completeZone: try DomainName(apex), origin: TestZone.origin)
    }
    return DMARCSurvey(of: try DomainName(domain), zone.set)
  }

  @Test(
    arguments: [
      ("v=DMARC1; p=reject; rua=mailto:d@e.com.cn", DMARCPolicy.reject, []),
      ("v=DMARC1;p=Quarantine;rua=mailto:d@mail.e.com.cn;", .quarantine, []),
      (
        "v=DMARC1; p=none; rua=mailto:d@e.com.cn", DMARCPolicy.none, ["dmarc_policy_none: p=none"]
      ),
      ("v=DMARC1; rua=mailto:d@e.com.cn", .none, ["dmarc_policy_missing", "dmarc_policy_none: p"]),
      ("v=DMARC1; p=reject", .reject, ["dmarc_no_reports"]),
      (
        "v=DMARC1; p=reject; pct=50; ri=3600; rua=mailto:d@e.com.cn!10m", .reject,
        ["dmarc_historic_tag: pct=50", "dmarc_historic_tag: ri=3600"]
      ),
      (
        "v=DMARC1; p=block; rua=mailto:d@e.com.cn", .none,
        ["dmarc_bad_value: p=block", "dmarc_policy_none: p=block"]
      ),
      (
        "v=DMARC1; p=reject; sp=none; np=reject; rua=mailto:d@e.com.cn", .reject,
        ["dmarc_subdomains_weaker: sp=none"]
      ),
      (
        "v=DMARC1; p=reject; t=y; adkim=x; fo=1:d; q=1; rua=d@e.com.cn", .reject,
        [
          "dmarc_bad_value: adkim=x", "dmarc_unknown_tag: q",
          "dmarc_report_address: rua=d@e.com.cn",
          "dmarc_testing",
        ]
      ),
      (
        "v=DMARC1; p=reject; p=none; broken; rua=mailto:d@e.com.cn", .reject,
        ["dmarc_syntax: broken", "dmarc_repeated_tag: p"]
      ),
    ] as [(String, DMARCPolicy, [String])])
  func readsRecords(_ text: String, _ policy: DMARCPolicy, _ defects: [String]) throws {
    let survey = try Self.survey("e.com.cn", ["_dmarc.e.com.cn TXT \"\(text)\""])
    #expect(survey.policy == policy)
    #expect(survey.defects.map(\.text) == defects)
    #expect(survey.areReportsAuthorized == true)
  }

  @Test(arguments: [
    (
      ["_dmarc.e.com.cn TXT \"v=dmarc1; p=reject\""],
      ["dmarc_version: v=dmarc1", "dmarc_missing: e.com.cn"]
    ),
    (
      ["_dmarc.e.com.cn TXT \"v=DKLM1; p=reject\""],
      ["dmarc_version: v=DKLM1", "dmarc_missing: e.com.cn"]
    ),
    (
      ["_dmarc.e.com.cn TXT \"p=reject; v=DMARC1\""],
      ["dmarc_version: p=reject", "dmarc_missing: e.com.cn"]
    ),
    (
      ["_dmarc.e.com.cn TXT \"v=DMARC1; p=none\"", "_dmarc.e.com.cn TXT \"v=DMARC1; p=reject\""],
      ["dmarc_several_records: e.com.cn: 2"]
    ),
    ([], ["dmarc_missing: e.com.cn"]),
  ])
  func knowsWhenThereIsNone(_ lines: [String], _ defects: [String]) throws {
    let survey = try Self.survey("e.com.cn", lines)
    #expect(survey.policy == nil && survey.isKnown)
    #expect(survey.defects.map(\.text) == defects)
  }

  @Test func climbsToTheOrganization() throws {
    let survey = try Self.survey(
      "a.mail.e.com.cn",
      ["_dmarc.e.com.cn TXT \"v=DMARC1; p=reject; sp=quarantine; rua=mailto:d@e.com.cn\""])
    #expect(survey.policyDomain?.text == "e.com.cn")
    #expect(survey.policy == .quarantine)
    #expect(survey.defects.map(\.text) == ["dmarc_subdomains_weaker: sp=quarantine"])
    let own = try Self.survey(
      "mail.e.com.cn",
      [
        "_dmarc.mail.e.com.cn TXT \"v=DMARC1; p=none; rua=mailto:d@e.com.cn\"",
        "_dmarc.e.com.cn TXT \"v=DMARC1; p=reject\"",
      ])
    #expect(own.policy == DMARCPolicy.none)
  }

  @Test func asksEightNamesAtMost() throws {
    let survey = try Self.survey("a.b.c.d.e.f.g.h.i.j.com", [], whole: [])
    #expect(!survey.isKnown)
    #expect(
      survey.questions.map(\.name.text) == [
        "_dmarc.a.b.c.d.e.f.g.h.i.j.com", "_dmarc.e.f.g.h.i.j.com", "_dmarc.f.g.h.i.j.com",
        "_dmarc.g.h.i.j.com", "_dmarc.h.i.j.com", "_dmarc.i.j.com", "_dmarc.j.com", "_dmarc.com",
      ])
  }

  @Test func doesNotKnowWhatWasNotSupplied() throws {
    let survey = try Self.survey("e.com.cn", [], whole: [])
    #expect(!survey.isKnown && survey.policy == nil && survey.defects.isEmpty)
  }

  /// The source checklist's own sample (rules/packs/wecom-mail-domain/checklist.yaml, row 22).
  @Test func wantsOthersToTakeReports() throws {
    let record = "_dmarc.e.com.cn TXT \"v=DMARC1; p=quarantine; rua=mailto:domain@dmarc.com\""
    let open = try Self.survey("e.com.cn", [record])
    #expect(open.areReportsAuthorized == nil && open.defects.isEmpty)
    #expect(open.questions.map(\.text) == ["TXT e.com.cn._report._dmarc.dmarc.com"])
    let refused = try Self.survey("e.com.cn", [record], whole: ["e.com.cn", "dmarc.com"])
    #expect(refused.areReportsAuthorized == false)
    #expect(refused.defects.map(\.text) == ["dmarc_report_unauthorized: domain@dmarc.com"])
    let taken = try Self.survey(
      "e.com.cn", [record, "*._report._dmarc.dmarc.com TXT \"v=DMARC1\""],
      whole: ["e.com.cn", "dmarc.com"])
    #expect(taken.areReportsAuthorized == true && taken.defects.isEmpty)
    #expect(taken.externalReports.map(\.text) == ["dmarc.com"])
  }

  @Test func survivesMutations() throws {
    var random = Seeded(state: 3)
    let record =
      "v=DMARC1; p=quarantine; sp=none; fo=1:d; rua=mailto:a@e.com!5m,mailto:b@f.org; pct=9"
    for _ in 0..<3_000 {
      let text = SPFMutationTests.mutated(record, &random)
      let parsed = DMARCRecord(text, origin: nil)
      #expect(parsed.reports.allSatisfy { $0.host.isHostName })
      #expect(parsed.defects.allSatisfy { ($0.offset ?? 0) <= text.unicodeScalars.count })
    }
  }
}
