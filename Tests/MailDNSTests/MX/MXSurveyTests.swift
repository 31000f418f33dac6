import MailDNS
import Model
import Testing

@Suite struct MXSurveyTests {
  static func study(_ lines: String...) throws -> MailDomainStudy {
    var zone = try TestZone()
    for line in lines { try zone.add(line) }
    zone.set.add(completeZone: try DomainName("e.com"), origin: TestZone.origin)
    return MailDomainStudy(
      of: try DomainName("e.com"), in: zone.set, providers: SPFSurveyTests.providers)
  }

  @Test(arguments: [
    (["e.com MX 5 mxbiz1.qq.com"], []), (["e.com MX 0 ."], ["mx_null: 0 ."]),
    (["e.com MX 0 .", "e.com MX 5 mxbiz1.qq.com"], ["mx_null_mixed: 0 ."]),
    (["e.com MX 5 192.0.2.1"], ["mx_address: 192.0.2.1"]),
    (["e.com MX 5 https://mail.e.com"], ["mx_url: https://mail.e.com"]),
    (["e.com MX 5 mail_1.other.net"], ["mx_not_a_host: mail_1.other.net"]),
    (["e.com MX 5 mail.e.com", "mail.e.com CNAME x.net"], ["mx_alias: mail.e.com"]),
    (["e.com MX 5 mail.e.com"], ["mx_without_address: mail.e.com"]),
    (["e.com MX 5 mail.e.com", "mail.e.com A 192.0.2.1"], []), ([], ["mx_missing: e.com"]),
    (
      ["e.com MX 5 mxbiz1.qq.com", "e.com MX 9 e-com.mail.protection.outlook.com"],
      ["mx_several_providers: microsoft_365, tencent_exmail"]
    ),
  ])
  func namesMistakes(_ lines: [String], _ defects: [String]) throws {
    var zone = try TestZone()
    for line in lines { try zone.add(line) }
    zone.set.add(completeZone: try DomainName("e.com"), origin: TestZone.origin)
    let survey = MXSurvey(
      of: try DomainName("e.com"), zone.set, providers: SPFSurveyTests.providers)
    #expect(survey.defects.map(\.text) == defects)
  }

  @Test func comparesProviderWithSPF() throws {
    let unlike = try Self.study(
      "e.com MX 5 x.mail.protection.outlook.com",
      "e.com TXT \"v=spf1 include:spf.mail.qq.com -all\"")
    #expect(unlike.defects.map(\.kind).contains(.mxUnlikeSPF))
    let same = try Self.study(
      "e.com MX 5 mxbiz1.qq.com", "e.com TXT \"v=spf1 include:spf.mail.qq.com -all\"")
    #expect(!same.defects.map(\.kind).contains(.mxUnlikeSPF))
    let others = try Self.study(
      "e.com MX 5 mxbiz1.qq.com", "e.com TXT \"v=spf1 include:own.e.com -all\"")
    #expect(!others.defects.map(\.kind).contains(.mxUnlikeSPF))
  }

  @Test(arguments: [
    ("_mta-sts.e.com TXT \"v=STSv1; id=20260101;\"", []),
    ("_mta-sts.e.com TXT \"v=STSv1; id=2026-01\"", ["mta_sts_syntax: id"]),
    ("_smtp._tls.e.com TXT \"v=TLSRPTv1; rua=mailto:t@e.com\"", []),
    ("_smtp._tls.e.com TXT \"v=TLSRPTv1; rua=t@e.com\"", ["tls_rpt_syntax: rua"]),
  ])
  func readsTransportPolicies(_ line: String, _ defects: [String]) throws {
    let zone = try TestZone(line)
    let policy = TransportPolicy(of: try DomainName("e.com"), zone.set)
    #expect(policy.defects.map(\.text) == defects)
  }
}
