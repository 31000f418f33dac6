import Model
import ReadingBench
import Testing

/// What is not in the evidence is not known; what the evidence denies is known to be absent.
@Suite struct DNSKnowingTests {
  private static let answer = """
    ; <<>> DiG 9.18.24 <<>> txt _dmarc.xinghe-demo.cn
    ;; ->>HEADER<<- opcode: QUERY, status: STATUS, id: 1
    ;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 1

    ;; QUESTION SECTION:
    ;_dmarc.xinghe-demo.cn.\t\tIN\tTXT

    ;; AUTHORITY SECTION:
    xinghe-demo.cn. 600 IN SOA ns1.dns-demo.cn. admin.dns-demo.cn. 1 2 3 4 5

    ;; WHEN: Fri Nov 20 23:30:00 UTC 2026

    """
  private static let mail = """
    $ dig +noall +answer mx xinghe-demo.cn
    xinghe-demo.cn. 600 IN MX 5 mxbiz1.qq.com.

    """

  private static func facts(_ text: String) -> (values: [String: Value], codes: [NoticeCode]) {
    let extraction = DNSSpecimens.read(text)
    return (DNSSpecimens.facts(extraction), extraction.notices.map(\.code))
  }

  private static func replaced(_ status: String) -> String {
    answer.split(separator: "STATUS").joined(separator: status)
  }

  @Test(arguments: ["NOERROR", "NXDOMAIN"])
  func deniedIsAbsent(status: String) {
    let (facts, codes) = Self.facts(Self.mail + Self.replaced(status))
    #expect(facts["dns.dmarc"] == .null)
    #expect(facts["dns.spf"] == nil)
    #expect(codes.isEmpty)
    // Two hours before midnight in London is the next day in Beijing.
    #expect(facts["dns.captured_on"] == CalendarDate(iso: "2026-11-21").map(Value.date))
  }

  @Test(arguments: ["SERVFAIL", "REFUSED"])
  func failedIsUnknown(status: String) {
    let (facts, codes) = Self.facts(Self.mail + Self.replaced(status))
    #expect(facts["dns.dmarc"] == nil)
    #expect(facts["dns.mx"] != nil)
    #expect(codes == [.dnsQueryFailed])
  }

  @Test(arguments: [
    // The connection failed.
    (
      "$ dig txt _dmarc.xinghe-demo.cn\n;; connection timed out; no servers could be reached\n",
      NoticeCode.dnsQueryFailed
    ),
    // An answer that was announced is not there.
    (
      answer.split(separator: "STATUS").joined(separator: "NOERROR").split(separator: "ANSWER: 0")
        .joined(separator: "ANSWER: 1"), .dnsAnswerTruncated
    ),
    (
      "$ nslookup -q=txt _dmarc.xinghe-demo.cn\n服务器:  UnKnown\nAddress:  192.168.1.1\n",
      .dnsAnswerTruncated
    ),
    (
      "$ nslookup -q=txt _dmarc.xinghe-demo.cn\nServer:  UnKnown\nAddress:  192.168.1.1\n\nDNS request timed out.\n    timeout was 2 seconds.\n*** Request to UnKnown timed-out\n",
      .dnsQueryFailed
    ),
    (
      "$ nslookup -q=txt _dmarc.xinghe-demo.cn\n服务器:  UnKnown\nAddress:  192.168.1.1\n\n*** 对 UnKnown 的请求超时\n",
      .dnsQueryFailed
    ),
    (
      "$ host -t txt _dmarc.xinghe-demo.cn\nHost _dmarc.xinghe-demo.cn not found: 2(SERVFAIL)\n",
      .dnsQueryFailed
    ),
    (
      "$ host -t txt _dmarc.xinghe-demo.cn\n;; connection timed out; no servers could be reached\n",
      .dnsQueryFailed
    ),
  ])
  func whatWasNotAnsweredIsUnknown(text: String, code: NoticeCode) {
    let (facts, codes) = Self.facts(Self.mail + text)
    #expect(facts["dns.dmarc"] == nil)
    #expect(facts["dns.mx"] != nil)
    #expect(codes == [code])
  }

  @Test(arguments: [
    "C:\\>nslookup -q=txt _dmarc.xinghe-demo.cn\n服务器:  UnKnown\nAddress:  192.168.1.1\n\n*** UnKnown 找不到 _dmarc.xinghe-demo.cn: Non-existent domain\n",
    "C:\\>nslookup -q=txt _dmarc.xinghe-demo.cn\nServer:  UnKnown\nAddress:  192.168.1.1\n\nxinghe-demo.cn\n\tprimary name server = ns1.dns-demo.cn\n\tresponsible mail addr = admin.dns-demo.cn\n",
    "C:\\>nslookup -q=txt _dmarc.xinghe-demo.cn\n*** Can't find server name for address 192.168.1.1: Non-existent domain\nServer:  UnKnown\nAddress:  192.168.1.1\n\n*** UnKnown can't find _dmarc.xinghe-demo.cn: Non-existent domain\n",
    "$ nslookup -q=txt _dmarc.xinghe-demo.cn\nServer:\t\t1.1.1.1\nAddress:\t1.1.1.1#53\n\n** server can't find _dmarc.xinghe-demo.cn: NXDOMAIN\n",
    "$ nslookup -q=txt _dmarc.xinghe-demo.cn\nServer:\t\t1.1.1.1\nAddress:\t1.1.1.1#53\n\n*** Can't find _dmarc.xinghe-demo.cn: No answer\n",
    "$ host -t txt _dmarc.xinghe-demo.cn\n_dmarc.xinghe-demo.cn has no TXT record\n",
    "$ host -t txt _dmarc.xinghe-demo.cn\nHost _dmarc.xinghe-demo.cn not found: 3(NXDOMAIN)\n",
  ])
  func toolsDenyInTheirOwnWords(text: String) {
    let (facts, codes) = Self.facts(Self.mail + text)
    #expect(facts["dns.dmarc"] == .null, "\(text)")
    #expect(codes.isEmpty)
  }

  /// `dig +short` prints nothing for an absent record and for a failed server alike.
  @Test func nothingPrintedIsNothingSaid() {
    let (facts, codes) = Self.facts(Self.mail + "$ dig +short txt _dmarc.xinghe-demo.cn\n$ exit\n")
    #expect(facts["dns.dmarc"] == nil)
    #expect(codes.isEmpty)
  }

  /// The version in the banner is no name that anybody asked for.
  @Test func aBannerIsNoQuery() {
    let extraction = DNSSpecimens.read(
      """

      ; <<>> DiG 9.18.28 <<>> xinghe-demo.cn MX
      ;; connection timed out; no servers could be reached

      ; <<>> DiG 9.18.28-0ubuntu0.22.04.1-Ubuntu <<>> xinghe-demo.cn TXT
      ;; communications error to 10.20.0.53#53: timed out
      ;; no servers could be reached

      """)
    let failed = extraction.notices.filter { $0.code == .dnsQueryFailed }
    #expect(failed.count == 2)
    #expect(!failed.contains { $0.details.values.contains { $0.contains("9.18") } })
  }

  @Test func answersThatDifferAreUnknown() {
    let (facts, codes) = Self.facts(
      Self.mail
        + "$ dig +noall +answer mx xinghe-demo.cn\nxinghe-demo.cn. 600 IN MX 5 mx.evil-demo.cn.\n"
        + Self.replaced("NXDOMAIN"))
    #expect(facts["dns.mx"] == nil)
    #expect(facts["dns.dmarc"] == .null)
    #expect(codes == [.dnsAnswersDiffer])
  }

  @Test func anAnswerGivenTwiceIsOne() {
    let (facts, codes) = Self.facts(Self.mail + Self.mail)
    #expect(facts["dns.mx"] == .list([.string("mxbiz1.qq.com")]))
    #expect(codes.isEmpty)
  }

  @Test(arguments: [
    ("", true), ("bad line here\n", false), ("$INCLUDE other.zone\n", false),
    ("x TXT \"open\n", false), ("x TXT ( \"open\"\n", false),
    ("; a comment ( \" only\n", true),
  ])
  func onlyAZoneThatWasReadWholeDenies(line: String, denies: Bool) {
    let zone = """
      $ORIGIN xinghe-demo.cn.
      @ 600 IN SOA ns1.dns-demo.cn. admin.dns-demo.cn. 1 2 3 4 5
      @ IN MX 5 mxbiz1.qq.com.

      """
    let (facts, codes) = Self.facts(zone + line)
    #expect(facts["dns.mx"] != nil)
    #expect(facts["dns.dmarc"] == (denies ? .null : nil))
    #expect(codes.isEmpty == denies)
  }

  /// Half an answer is none, and casts no doubt on others.
  @Test(arguments: [
    """
    $ORIGIN xinghe-demo.cn.
    @ 600 IN SOA ns1.dns-demo.cn. admin.dns-demo.cn. 1 2 3 4 5
    @ IN MX 5 mxbiz1.qq.com.
    @ IN MX mxbiz2.qq.com.
    v6 IN AAAA 2001:db8::12345
    """,
    "域名：xinghe-demo.cn,,\n主机记录,记录类型,记录值\n@,MX,5 mxbiz1.qq.com\n@,MX,mxbiz2.qq.com\n",
    mail + replaced("NXDOMAIN")
      + "$ host -t mx xinghe-demo.cn\nxinghe-demo.cn mail is handled by x y z.\n",
    mail + replaced("NXDOMAIN")
      + "$ dig mx xinghe-demo.cn +noall +answer\nxinghe-demo.cn. 600 IN MX mx.demo.cn.\n",
    mail + replaced("NXDOMAIN")
      + "$ nslookup -q=mx xinghe-demo.cn\nServer: a\nAddress: 192.0.2.1\n\nxinghe-demo.cn\tmail exchanger = x y z\n",
  ])
  func anAnswerThatIsPartlyUnreadIsUnknown(text: String) {
    let (facts, codes) = Self.facts(text)
    #expect(facts["dns.mx"] == nil)
    #expect(facts["dns.dmarc"] == .null)
    #expect(codes == [.dnsLineUnread])
  }

  @Test func aliasesAreFollowed() {
    let (facts, codes) = Self.facts(
      Self.mail + """
        $ dig txt _dmarc.xinghe-demo.cn +short
        dmarc.provider-demo.cn.
        "v=DMARC1; p=reject"
        """)
    #expect(facts["dns.dmarc_policy"] == .string("reject"))
    #expect(codes.isEmpty)
  }

  @Test func valuesWithoutTheirNamesAreNobodys() {
    let extraction = DNSSpecimens.read(
      "5 mxbiz1.qq.com.\n\"v=spf1 include:spf.mail.qq.com -all\"\n")
    #expect(extraction.documents.isEmpty)
    #expect(
      extraction.notices.map(\.code) == [.dnsOwnerUnknown, .dnsOwnerUnknown, .dnsDomainUnknown])
  }

  @Test func whatIsSwitchedOffOrCutDoesNotCount() {
    let text = """
      {"TotalCount": 9, "DomainRecords": {"Record": [
      {"RR": "@", "Type": "MX", "Value": "mxbiz1.qq.com", "Priority": 5, "Status": "Disable", "DomainName": "xinghe-demo.cn"},
      {"RR": "@", "Type": "MX", "Value": "mxbiz2.qq.com", "Priority": 9, "Status": "ENABLE", "DomainName": "xinghe-demo.cn"}]}}
      """
    let (facts, codes) = Self.facts(text)
    #expect(facts["dns.mx"] == .list([.string("mxbiz2.qq.com")]))
    #expect(facts["dns.dmarc"] == nil)
    #expect(codes == [.dnsRecordsDisabled, .dnsListIncomplete])
  }

  @Test func dklmIsReadAsDMARC() {
    let (facts, codes) = Self.facts(
      "域名：xinghe-demo.cn,,\n主机记录,记录类型,记录值\n@,MX,5 mxbiz1.qq.com\nDKLM,TXT,v=DMARC1; p=none\n")
    #expect(facts["dns.dmarc"] == .string("v=DMARC1; p=none"))
    #expect(codes == [.dnsNameMistaken])
  }

  @Test func generatedRecordsAreBounded() {
    let zone = """
      $ORIGIN xinghe-demo.cn.
      @ 600 IN SOA ns1.dns-demo.cn. admin.dns-demo.cn. 1 2 3 4 5
      $GENERATE 1-3 @ MX ${10,0,d} mx$.xinghe-demo.cn.
      $GENERATE 0-99999 h$ A 192.0.2.1

      """
    let (facts, codes) = Self.facts(zone)
    #expect(
      facts["dns.mx"]
        == .list(["mx1", "mx2", "mx3"].map { .string($0 + ".xinghe-demo.cn") }))
    #expect(codes == [.dnsLineUnread])
  }

  @Test(arguments: [
    "", "\n\n", "hello world\n", "姓名,账号,部门\n张三,a,市场部\n", "graph TD\n A-->B\n",
    "A note about MX and TXT.\n",
    "IN MX\n", "{\"type\": \"A\"}", "# dig\n", "Server room:\nAddress: 1 Main Street\n",
  ])
  func otherTextsAreLeftAlone(text: String) {
    let extraction = DNSSpecimens.read(text)
    #expect(extraction.documents.isEmpty)
    #expect(extraction.notices.isEmpty, "\(text)")
  }
}
