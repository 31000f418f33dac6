import Model
import Testing

@testable import MailDNS

/// PowerShell's answers, and answers about names that nobody asked for.
@Suite struct ResolveAnswerTests {
  private static func capture(_ text: String) -> DNSCapture {
    SessionEvidence.capture(EvidenceText(Array(text.utf8), file: "a.txt"))
  }

  private static func domain(_ text: String) -> DomainName {
    DomainName(text: text) ?? .root
  }

  private static func answer(_ capture: DNSCapture, _ type: RecordType, _ name: String) -> DNSAnswer
  {
    capture.set.answer(DNSQuestion(domain(name), type))
  }

  private static let list = """
    PS C:\\Users\\admin> Resolve-DnsName -Type TXT a-example.cn | fl

    Name    : a-example.cn
    Type    : TXT
    TTL     : 600
    Section : Answer
    Strings : {v=spf1 include:spf.mail.qq.com ~all}


    Name       : ns1.a-example.cn
    Type       : A
    TTL        : 600
    Section    : Additional
    IP4Address : 192.0.2.1

    PS C:\\Users\\admin> Resolve-DnsName a-example.cn MX -Server 223.5.5.5 | Format-List

    Name         : a-example.cn
    Type         : MX
    TTL          : 600
    Section      : Answer
    NameExchange : mxbiz1.qq.com
    Preference   : 5

    """

  @Test func listsAreRead() {
    let capture = Self.capture(Self.list)
    #expect(
      Self.answer(capture, .txt, "a-example.cn").records.map(\.data)
        == [.txt(["v=spf1 include:spf.mail.qq.com ~all"])])
    #expect(
      Self.answer(capture, .mx, "a-example.cn").records.map(\.data)
        == [.mx(MailExchange(preference: 5, host: Self.domain("mxbiz1.qq.com")))])
    #expect(capture.remarks.isEmpty)
    #expect(MailDomains.domains(of: capture).map(\.text) == ["a-example.cn"])
    #expect(DNSEvidenceText.format(of: Self.list) == .session)
  }

  private static func row(_ name: String, _ type: String, _ value: String) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return padded(name, 30) + padded(type, 7) + padded("600", 6) + padded("Answer", 11) + value
  }

  private static func table(_ rows: [String], _ heading: String = "Strings") -> String {
    let head = "Name                          Type   TTL   Section    " + heading
    let rule = "----                          ----   ---   -------    -------"
    return ([head, rule] + rows).joined(separator: "\n") + "\n"
  }

  @Test(arguments: ["...", "…"])
  func ofATableOnlyWhatIsWholeIsRead(mark: String) {
    let text =
      "PS C:\\> Resolve-DnsName -Type TXT a-example.cn\n\n"
      + Self.table([Self.row("a-example.cn", "TXT", "{v=spf1 ~all}")])
      + "\nPS C:\\> Resolve-DnsName -Type TXT _dmarc.a-example.cn\n\n"
      + Self.table([
        Self.row("_dmarc.a-example.cn", "TXT", "{v=DMARC1; p=reject; rua=mailto:d" + mark)
      ])
    let capture = Self.capture(text)
    #expect(Self.answer(capture, .txt, "a-example.cn").records.count == 1)
    #expect(Self.answer(capture, .txt, "_dmarc.a-example.cn") == .failed(.malformed))
    #expect(
      capture.remarks.contains {
        if case .answerTruncated = $0 { true } else { false }
      })
  }

  @Test func longKeysAreJoined() {
    let first = "v=DKIM1; k=rsa; p=" + String(repeating: "A", count: 237)
    let second = String(repeating: "B", count: 137)
    let value = "{" + first + ", " + second + "}"
    let wrapped = "Strings : " + value.prefix(80) + "\n          " + value.dropFirst(80)
    let text = "Name    : s1._domainkey.a-example.cn\nType    : TXT\nSection : Answer\n\(wrapped)\n"
    let found = Self.answer(Self.capture(text), .txt, "s1._domainkey.a-example.cn").records
    #expect(found.first?.data.joinedText == first + second)
  }

  @Test(arguments: [
    ("DNS name does not exist", DNSAbsence.Kind.noName), ("DNS 名称不存在", .noName),
    ("No records found for given DNS query", .noData),
  ])
  func denialsAreAbsences(words: String, kind: DNSAbsence.Kind) {
    let capture = Self.capture(
      "PS C:\\> Resolve-DnsName -Type TXT _dmarc.a-example.cn\nResolve-DnsName : _dmarc.a-example.cn : \(words)\n"
    )
    guard case .empty(let absence) = Self.answer(capture, .txt, "_dmarc.a-example.cn") else {
      Issue.record("no absence")
      return
    }
    #expect(absence.kind == kind)
  }

  /// The router's suffix answered: nothing is known of what was asked, and the other name is nobody's.
  @Test(arguments: [
    "C:\\>nslookup -qt=mx a-example.cn\n服务器:  A.lan\nAddress:  192.168.2.1\n\n非权威应答:\na-example.cn.lan      MX preference = 5, mail exchanger = mx.wild-example.com\n",
    "C:\\>nslookup -qt=mx a-example.cn\nServer:  A.lan\nAddress:  192.168.2.1\n\n*** A.lan can't find a-example.cn.lan: Non-existent domain\n",
    "$ host -t mx a-example.cn\na-example.cn.corp-example.com mail is handled by 5 mx.wild-example.com.\n",
    "Server:  A.lan\nAddress:  192.168.2.1\n\nNon-authoritative answer:\na-example.cn.lan      MX preference = 5, mail exchanger = mx.wild-example.com\n",
    "PS C:\\> Resolve-DnsName -Type MX a-example.cn | fl\n\nName : a-example.cn.lan\nType : MX\nTTL : 1\nSection : Answer\nNameExchange : mx.wild-example.com\nPreference : 5\n",
  ])
  func searchSuffixesAnswerNothing(text: String) {
    let capture = Self.capture(text)
    #expect(Self.answer(capture, .mx, "a-example.cn") == .failed(.searchSuffix))
    #expect(capture.set.owners.isEmpty)
    #expect(MailDomains.domains(of: capture).map(\.text) == ["a-example.cn"])
    let study = MailDomainStudy(of: Self.domain("a-example.cn"), in: capture.set, providers: .none)
    let facts = study.facts
    #expect(
      facts.first { $0.key == "dns.unanswered" }?.value == .list([.string("MX a-example.cn")]))
    #expect(!facts.contains { $0.key == "dns.mx" || $0.key == "dns.defects" })
  }

  /// A second question that was answered counts.
  @Test func theNameItselfCounts() {
    let capture = Self.capture(
      "C:\\>nslookup -qt=mx a-example.cn.\nServer:  A.lan\nAddress:  192.168.2.1\n\na-example.cn      MX preference = 5, mail exchanger = mx.a-example.cn\n"
    )
    #expect(Self.answer(capture, .mx, "a-example.cn").records.count == 1)
  }
}
