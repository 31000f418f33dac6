import Foundation
import Model
import Testing

@testable import Extract

@Suite struct TLSReadingTests {
  private static func read(_ bytes: [UInt8]) -> Extraction {
    var extraction = Extraction(file: "证书 1.pem", mediaType: .text)
    let source = Source(
      file: "证书 1.pem", bytes: bytes, mediaType: MediaType(sniffing: bytes))
    if TLSFamily(.bare).claims(source) { TLSFamily(.bare).read(source, into: &extraction) }
    return extraction
  }

  private static func documents(_ text: String) -> [[String: Value]] {
    read(Array(text.utf8)).documents.map { document in
      Dictionary(
        document.facts.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private static func list(_ texts: String...) -> Value { .list(texts.map(Value.string)) }

  @Test func aCertificateSaysItsNamesAndDates() throws {
    let facts = try #require(Self.documents(TLSSpecimens.server).first)
    #expect(
      facts["tls.names"]
        == Self.list(
          "mail.xinghe-demo.com.cn", "*.xinghe-demo.com.cn", "xn--kiv79l.xn--fiqs8s", "192.0.2.3"))
    #expect(facts["tls.organization"] == .string("深圳市星河演示科技有限公司"))
    #expect(facts["tls.issuer"] == .string("Demo Root"))
    #expect(facts["tls.key_kind"] == .string("ecdsa"))
    #expect(facts["tls.key_bits"] == .int(256))
    #expect(facts["tls.signature_algorithm"] == .string("ecdsa-with-SHA256"))
    #expect(facts["tls.valid_from"] == CalendarDate(iso: "2026-11-23").map(Value.date))
    #expect(facts["tls.chain"] == .string("leaf_only"))
    #expect(facts["tls.defects"] == .list([]))
    // A file says nothing about a connection.
    #expect(facts["tls.port"] == nil)
    #expect(facts["tls.starttls"] == nil)
  }

  @Test func derIsTheSame() throws {
    let text = TLSSpecimens.server.split(separator: "\n").dropFirst().dropLast().joined()
    let data = try #require(Data(base64Encoded: text))
    let facts = Self.read([UInt8](data)).documents.first?.facts.map(\.value)
    #expect(facts == Self.read(Array(TLSSpecimens.server.utf8)).documents.first?.facts.map(\.value))
  }

  @Test(arguments: [
    ("complete", [TLSSpecimens.server, TLSSpecimens.root]),
    // Whatever comes first in a file.
    ("complete", [TLSSpecimens.root, TLSSpecimens.server]),
    ("broken", [TLSSpecimens.server, TLSSpecimens.weak]),
    ("self_signed", [TLSSpecimens.weak]),
  ])
  func chainsAreFollowed(chain: String, parts: [String]) {
    let documents = Self.documents(parts.joined(separator: "\n"))
    #expect(documents.map { $0["tls.chain"] } == [.string(chain)])
  }

  @Test func weaknessesAreNamed() {
    let defects = Self.documents(TLSSpecimens.weak).first?["tls.defects"]
    #expect(
      defects
        == Self.list(
          "tls_no_names", "tls_self_signed", "tls_weak_key: 1024", "tls_weak_signature: RSA-SHA1"))
  }

  private static let session = """
    $ openssl s_client -connect 192.0.2.3:587 -starttls smtp -servername imap.other-demo.cn
    CONNECTED(00000003)
    ---
    Certificate chain
     0 s:CN = mail.xinghe-demo.com.cn
    -----
    Server certificate
    \(TLSSpecimens.server)
    subject=CN = mail.xinghe-demo.com.cn
    ---
    New, TLSv1, Cipher is ECDHE-RSA-AES256-SHA
    SSL-Session:
        Protocol  : TLSv1
        Start Time: 1795392392
        Verify return code: 21 (unable to verify the first certificate)
    ---
    $ openssl s_client -connect mail.xinghe-demo.com.cn:993
    CONNECTED(00000003)
    \(TLSSpecimens.server)
    New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384
    Verify return code: 0 (ok)
    """

  @Test func eachConnectionIsADocument() throws {
    let documents = Self.documents(Self.session)
    try #require(documents.count == 2)
    #expect(documents[0]["tls.host"] == .string("imap.other-demo.cn"))
    #expect(documents[0]["tls.port"] == .int(587))
    #expect(documents[0]["tls.starttls"] == .string("smtp"))
    #expect(documents[0]["tls.protocol"] == .string("TLSv1"))
    #expect(documents[0]["tls.chain"] == .string("incomplete"))
    #expect(documents[0]["tls.captured_on"] == CalendarDate(iso: "2026-11-23").map(Value.date))
    #expect(
      documents[0]["tls.defects"]
        == Self.list(
          "tls_name_mismatch: imap.other-demo.cn",
          "tls_verification: unable to verify the first certificate", "tls_old_protocol: TLSv1"))
    #expect(documents[1]["tls.port"] == .int(993))
    #expect(documents[1]["tls.starttls"] == .null)
    #expect(documents[1]["tls.chain"] == .string("verified"))
    #expect(documents[1]["tls.defects"] == .list([]))
  }

  @Test(arguments: [
    String(TLSSpecimens.server.dropLast(120)),
    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    "$ openssl s_client -connect mail.example.com:465\nconnect:errno=111\n",
    "CONNECTED(00000003)\nno peer certificate available\n",
    "-----BEGIN CERTIFICATE-----\n" + String(repeating: "QUJD\n", count: 100_000),
  ])
  func whatIsNoCertificateIsNoticed(text: String) {
    let extraction = Self.read(Array(text.utf8))
    #expect(extraction.documents.isEmpty)
    #expect(extraction.notices.map(\.code).contains(.certificateUnread))
  }

  @Test(arguments: [
    ("MAIL.xinghe-demo.com.cn", true), ("a.xinghe-demo.com.cn", true),
    ("a.b.xinghe-demo.com.cn", false), ("xinghe-demo.com.cn", false), ("星河.中国", true),
  ])
  func wildcardsStandForOneLabel(host: String, isCovered: Bool) {
    let names = ["mail.xinghe-demo.com.cn", "*.xinghe-demo.com.cn", "xn--kiv79l.xn--fiqs8s"]
    #expect(TLSDocument.covers(names, host) == isCovered)
  }

  /// What tools print in place of a certificate is read with little trust, and the command that shows it is named.
  @Test(arguments: [
    (
      "$ openssl s_client -connect mail.a-example.cn:993 </dev/null | openssl x509 -noout -subject -issuer -dates\nsubject= /C=CN/O=\\xE6\\x98\\x9F\\xE6\\xB2\\xB3/CN=mail.a-example.cn\nissuer= /C=US/O=Demo/CN=Demo CA\nnotBefore=Mar  1 00:00:00 2026 GMT\nnotAfter=Oct  2 12:00:00 2026 GMT\n",
      "mail.a-example.cn:993"
    ),
    (
      "subject=C = CN, O = \"星河\", CN = mail.a-example.cn\nissuer=C = US, O = \"Demo, Inc.\", CN = Demo CA\nnotBefore=Mar  1 00:00:00 2026 GMT\nnotAfter=Oct  2 12:00:00 2026 GMT\n",
      "HOST:PORT"
    ),
    (
      "$ curl -v https://mail.a-example.cn:8443/x\n* SSL connection using TLSv1.3 / TLS_AES_128_GCM_SHA256\n* Server certificate:\n*  subject: C=CN; O=星河; CN=mail.a-example.cn\n*  start date: Mar  1 00:00:00 2026 GMT\n*  expire date: Oct  2 12:00:00 2026 GMT\n*  issuer: C=US; O=Demo; CN=Demo CA\n*  SSL certificate verify ok.\n",
      "mail.a-example.cn:8443"
    ),
    (
      "Certificate:\n    Data:\n        Issuer: C = US, CN = Demo CA\n        Validity\n            Not Before: Mar  1 00:00:00 2026 GMT\n            Not After : Oct  2 12:00:00 2026 GMT\n        Subject: C = CN, O = 星河, CN = mail.a-example.cn\n            X509v3 Subject Alternative Name: \n                DNS:mail.a-example.cn, DNS:a-example.cn\n",
      "HOST:PORT"
    ),
  ])
  func printedLinesAreHints(text: String, place: String) throws {
    let extraction = Self.read(Array(text.utf8))
    let document = try #require(extraction.documents.first)
    let facts = Dictionary(
      document.facts.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(facts["tls.subject"] == .string("mail.a-example.cn"))
    #expect(facts["tls.organization"] == .string("星河"))
    #expect(facts["tls.issuer"] == .string("Demo CA"))
    #expect(facts["tls.valid_from"] == CalendarDate(iso: "2026-03-01").map(Value.date))
    #expect(facts["tls.valid_to"] == CalendarDate(iso: "2026-10-02").map(Value.date))
    #expect(document.facts.allSatisfy { $0.confidence < 0.85 })
    #expect(extraction.notices.map(\.code) == [.certificateNotShown])
    #expect(
      extraction.notices.first?.details["command"]?.contains("-connect " + place + " ") == true)
  }
}
