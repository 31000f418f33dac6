import MailDNS
import Testing

@Suite struct RecordDataTests {
  @Test(arguments: [
    ("A", "192.0.2.1", "192.0.2.1"), ("AAAA", "2001:db8::1", "2001:db8::1"),
    ("MX", "5 mxbiz1.qq.com.", "5 mxbiz1.qq.com"), ("MX", "0 .", "0 ."),
    ("TXT", "\"v=spf1 \" \"-all\"", "\"v=spf1 \" \"-all\""),
    ("TXT", "plain ; comment", "\"plain\""),
    ("TXT", #""a\"b\\c\100""#, #""a\"b\\cd""#), ("CNAME", "www", "www.example.com"),
    (
      "SOA", "ns1 admin (2026112201 7200 900 1209600 300)",
      "ns1.example.com admin.example.com 2026112201"
    ),
    ("SRV", "0 5 465 smtp", "0 5 465 smtp.example.com"),
    ("CAA", "0 ISSUE \"letsencrypt.org\"", "0 issue \"letsencrypt.org\""),
    ("TLSA", "3 1 1 AB CD", "3 1 1 abcd"), ("SPF", "\"v=spf1 -all\"", "\"v=spf1 -all\""),
  ])
  func reads(_ type: String, _ text: String, _ expected: String) throws {
    let fields = try #require(RecordField.all(of: text))
    let data = try RecordData(
      RecordType(name: type), fields, origin: DomainName("example.com"))
    #expect(data.text == expected)
    #expect(data.type.name == type)
  }

  @Test(arguments: [
    ("A", "1.2.3"), ("A", "1.2.3.4 5"), ("MX", "mx.example.com"), ("MX", "70000 mx"),
    ("MX", "5 a..b"), ("TXT", ""), ("CNAME", ""), ("SRV", "0 5 smtp"), ("CAA", "900 issue x"),
    ("AAAA", "1.2.3.4"), ("TXT", #""a\999""#),
  ])
  func refuses(_ type: String, _ text: String) throws {
    let fields = try #require(RecordField.all(of: text))
    #expect(throws: RecordDataFault.self) { try RecordData(RecordType(name: type), fields) }
  }

  @Test func doesNotCloseQuotesByItself() {
    #expect(RecordField.all(of: "\"v=spf1") == nil)
    #expect(RecordField.all(of: "“v=spf1 -all”")?.count == 2)
  }
}
