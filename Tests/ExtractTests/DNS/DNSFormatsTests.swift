import Foundation
import Model
import Testing

/// One zone in every form of evidence says the same.
@Suite struct DNSFormatsTests {
  @Test(arguments: DNSSpecimens.all)
  func oneZoneSaysTheSameInEveryForm(name: String, text: String) {
    let facts = DNSSpecimens.facts(DNSSpecimens.read(text))
    #expect(facts["dns.domain"] == .string("xinghe-demo.com.cn"))
    #expect(
      facts["dns.mx"] == .list([.string("mxbiz1.qq.com"), .string("mxbiz2.qq.com")]))
    #expect(facts["dns.spf"] == .string("v=spf1 include:spf.mail.qq.com -all"))
    #expect(
      facts["dns.dmarc"]
        == .string("v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn"))
  }

  @Test(arguments: DNSSpecimens.all.filter { !$0.name.contains("JSON") && $0.name != "bare zone" })
  func theDayIsRead(name: String, text: String) {
    guard name != "DNSPod CSV" else { return }
    #expect(
      DNSSpecimens.facts(DNSSpecimens.read(text))["dns.captured_on"]
        == CalendarDate(iso: "2026-11-20").map(Value.date))
  }

  @Test(arguments: DNSSpecimens.all)
  func everyFactNamesFileAndLine(name: String, text: String) {
    let extraction = DNSSpecimens.read(text)
    for fact in extraction.documents.flatMap(\.facts) where fact.key != "dns.captured_on" {
      #expect(fact.evidence.allSatisfy { $0.file == "解析 记录.txt" && $0.position != nil }, "\(fact)")
    }
  }

  @Test func consolesOfWindowsWriteGBKAndUTF16() {
    let text = DNSSpecimens.chineseNslookup
    // GB 18030 among Foundation's encodings, which has no name of its own there.
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let wanted = DNSSpecimens.facts(DNSSpecimens.read(text))
    for bytes in [
      text.data(using: encoding), text.data(using: .utf16),
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        .data(using: .utf8),
    ] {
      let data = bytes.map { [UInt8]($0) }
      #expect(data.map { DNSSpecimens.facts(DNSSpecimens.read($0)) } == wanted)
    }
  }
}
