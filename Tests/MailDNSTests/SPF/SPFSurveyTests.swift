import MailDNS
import Model
import Testing

@Suite struct SPFSurveyTests {
  static let providers: MailProviders = {
    let rows = [
      ["provider", "kind", "value", "note", "source", "basis"],
      ["tencent_exmail", "spf", "spf.mail.qq.com", "", "test", "vendor"],
      ["tencent_exmail", "mx", "mxbiz1.qq.com", "5", "test", "vendor"],
      ["tencent_exmail", "spf_lookups", "spf.mail.qq.com", "7", "test", "vendor"],
      ["tencent_exmail", "wrong_spf", "_spf.qq.com", "spf.mail.qq.com", "test", "vendor"],
      ["microsoft_365", "mx", "*.mail.protection.outlook.com", "", "test", "vendor"],
    ]
    let lines = rows.enumerated().map { (line: $0.offset + 1, cells: $0.element) }
    return MailProviders.read(lines, file: "mail-providers.csv").providers ?? .none
  }()

  static func survey(_ spf: String, _ others: [String] = []) throws -> SPFSurvey {
    var zone = try TestZone("e.com TXT \"\(spf)\"")
    for line in others { try zone.add(line) }
    return SPFSurvey(of: try DomainName("e.com"), zone.set, providers: providers)
  }

  @Test(arguments: [
    ("v=spf1 -all", SPFResult.fail), ("v=spf1 ip4:192.0.2.0/24 ~all", .softfail),
    ("v=spf1 ?all", .neutral), ("v=spf1 +all", .pass), ("v=spf1 ip4:192.0.2.1", .neutral),
    ("v=spf1 include: spf.mail.qq.com ~all", .permerror),
    ("v=spf1 include:spf.mail.qq.com ~all", .softfail), ("v=spf1 redirect=open.com", .pass),
    ("v=spf1 include:open.com -all", .pass), ("v=spf1 include:closed.com ~all", .softfail),
    ("v=spf1 include:loop.com -all", .permerror), ("v=spf1 include:empty.com -all", .permerror),
    ("v=spf1 include:broken.com -all", .permerror), ("v=spf1 include:%{d}.d.com -all", .fail),
  ])
  func tellsWhatAStrangerGets(_ spf: String, _ result: SPFResult) throws {
    let survey = try Self.survey(
      spf,
      [
        "open.com TXT \"v=spf1 all\"", "closed.com TXT \"v=spf1 -all\"",
        "loop.com TXT \"v=spf1 include:loop.com -all\"", "empty.com TXT \"hello\"",
        "broken.com TXT \"v=spf1 moo -all\"", "e.com.d.com TXT \"v=spf1 ip4:192.0.2.1 -all\"",
      ])
    #expect(survey.result == result)
    #expect(survey.isExpanded)
  }

  @Test func doesNotGuessWhatWasNotSupplied() throws {
    let survey = try Self.survey("v=spf1 include:other.com mx -all")
    #expect(survey.result == nil)
    #expect(survey.lookups == 2)
    #expect(survey.unexpanded.map(\.text) == ["other.com"])
    #expect(survey.questions.map(\.text) == ["TXT other.com", "MX e.com"])
    #expect(survey.defects.map(\.text) == ["spf_not_expanded: other.com"])
    let unasked = SPFSurvey(of: try DomainName("no.com"), RecordSet(), providers: .none)
    #expect(unasked.result == nil && unasked.defects.isEmpty)
    #expect(unasked.questions.map(\.text) == ["TXT no.com"])
  }

  @Test func countsLookupsThroughIncludes() throws {
    let survey = try Self.survey(
      "v=spf1 include:spf.mail.qq.com a mx include:x.com -all",
      ["x.com TXT \"v=spf1 a mx -all\""])
    #expect(survey.lookups == 13)
    #expect(survey.includes == ["spf.mail.qq.com", "x.com"])
    #expect(survey.result == .permerror)
    #expect(survey.defects.map(\.text).contains("spf_too_many_lookups: 13 > 10"))
  }

  @Test func stopsCountingSomewhere() throws {
    // Each record includes the next twice: 2^40 terms if they were all walked.
    let lines = (0..<40).map {
      "x\($0).com TXT \"v=spf1 include:x\($0 + 1).com include:x\($0 + 1).com -all\""
    }
    let survey = try Self.survey(
      "v=spf1 include:x0.com -all", lines + ["x40.com TXT \"v=spf1 -all\""])
    #expect(survey.result == .permerror)
    #expect(survey.lookups > 10)
  }

  @Test func countsWhatFindsNothing() throws {
    var zone = try TestZone("e.com TXT \"v=spf1 a:x.e.com a:y.e.com mx:z.e.com -all\"")
    zone.set.add(completeZone: try DomainName("e.com"), origin: TestZone.origin)
    let survey = SPFSurvey(of: try DomainName("e.com"), zone.set, providers: .none)
    #expect(survey.voids == 3)
    #expect(survey.result == .permerror)
    #expect(
      survey.defects.map(\.text) == [
        "spf_void: a:x.e.com", "spf_void: a:y.e.com", "spf_void: mx:z.e.com",
        "spf_too_many_voids: 3 > 2",
      ])
  }

  @Test func saysThatThereIsNone() throws {
    var zone = try TestZone("e.com MX 5 mx.e.com")
    zone.set.add(completeZone: try DomainName("e.com"), origin: TestZone.origin)
    let survey = SPFSurvey(of: try DomainName("e.com"), zone.set, providers: .none)
    #expect(survey.result == SPFResult.none)
    #expect(survey.defects.map(\.text) == ["spf_missing: e.com"])
  }
}
