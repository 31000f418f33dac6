import Model
import Testing

@testable import MailDNS

@Suite struct NameStatementsTests {
  private static func set(_ capture: DNSCapture) -> RecordSet {
    RecordSet(capture.evidence(pages: [0]).statements)
  }

  @Test func everythingComesBack() throws {
    let lines = [
      "e.com MX 0 .", "e.com TXT \"v=spf1 \" \"include:a\\\"b.com -all\"", "www.e.com A 192.0.2.1",
      "mx.e.com AAAA 2001:db8::1", "s._domainkey.e.com CNAME s.p.com", "e.com SPF \"v=spf1 -all\"",
      "a\\.b.e.com TXT \"x\"",
    ]
    var capture = DNSCapture(.zone)
    for line in lines { _ = capture.add(try TestZone(line).set.records[0]) }
    let failed = DNSQuestion(try DomainName("broken.e.com"), .txt)
    capture.set.add(failure: .malformed, of: failed)
    let missing = DNSQuestion(try DomainName("none.e.com"), .mx)
    capture.set.add(absence: .noName, of: missing, origin: TestZone.origin)
    let empty = DNSQuestion(try DomainName("www.e.com"), .mx)
    capture.set.add(absence: .noData, of: empty, origin: TestZone.origin)
    let back = Self.set(capture)
    #expect(back.records == capture.set.records)
    for question in [failed, missing, empty, DNSQuestion(try DomainName("e.com"), .a)] {
      #expect(back.answer(question) == capture.set.answer(question), "\(question)")
    }
    capture.set.add(completeZone: try DomainName("e.com"), origin: TestZone.origin)
    #expect(Self.set(capture).isWhole(at: try DomainName("x.e.com")))
  }

  @Test func aLargeZoneIsHandedOnInPart() throws {
    var capture = DNSCapture(.zone)
    for index in 0..<3_000 {
      _ = capture.add(try TestZone("h\(index).e.com A 192.0.2.1").set.records[0])
    }
    _ = capture.add(try TestZone("e.com TXT \"v=spf1 -all\"").set.records[0])
    capture.set.add(completeZone: try DomainName("e.com"), origin: TestZone.origin)
    let evidence = capture.evidence(pages: [0])
    #expect(!evidence.isWhole)
    let set = RecordSet(evidence.statements)
    #expect(set.records.map(\.type) == [.txt])
    // What is not handed on is not known to be absent.
    #expect(set.answer(DNSQuestion(try DomainName("h1.e.com"), .a)) == .notSupplied)
  }

  @Test func aFilesOwnWordStands() throws {
    let own = try TestZone("e.com TXT \"v=spf1 -all\"").set
    let other = try TestZone("e.com TXT \"v=spf1 +all\"", "e.com MX 5 mx.e.com").set
    let combined = CombinedRecords(own, others: [other]).set
    #expect(
      combined.records(at: try DomainName("e.com")).compactMap(\.data.joinedText) == ["v=spf1 -all"]
    )
    #expect(combined.answer(DNSQuestion(try DomainName("e.com"), .mx)).records.count == 1)
  }
}
