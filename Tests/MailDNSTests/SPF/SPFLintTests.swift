import MailDNS
import Model
import Testing

@Suite struct SPFLintTests {
  @Test(arguments: [
    ("v=spf1 include:spf.mail.qq.com ~all", []),
    ("v=spf1 a mx ip4:192.0.2.0/24 ip6:2001:db8::/32 -all", []),
    ("v=spf1 include: spf.mail.qq.com ~all", ["spf_space_in_term: include:"]),
    ("v=spf1 include spf.mail.qq.com ~all", ["spf_space_in_term: include"]),
    (
      "v=spf1 include:_spf.qq.com ~all",
      ["spf_wrong_include: include:_spf.qq.com -> include:spf.mail.qq.com"]
    ),
    ("v=spf1 +all", ["spf_pass_all: +all"]), ("v=spf1 all", ["spf_pass_all: all"]),
    ("v=spf1 ?all", ["spf_neutral_all: ?all"]), ("v=spf1 ip4:192.0.2.1", ["spf_no_all"]),
    ("v=spf1 -all ip4:192.0.2.1 a", ["spf_after_all: ip4:192.0.2.1", "spf_after_all: a"]),
    ("v=spf1 -all redirect=spf.mail.qq.com", ["spf_redirect_ignored: redirect=spf.mail.qq.com"]),
    ("v=spf1 ptr ~all", ["spf_ptr: ptr"]),
    ("v=spf1 a:192.0.2.1 -all", ["spf_address_for_name: a:192.0.2.1"]),
    ("v=spf1 ip4:192.0.2.0/33 -all", ["spf_bad_prefix: ip4:192.0.2.0/33"]),
    ("v=spf1 ip4:10.0.0.0/8 -all", ["spf_wide_range: ip4:10.0.0.0/8"]),
    ("v=spf1 ipv4:192.0.2.1 -all", ["spf_unknown_term: ipv4:192.0.2.1"]),
    ("v=spf1 include=spf.mail.qq.com -all", ["spf_unknown_modifier: include=spf.mail.qq.com"]),
    ("v=spf1 mx v=spf1 -all", ["spf_merged_records: v=spf1"]),
    ("v=spf1 mx; -all", ["spf_separator: mx;"]),
    ("v=spf1 exists:%{x}.e.com -all", ["spf_bad_macro: exists:%{x}.e.com"]),
    (
      "v=spf1 include：spf.mail.qq.com -all",
      ["spf_full_width: ：", "spf_full_width: include：spf.mail.qq.com"]
    ),
    ("v=spf1 mx -all”", ["spf_quoted: ”", "spf_full_width: -all”", "spf_no_all"]),
    ("v＝spf1 include:spf.mail.qq.com ~all", ["spf_full_width: ＝", "spf_version: v＝spf1"]),
    (" v=spf1 -all", ["spf_version"]),
    ("v=spf1include:spf.mail.qq.com -all", ["spf_version: v=spf1include:spf.mail.qq.com"]),
    ("“v=spf1 -all”", ["spf_quoted: “", "spf_version: “v=spf1"]),
    ("v=spf2 -all", ["spf_version: v=spf2"]), ("spf1 -all", ["spf_version: spf1"]),
  ])
  func namesTheUsualMistakes(_ spf: String, _ expected: [String]) throws {
    let survey = try SPFSurveyTests.survey(spf)
    let found = survey.defects.filter { $0.kind != .spfIncludeFaulty && $0.kind != .spfNotExpanded }
    #expect(found.map(\.text) == expected)
  }

  @Test func pointsIntoTheRecord() throws {
    let survey = try SPFSurveyTests.survey("v=spf1 mx  ptr -all")
    #expect(survey.defects.map(\.offset) == [11])
    #expect(survey.defects[0].origin?.evidence.file == "zone.txt")
  }

  @Test func seesTwoRecordsAndLongStrings() throws {
    let two = try SPFSurveyTests.survey("v=spf1 -all", ["e.com TXT \"v=spf1 ~all\""])
    #expect(two.result == .permerror)
    #expect(two.defects.map(\.text) == ["spf_several_records: 2"])
    let long = "v=spf1 " + String(repeating: "ip4:192.0.2.1 ", count: 20) + "-all"
    #expect(try SPFSurveyTests.survey(long).defects.map(\.kind) == [.spfStringTooLong])
  }

  @Test(arguments: MailDefect.Kind.allCases)
  func saysWhatToDo(_ kind: MailDefect.Kind) {
    #expect(kind.advice.chinese.hasSuffix("。"))
    #expect(kind.advice.english.hasSuffix(".") && !kind.advice.english.contains("。"))
    #expect(kind == .doubledName || kind.advice != MailDefect.Kind.doubledName.advice)
  }
}
