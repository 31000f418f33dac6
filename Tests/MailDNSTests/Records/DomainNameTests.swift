import MailDNS
import Testing

@Suite struct DomainNameTests {
  @Test(arguments: [
    ("Example.COM.", "example.com"), ("_dmarc.example.com", "_dmarc.example.com"), (".", ""),
    ("星河。中国", "xn--kiv79l.xn--fiqs8s"), ("ＳＰＦ.mail.qq.com", "spf.mail.qq.com"),
    ("Bücher.example", "xn--bcher-kva.example"), ("*.example.com", "*.example.com"),
    ("john\\.doe.example.com", "john\\.doe.example.com"), ("a\\046b.example", "a\\.b.example"),
    ("foo:bar/baz.example.com", "foo:bar/baz.example.com"), ("a b.example", "a\\032b.example"),
  ])
  func normalizes(_ text: String, _ expected: String) throws {
    #expect(try DomainName(text).text == expected)
  }

  @Test(arguments: [
    ("", DomainNameFault.empty), ("a..b", .emptyLabel), (".a", .emptyLabel),
    (String(repeating: "a", count: 64) + ".com", .labelTooLong),
    (Array(repeating: "abcdefghi", count: 26).joined(separator: "."), .nameTooLong),
    ("a\\", .badEscape), ("a\\999.com", .badEscape), ("‮星.中国", .unencodable),
    ("例😀.中国", .unencodable),
  ])
  func refuses(_ text: String, _ fault: DomainNameFault) {
    #expect(throws: fault) { try DomainName(text) }
  }

  @Test func standsBelowItsOrigin() throws {
    let origin = try DomainName("example.com")
    #expect(try DomainName("mail", relativeTo: origin).text == "mail.example.com")
    #expect(try DomainName("@", relativeTo: origin) == origin)
    #expect(try DomainName("mx.qq.com.", relativeTo: origin).text == "mx.qq.com")
    #expect(
      try DomainName("_dmarc.example.com", relativeTo: origin).text.hasSuffix("com.example.com"))
  }

  @Test func knowsWhatIsAbove() throws {
    let name = try DomainName("a\\.b.mail.example.com")
    let example = try DomainName("example.com")
    #expect(name.labels.map(String.init) == ["a\\.b", "mail", "example", "com"])
    #expect(name.parent?.text == "mail.example.com")
    #expect(name.isWithin(example) && name.isWithin(.root) && name.isWithin(name))
    #expect(try !DomainName("badexample.com").isWithin(example))
    #expect(try !DomainName("bad\\.example.com").isWithin(example))
    #expect(try DomainName("com").parent == .root)
    #expect(DomainName.root.parent == nil)
    #expect(example.prefixed(by: "_dmarc")?.text == "_dmarc.example.com")
    #expect(example.prefixed(by: String(repeating: "a", count: 64)) == nil)
  }

  @Test(arguments: [
    ("mx1.example.com", true), ("1.2.3.4", false), ("_dmarc.example.com", false),
    ("-mx.example.com", false), ("https://mx.example.com", false), ("xn--fiqs8s", true),
  ])
  func tellsHostNames(_ text: String, _ isHost: Bool) throws {
    #expect(try DomainName(text).isHostName == isHost)
  }

  /// Names of the longest kind survive being written and read again.
  @Test func readsWhatItWrites() throws {
    var random = Seeded(state: 7)
    for _ in 0..<2_000 {
      let length = Int.random(in: 1...20, using: &random)
      let scalars = (0..<length).map { _ in
        Unicode.Scalar(UInt8.random(in: 1...126, using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      guard let name = try? DomainName(text) else { continue }
      #expect(try DomainName(name.text + (name.isRoot ? "." : "")) == name)
    }
  }
}

/// Numbers that are the same in each run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
