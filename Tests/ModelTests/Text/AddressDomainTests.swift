import Testing

@testable import Model

@Suite struct AddressDomainTests {
  @Test(arguments: [
    ("contact@Mail.Example.com.cn", "example.com.cn", true),
    ("example.com.cn", "example.com.cn", true),
    ("https://www.example.com.cn/a", "example.com.cn", true),
    ("badexample.com.cn", "example.com.cn", false),
    ("example.com.cn", "mail.example.com.cn", false),
    ("xn--fsqu00a.xn--fiqs8s", "例子.中国", true), ("mail.例子.中国", "xn--fsqu00a.xn--fiqs8s", true),
  ])
  func liesWithin(text: String, domain: String, isWithin: Bool) throws {
    let own = try #require(AddressDomain(text))
    #expect(own.isWithin(try #require(AddressDomain(domain))) == isWithin)
  }

  /// RFC 3492, section 7.1: samples (A) and (L), and what no label decodes to.
  @Test func punycodeIsDecoded() {
    #expect(Punycode.decoded("ihqwcrb4cv8a8dqg056pqjye") == "他们为什么不说中文")
    #expect(
      Punycode.decoded("3b-ww4c5e180e575a65lsy2b") == "3年b組金八先生".replacing("年b組", with: "年b組"))
    #expect(Punycode.decoded("-") == "" && Punycode.decoded("99999999999999999999") == nil)
    #expect(Punycode.decoded("ÿ") == nil && Punycode.decoded("fsqu00") != "例子")
  }

  @Test(arguments: ["他们为什么不说中文", "例子", "星河", "3年b組金八先生", "abc", "a-é", "𠮷野家"])
  func punycodeIsEncodedAndDecoded(label: String) throws {
    let code = try #require(Punycode.encoded(label))
    #expect(code.utf8.allSatisfy { $0 < 0x80 })
    #expect(Punycode.decoded(code) == label)
  }

  @Test func punycodeHasALongestLabel() {
    #expect(Punycode.encoded("他们为什么不说中文") == "ihqwcrb4cv8a8dqg056pqjye")
    #expect(Punycode.encoded(String(repeating: "星", count: 64)) == nil)
    #expect(Punycode.encoded(String(repeating: "\u{10FFFF}", count: 63)) != nil)
  }
}
