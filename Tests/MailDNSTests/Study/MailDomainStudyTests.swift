import MailDNS
import Model
import Testing

@Suite struct MailDomainStudyTests {
  static func facts(_ zone: TestZone, _ domain: String = "e.com") throws -> [String: Value] {
    let study = MailDomainStudy(
      of: try DomainName(domain), in: zone.set, providers: SPFSurveyTests.providers)
    let facts = study.facts
    #expect(facts.allSatisfy { !$0.evidence.isEmpty })
    let declared = Set(MailDomainFacts.declarations.map(\.key))
    #expect(facts.allSatisfy { declared.contains($0.key) })
    return Dictionary(uniqueKeysWithValues: facts.map { ($0.key, $0.value) })
  }

  @Test func tellsAllOfAWholeZone() throws {
    var zone = try TestZone(
      "e.com MX 10 mxbiz1.qq.com", "e.com TXT \"v=spf1 include:spf.mail.qq.com ~all\"",
      "s1._domainkey.e.com TXT \"v=DKIM1; k=rsa; p=\(TestKeys.rsa2048)\"",
      "_dmarc.e.com TXT \"v=DMARC1; p=quarantine; rua=mailto:d@e.com\"")
    zone.set.add(completeZone: try DomainName("e.com"), origin: TestZone.origin)
    let facts = try Self.facts(zone)
    #expect(facts["dns.domain"] == .string("e.com"))
    #expect(facts["dns.mx"] == .list([.string("mxbiz1.qq.com")]))
    #expect(facts["dns.mx_providers"] == .list([.string("tencent_exmail")]))
    #expect(facts["dns.spf_result"] == .string("softfail"))
    #expect(facts["dns.spf_all"] == .string("~all"))
    #expect(facts["dns.spf_lookups"] == .int(8))
    #expect(facts["dns.spf_includes"] == .list([.string("spf.mail.qq.com")]))
    #expect(facts["dns.dkim_selectors"] == .list([.string("s1")]))
    #expect(facts["dns.dkim_usable"] == .list([.string("s1")]))
    #expect(facts["dns.dkim_bits"] == .int(2048))
    #expect(facts["dns.dmarc_policy"] == .string("quarantine"))
    #expect(facts["dns.mta_sts"] == .null)
    #expect(facts["dns.defects"] == .list([]))
  }

  @Test func knowsNullFromUnknown() throws {
    var zone = try TestZone("e.com A 192.0.2.1")
    #expect(try Self.facts(zone) == [:])
    zone.set.add(completeZone: try DomainName("e.com"), origin: TestZone.origin)
    let facts = try Self.facts(zone)
    #expect(facts["dns.spf"] == .null)
    #expect(facts["dns.spf_result"] == .string("none"))
    #expect(facts["dns.dmarc"] == .null)
    #expect(facts["dns.mx"] == .list([]))
    #expect(facts["dns.dkim_selectors"] == .list([]))
    #expect(facts["dns.spf_lookups"] == nil)
  }

  @Test func findsRecordsAtWrongNames() throws {
    let zone = try TestZone(
      "e.com TXT \"v=DMARC1; p=none\"", "_dmarc.e.com.e.com TXT \"v=DMARC1; p=none\"",
      "www.e.com TXT \"v=spf1 -all\"", "e.com SPF \"v=spf1 -all\"")
    let study = MailDomainStudy(of: try DomainName("e.com"), in: zone.set, providers: .none)
    #expect(
      study.defects.map(\.text) == [
        "spf_missing: e.com", "spf_on_www: www.e.com", "dmarc_wrong_name: e.com",
        "spf_type_99: e.com", "doubled_name: _dmarc.e.com.e.com",
      ])
  }

  @Test func isAsOldAsItsOldestRecord() throws {
    var zone = try TestZone()
    for (day, type) in [(20, "MX 5 mxbiz1.qq.com"), (10, "TXT \"v=spf1 -all\"")] {
      let words = type.split(separator: " ", maxSplits: 1).map(String.init)
      let date = try #require(CalendarDate(year: 2026, month: 11, day: day))
      zone.set.add(
        DNSRecord(
          owner: try DomainName("e.com"),
          data: try RecordData(
            RecordType(name: words[0]), try #require(RecordField.all(of: words[1]))),
          origin: RecordOrigin(
            evidence: Evidence(file: "dig.txt", method: .dns), captured: Instant(startOf: date),
            confidence: day == 10 ? 0.7 : 1)))
    }
    let study = MailDomainStudy(of: try DomainName("e.com"), in: zone.set, providers: .none)
    let facts = study.facts
    #expect(facts.first { $0.key == "dns.captured_on" }?.value.text == "2026-11-10")
    #expect(facts.first { $0.key == "dns.spf" }?.confidence == 0.7)
    #expect(facts.first { $0.key == "dns.mx" }?.confidence == 1)
  }

  @Test func isNotFloodedByHostileRecords() throws {
    let domain = try DomainName("e.com")
    var set = RecordSet()
    let tags = (0..<20_000).map { "t\($0)=x" }.joined(separator: ";")
    for (owner, text) in [
      ("e.com", "v=spf1 " + String(repeating: "moo ", count: 100_000)),
      ("_dmarc.e.com", "v=DMARC1;" + tags), ("s._domainkey.e.com", "v=DKIM1;" + tags),
    ] {
      set.add(
        DNSRecord(owner: try DomainName(owner), data: .txt([text]), origin: TestZone.origin))
    }
    let study = MailDomainStudy(of: domain, in: set, providers: .none)
    #expect(study.spf.result == .permerror)
    #expect(study.defects.count <= 200)
  }

  /// Beside an alias nothing may stand (RFC 1034 3.6.2), wherever it is.
  @Test(arguments: [
    ("_dmarc.e.com", "TXT \"v=DMARC1; p=reject\"", "TXT"), ("e.com", "MX 10 mxbiz1.qq.com", "MX"),
    ("s1._domainkey.e.com", "TXT \"v=DKIM1; p=\(TestKeys.rsa2048)\"", "TXT"),
    ("mail.e.com", "A 192.0.2.1", "A"),
  ])
  func tellsWhatStandsBesideAnAlias(owner: String, data: String, type: String) throws {
    let zone = try TestZone(
      "e.com TXT \"v=spf1 ~all\"", "\(owner) \(data)", "\(owner) CNAME other.example.net")
    let study = MailDomainStudy(
      of: try DomainName("e.com"), in: zone.set, providers: SPFSurveyTests.providers)
    let found = study.defects.filter { $0.kind == .aliasBeside }
    let others = owner == "e.com" ? "MX, TXT" : type
    #expect(found.map(\.subject) == ["\(owner) CNAME + \(others)"])
  }

  @Test func aliasesAloneAreNoConflict() throws {
    let zone = try TestZone(
      "e.com TXT \"v=spf1 ~all\"", "s1._domainkey.e.com CNAME s1.provider.example.net",
      "s1.provider.example.net TXT \"v=DKIM1; p=\(TestKeys.rsa2048)\"")
    let study = MailDomainStudy(
      of: try DomainName("e.com"), in: zone.set, providers: SPFSurveyTests.providers)
    #expect(!study.defects.contains { $0.kind == .aliasBeside || $0.kind == .dkimUntagged })
    #expect(study.dkim.keys.map(\.selector) == ["s1"])
  }

  /// One record is wanted at a selector (RFC 6376 3.6.2.2), with tags or without.
  @Test(arguments: [
    ("\"ymUk9kq9Rzzww1CI4EojYKPNSsWH\"", MailDefectKind.dkimUntagged),
    ("\"google-site-verification=abc\"", .dkimUntagged),
    ("\"v=DKIM1; p=\"", .dkimSeveral),
  ])
  func tellsASecondRecordAtASelector(second: String, kind: MailDefectKind) throws {
    let zone = try TestZone(
      "e.com TXT \"v=spf1 ~all\"", "s1._domainkey.e.com TXT \(second)",
      "s1._domainkey.e.com TXT \"v=DKIM1; k=rsa; p=\(TestKeys.rsa2048)\"")
    let study = MailDomainStudy(
      of: try DomainName("e.com"), in: zone.set, providers: SPFSurveyTests.providers)
    #expect(study.defects.filter { $0.kind == kind }.count == 1)
  }
}
