import Foundation
import MailDNS
import Model
import Testing

@testable import Pipeline

@Suite struct LiveLookupTests {
  static let day = CalendarDate(year: 2026, month: 11, day: 22)

  static func lookup(_ server: LoopbackServer) throws -> LiveLookup {
    LiveLookup(
      program: try BuiltProgram.path,
      settings: LookupSettings(
        servers: server.address, timeoutMilliseconds: 300, tries: 1, seconds: 4))
  }

  static func extraction(_ lookup: LiveLookup, _ domain: String = "e.test") throws -> Extraction {
    lookup.extraction(
      of: try DomainName(domain), selectors: ["s1"], providers: .none,
      asOf: try #require(day))
  }

  static func values(_ facts: [Fact]) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: facts.map { ($0.key, $0.value) })
  }

  static let key =
    "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMDqex4mUgET/hej4l7mBq3oQOVAMZmBF3d0kdFzMk+Sta+cxCXFGQteBZ"
    + "SYUZFISBBa5l7Kn2o4L9RYURKsch0CAwEAAQ=="

  /// Zones with one thing or another wrong; the first is in order.
  static let zones: [[String]] = [
    [
      "e.test MX 5 mx.e.test", "mx.e.test A 192.0.2.1", "e.test TXT \"v=spf1 mx -all\"",
      "_dmarc.e.test TXT \"v=DMARC1; p=reject; rua=mailto:d@e.test\"",
      "_mta-sts.e.test TXT \"v=STSv1; id=1\"",
      "_smtp._tls.e.test TXT \"v=TLSRPTv1; rua=mailto:t@e.test\"",
    ],
    ["e.test TXT \"v=spf1 -all\"", "e.test TXT \"v=spf1 ~all\"", "e.test MX 0 ."],
    ["e.test TXT \"v=spf1 include: a.test +all\"", "e.test MX 5 192.0.2.1"],
    [
      "e.test TXT \"v=spf1 include:a.test ~all\"", "a.test TXT \"v=spf1 include:b.test -all\"",
      "b.test TXT \"v=spf1 include:a.test -all\"",
    ],
    [
      "e.test TXT \"v=spf1 \" \"redirect=_spf.e.test\"", "_spf.e.test CNAME spf.p.test",
      "spf.p.test TXT \"v=spf1 a:no.test a:none.test exists:%{i}.x.test ?all\"",
    ],
    [
      "s1._domainkey.e.test CNAME s1.p.test", "s1.p.test TXT \"v=DKIM1; k=rsa; p=\(key)\"",
      "_dmarc.e.test TXT \"v=DMARC1; p=none; rua=mailto:d@other.test\"",
      "other.test TXT \"x\"",
    ],
    [
      "e.test MX 5 mail.e.test", "mail.e.test CNAME mx.p.test", "mx.p.test A 192.0.2.1",
      "_dmarc.test TXT \"v=DMARC1; p=reject; sp=quarantine; rua=mailto:d@test.test; psd=y\"",
      "e.test.e.test TXT \"v=spf1 -all\"",
    ],
  ]

  /// The same zone as evidence and from a name server: the same facts.
  @Test(.enabled(if: ZoneServer.isInstalled, "nsd is not installed"), arguments: zones.indices)
  func saysWhatTheZoneSays(_ index: Int) throws {
    var set = RecordSet()
    let origin = RecordOrigin(
      evidence: Evidence(file: "zone", method: .dns),
      captured: Instant(startOf: try #require(Self.day)))
    var lines: [String] = []
    for line in Self.zones[index] {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      let data = try RecordData(
        RecordType(name: words[1]), try #require(RecordField.all(of: words[2])))
      set.add(DNSRecord(owner: try DomainName(words[0]), data: data, origin: origin))
      let isName = ["MX", "CNAME"].contains(words[1]) && !words[2].hasSuffix(".")
      lines.append("\(words[0]). IN \(words[1]) \(words[2])\(isName ? "." : "")")
    }
    set.add(completeZone: .root, origin: origin)
    let study = MailDomainStudy(
      of: try DomainName("e.test"), in: set, selectors: ["s1"], providers: .none)
    let server = try ZoneServer(lines)
    let found = try Self.extraction(Self.lookup(server))
    #expect(found.notices == [])
    var expected = Self.values(study.facts)
    // Live answers never show what was not asked for: a list of all selectors, records at wrong names.
    let live = Self.values(try #require(found.documents.first).facts)
    if expected["dns.dkim_selectors"] == .list([]) {
      expected["dns.dkim_selectors"] = nil
      expected["dns.dkim_types"] = nil
    }
    if case .list(let defects) = expected["dns.defects"] {
      expected["dns.defects"] = .list(defects.filter { !$0.text.hasPrefix("doubled_name") })
    }
    #expect(live == expected)
    #expect(found.documents[0].facts.allSatisfy { !$0.evidence.isEmpty })
    #expect(found.documents[0].facts.flatMap(\.evidence).allSatisfy { $0.method == .dns })
  }

  private static func withoutSelector(
    _ lookup: LiveLookup, _ domain: String = "e.test"
  ) throws -> Extraction {
    let providers = try #require(
      MailProviders.read(
        [
          ["provider", "kind", "value", "note", "source", "basis"],
          ["usual", "dkim_selector", "default", "", "test", "convention"],
          ["usual", "dkim_selector", "s1", "", "test", "convention"],
        ].enumerated().map { ($0.offset + 1, $0.element) }, file: "p.csv"
      ).providers)
    return lookup.extraction(
      of: try DomainName(domain), selectors: [], providers: providers, asOf: try #require(day))
  }

  /// DNS does not list selectors: the usual ones are tried, and what is not found is not known to be absent.
  @Test(
    .enabled(if: ZoneServer.isInstalled, "nsd is not installed"),
    arguments: [
      (["s1._domainkey.e.test. IN TXT \"v=DKIM1; k=rsa; p=\(key)\""], true),
      (
        [
          "s1._domainkey.e.test. IN CNAME s1.p.test.",
          "s1.p.test. IN TXT \"v=DKIM1; k=rsa; p=\(key)\"",
        ], true
      ),
      (["s2._domainkey.e.test. IN TXT \"v=DKIM1; k=rsa; p=\(key)\""], false),
      (["*.e.test. IN TXT \"v=spf1 -all\""], false),
      (["*._domainkey.e.test. IN TXT \"v=DKIM1; p=\""], false),
    ])
  func triesTheUsualSelectors(_ records: [String], _ isFound: Bool) throws {
    let server = try ZoneServer(["e.test. IN TXT \"v=spf1 -all\""] + records)
    let found = try Self.withoutSelector(Self.lookup(server))
    let facts = Self.values(found.documents.flatMap(\.facts))
    #expect(facts["dns.dkim_selectors"] == (isFound ? .list([.string("s1")]) : nil))
    #expect((facts["dns.dkim_bits"] != nil) == isFound)
    #expect(found.notices.map(\.code) == (isFound ? [] : [.liveSelectorsUnknown]))
    if case .list(let defects)? = facts["dns.defects"] {
      #expect(!defects.contains { $0.text.hasPrefix("dkim_missing") })
    }
  }

  /// A selector that somebody named is no guess: its absence is a finding.
  @Test(.enabled(if: ZoneServer.isInstalled, "nsd is not installed"))
  func guessesNothingBesideNamedSelectors() throws {
    let server = try ZoneServer(["default._domainkey.e.test. IN TXT \"v=DKIM1; p=\(Self.key)\""])
    let facts = Self.values(
      try Self.extraction(Self.lookup(server)).documents.flatMap(\.facts))
    #expect(facts["dns.dkim_selectors"] == nil)
    #expect("\(facts["dns.defects"] as Any)".contains("dkim_missing: s1"))
  }

  @Test func saysHowManyQuestionsWereNotAsked() throws {
    let server = try Misbehaving("wide")
    let found = try Self.extraction(Self.lookup(server))
    let notice = try #require(found.notices.first { $0.code == .liveQuestionsCut })
    #expect(notice.details["limit"] == "160")
    #expect(Int(notice.details["open"] ?? "").map { $0 > 0 } == true)
    #expect(server.questions.count <= 170)
  }

  /// Nobody waits for a silent server once the run is to end.
  @Test func stopsWhenToldTo() throws {
    let server = try Misbehaving("silent")
    let asked = Date()
    let lookup = LiveLookup(
      program: try BuiltProgram.path,
      settings: LookupSettings(
        servers: server.address, timeoutMilliseconds: 60_000, tries: 1, seconds: 600),
      shouldStop: { Date().timeIntervalSince(asked) > 1 })
    #expect(try Self.extraction(lookup).documents == [])
    // What was under way is given up, and nothing new is asked.
    let count = server.questions.count
    #expect(try Self.extraction(lookup, "f.test").documents == [])
    #expect(server.questions.count == count)
  }

  @Test(.enabled(if: ZoneServer.isInstalled, "nsd is not installed"))
  func livesOnWhenTheServerStops() throws {
    let server = try ZoneServer(["e.test. IN TXT \"v=spf1 -all\""])
    let lookup = try Self.lookup(server)
    #expect(try Self.extraction(lookup).documents.count == 1)
    server.stop()
    // What was asked is kept for the batch; what was not is unknown, and said to be.
    #expect(try Self.extraction(lookup).documents.count == 1)
    let other = try Self.extraction(lookup, "f.test")
    #expect(other.documents == [])
    #expect(other.notices.contains { $0.code == .liveLookupFailed })
  }

  @Test(arguments: [
    "silent", "slow", "failing", "refusing", "ring", "cut", "no-tcp", "huge", "garbage", "pointers",
    "other-question", "forged",
  ])
  func believesNothingOfIt(_ mode: String) throws {
    let server = try Misbehaving(mode)
    let found = try Self.extraction(Self.lookup(server))
    #expect(found.documents == [], "\(mode)")
    #expect(found.notices.contains { $0.code == .liveLookupFailed }, "\(mode)")
    #expect(!server.questions.isEmpty)
  }

  @Test func takesNobodysWordForAnother() throws {
    let server = try Misbehaving("stranger")
    let facts = Self.values(try Self.extraction(Self.lookup(server)).documents.flatMap(\.facts))
    #expect(facts["dns.spf"] == .null)
  }

  @Test(arguments: ["chain", "includes"])
  func endsWhereRecordsDoNot(_ mode: String) throws {
    let server = try Misbehaving(mode)
    let found = try Self.extraction(Self.lookup(server))
    #expect(server.questions.count <= 170)
    let facts = Self.values(found.documents.flatMap(\.facts))
    if mode == "includes" {
      #expect(facts["dns.spf_result"] == .string("permerror"))
    } else {
      #expect(facts["dns.spf"] == nil)
    }
  }
}
