import MailDNS
import Model
import Testing

/// Whose records a file has, where it holds several zones or does not say.
@Suite struct DNSZonesTests {
  private static func read(_ text: String, file: String) -> Extraction {
    DNSSpecimens.read(Array(text.utf8), file: file)
  }

  private static func domains(_ extraction: Extraction) -> [String] {
    extraction.documents.map { document in
      document.facts.first { $0.key == "dns.domain" }?.value.text ?? "-"
    }
  }

  private static let export = """
    主机记录,记录类型,记录值,MX优先级
    @,MX,mxbiz1.qq.com,5
    www,A,192.0.2.10,
    """

  @Test(arguments: [
    ("xinghe-demo.com.cn.csv", "xinghe-demo.com.cn"),
    ("导出/xinghe-demo.cn_解析记录.csv", "xinghe-demo.cn"),
    ("解析 记录（www.xinghe-demo.cn）2026.11.20.csv", "xinghe-demo.cn"),
  ])
  func theNameOfTheFileSaysIt(file: String, domain: String) {
    let extraction = Self.read(Self.export, file: file)
    #expect(Self.domains(extraction) == [domain])
    #expect(extraction.notices.map(\.code) == [.dnsDomainAssumed])
    #expect(extraction.notices.first?.message.english.contains(domain) == true)
  }

  @Test(arguments: ["dns.records.csv", "解析.csv", "a-demo.cn b-demo.cn.csv", "v1.2.csv"])
  func otherNamesOfFilesSayNothing(file: String) {
    let extraction = Self.read(Self.export, file: file)
    #expect(Self.domains(extraction) == ["-"])
    #expect(extraction.notices.map(\.code) == [.dnsDomainUnknown])
    #expect(extraction.names.count == 1)
  }

  @Test func aColumnOfDomainsParts() {
    let rows = """
      域名,主机记录,记录类型,记录值,MX优先级
      a-demo.cn,@,MX,mx.a-demo.cn,5
      a-demo.cn,@,TXT,v=spf1 mx -all,
      b-demo.cn,@,MX,mxbiz1.qq.com,5
      b-demo.cn,@,TXT,v=spf1 +all,
      """
    let extraction = Self.read(rows, file: "全部.csv")
    #expect(Self.domains(extraction) == ["a-demo.cn", "b-demo.cn"])
    let records = extraction.documents.map { document in
      document.facts.first { $0.key == "dns.spf" }?.value
    }
    #expect(records == [.string("v=spf1 mx -all"), .string("v=spf1 +all")])
    #expect(extraction.notices == [])
  }

  @Test func zonesOneBehindTheOtherPart() {
    let origins = """
      $TTL 600
      $ORIGIN a-demo.cn.
      @ IN MX 5 mx
      $ORIGIN mail.a-demo.cn.
      @ IN TXT "v=spf1 -all"
      $ORIGIN b-demo.cn.
      @ IN MX 5 mx.c-demo.cn.
      """
    #expect(Self.domains(Self.read(origins, file: "z.zone")) == ["a-demo.cn", "b-demo.cn"])
    let whole =
      DNSSpecimens.zone + "\n" + """
        $ORIGIN b-demo.cn.
        @ IN SOA ns1.dns-demo.cn. admin.dns-demo.cn. 1 2 3 4 5
        @ IN MX 5 mx.c-demo.cn.
        """
    let extraction = Self.read(whole, file: "z.zone")
    #expect(Self.domains(extraction) == ["xinghe-demo.com.cn", "b-demo.cn"])
    // Both are whole, so that what is missing is known to be.
    #expect(
      extraction.documents.map { $0.facts.contains { $0.key == "dns.dmarc" } } == [true, true])
  }
}
