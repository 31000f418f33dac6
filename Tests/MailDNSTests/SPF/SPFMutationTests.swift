import MailDNS
import Testing

/// Changed records end in a result, whatever they are, and twice in the same.
@Suite struct SPFMutationTests {
  static let records = [
    "v=spf1 include:spf.mail.qq.com ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all",
    "v=spf1 a:mail.%{d}/24//64 mx/30 exists:%{ir}.%{l1r+-}._spf.%{d2} redirect=_spf.e.com",
    "v=spf1 -ptr:e.com ?exists:%%%_%-x.e.com exp=explain.e.com moo=cow -all",
  ]

  static func mutated(_ text: String, _ random: inout Seeded) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let index = Int.random(in: 0..<max(1, bytes.count), using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0 where !bytes.isEmpty: bytes.remove(at: index)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: min(index, bytes.count))
      case 2 where !bytes.isEmpty:
        bytes[index] = Array(" %{}:/=.-_~;\"\\0".utf8).randomElement(using: &random) ?? 0
      case 3 where !bytes.isEmpty: bytes.removeSubrange(index...)
      default: bytes += bytes[min(index, bytes.count)...]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func endsInAResult() throws {
    var random = Seeded(state: 11)
    let domain = try DomainName("e.com")
    for round in 0..<3_000 {
      let text = Self.mutated(Self.records[round % 3], &random)
      var set = RecordSet()
      set.add(DNSRecord(owner: domain, data: .txt([text]), origin: TestZone.origin))
      set.add(completeZone: .root, origin: TestZone.origin)
      let address = try #require(IPAddress(round % 2 == 0 ? "192.0.2.1" : "2001:db8::1"))
      let mail = SPFMail(address: address, sender: "a-b+\\c@e.com", hello: "x.e.com")
      #expect(SPFCheck.verdict(of: mail, set).result != nil)
      let survey = SPFSurvey(of: domain, set, providers: SPFSurveyTests.providers)
      // A redirect may depend on the mail.
      #expect(survey.result != nil || survey.record?.redirect?.text.contains("%") == true)
      if let record = survey.record {
        // The terms, put back together, are the record.
        #expect(SPFRecord(record.text)?.terms == record.terms)
        #expect(record.terms.allSatisfy { record.text.contains($0.text) })
      }
    }
  }
}
