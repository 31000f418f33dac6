import Testing

@testable import Model

@Suite struct FilingNumberTests {
  @Test(arguments: [
    ("粤ICP备2021123456号", "粤ICP备2021123456号", "粤ICP备2021123456号", "广东"),
    ("陕ICP备15002899号", "陕ICP备15002899号", "陕ICP备15002899号", "陕西"),
    ("粤ＩＣＰ备2021123456号－1", "粤ICP备2021123456号-1", "粤ICP备2021123456号", "广东"),
    ("粤icp备 2021123456 号 — 12", "粤ICP备2021123456号-12", "粤ICP备2021123456号", "广东"),
    ("京ICP备2021123456号-2A", "京ICP备2021123456号-2A", "京ICP备2021123456号", "北京"),
    ("京ICP备2021123456号-3x", "京ICP备2021123456号-3X", "京ICP备2021123456号", "北京"),
    ("京ICP备2021123456号-4K", "京ICP备2021123456号-4K", "京ICP备2021123456号", "北京"),
    ("京lCP备2021123456-1", "京ICP备2021123456号-1", "京ICP备2021123456号", "北京"),
    ("京ICP证030173号", "京ICP证030173号", "京ICP证030173号", "北京"),
    ("京ICP证030173号-1", "京ICP证030173号-1", "京ICP证030173号", "北京"),
    ("浙B2-20080101", "浙B2-20080101", "浙B2-20080101", "浙江"),
    ("粤B2-20090059-5", "粤B2-20090059-5", "粤B2-20090059", "广东"),
    ("蜀ICP备20210001号", "蜀ICP备20210001号", "蜀ICP备20210001号", "四川"),
  ])
  func aNumberIsReadInAllItsForms(written: String, text: String, subject: String, province: String)
    throws
  {
    let number = try #require(FilingNumber(written))
    #expect(number.text == text && number.subject == subject && number.province == province)
    #expect(!number.hasUnusualProvince)
    #expect(FilingNumber(number.text) == number)
  }

  @Test(arguments: [
    "粤ICP备202112345号", "粤ICP备20211234567号", "粤ICP备2021123456号-0", "粤ICP备2021123456号-12345",
    "ICP备2021123456号", "港ICP备2021123456号", "粤公网安备 44030502001234号", "浙C2-20080101", "B2-2008", "",
    "粤ICP备2021123456号-1 粤ICP备2021123456号-2", "粤ICP备号",
  ])
  func whatIsNoNumberIsNone(written: String) { #expect(FilingNumber(written) == nil) }

  @Test func licensesOfTheWholeCountryNameNoProvince() throws {
    let number = try #require(FilingNumber("合字B2-20210001"))
    #expect(number.isLicense && number.province == nil && number.text == "合字B2-20210001")
    #expect(FilingNumber("B1.B2-20210001")?.subject == "B1.B2-20210001")
    #expect(FilingNumber("川ICP备2021123456号")?.hasUnusualProvince == true)
    #expect(FilingNumber("川ICP备2021123456号")?.province == "四川")
  }

  @Test func servicesAreToldBySuffix() {
    let services = ["-1", "-2A", "-3X", "-4K", ""].map {
      FilingNumber("粤ICP备2021123456号" + $0)?.service?.name
    }
    #expect(services == ["website", "app", "mini_program", "quick_app", nil])
  }

  @Test func allNumbersOfAFooterAreFound() {
    let footer = "© 2026 青禾 粤ICP备2021123456号-1 | 粤B2-20210077 | 粤公网安备 44030502001234号 AB2-20210001"
    #expect(
      FilingNumber.all(in: footer).map(\.text) == ["粤ICP备2021123456号-1", "粤B2-20210077"])
    #expect(FilingNumber.publicSecurityNumber(in: footer) == "粤公网安备44030502001234号")
    #expect(FilingNumber.publicSecurityNumber(in: "粤公网安备 4403050200123号") == nil)
    #expect(FilingNumber.isBroken("粤ICP备20211号") && !FilingNumber.isBroken(footer))
  }
}

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

@Suite struct AddressRangeTests {
  @Test(arguments: [
    ("10.0.0.0/8", "private"), ("172.16.3.4", "private"), ("192.168.1.0／24", "private"),
    ("10.0.0.1-10.0.0.20", "private"), ("10.0.0.1-20", "private"), ("8.8.8.0/24", "public"),
    ("2001:db8::/32", "reserved"), ("2408:8000::/20", "public"), ("fd00::/8", "private"),
    ("127.0.0.1", "reserved"), ("0.0.0.0/0", "everything"), ("::/0", "everything"),
    ("0.0.0.0-255.255.255.255", "everything"), ("128.0.0.0/1", "everything"),
    ("203.0.113.7", "reserved"),
  ])
  func kindsOfRanges(text: String, kind: String) {
    #expect(AddressRange(text)?.kind.rawValue == kind)
  }

  @Test(arguments: [
    "10.0.0.0/33", "10.0.0", "10.0.0.256", "10.0.0.9-10.0.0.1", "总部", "", "1:2:3", "::1::",
    "a.b.c.d",
    "10.0.0.0/8/8", "1.2.3.4-5-6", "12345::", "fe80::/129",
  ])
  func whatIsNoRange(text: String) { #expect(AddressRange(text) == nil) }
}

@Suite struct OneTimePasswordLinkTests {
  typealias Defect = OneTimePasswordLink.Defect

  @Test(arguments: [
    ("otpauth://totp/Acme:kai?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Acme", []),
    (
      "otpauth://totp/a?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA256&digits=8&period=60",
      []
    ),
    ("otpauth://hotp/a?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&counter=1", [Defect.notTimeBased]),
    ("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP", [.secretShort]),
    ("otpauth://totp/a", [.secretInvalid]), ("otpauth://totp/a?secret=0189", [.secretInvalid]),
    (
      "otpauth://totp/a?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=MD5&digits=4&period=3600",
      [.algorithmUnknown, .digitsUnusual, .periodUnusual]
    ),
  ])
  func defectsAreNamed(link: String, defects: [Defect]) {
    #expect(OneTimePasswordLink(link)?.defects == defects)
  }

  @Test func otherLinksAreNone() {
    #expect(OneTimePasswordLink("https://example.com/totp?secret=A") == nil)
    #expect(OneTimePasswordLink("") == nil && OneTimePasswordLink("开启") == nil)
  }
}

@Suite struct PlainNumberTests {
  @Test(arguments: [
    ("1,234", 1234.0), ("86.5%", 0.865), ("８３％", 0.83), ("50 封", 50), ("4.6/5", 4.6), ("0.8", 0.8),
  ])
  func numbersOfTables(text: String, value: Double) { #expect(PlainNumber.value(text) == value) }

  @Test(arguments: ["", "约50", "1.2.3", "50/100", "-3", "%", "1e9", "九十"])
  func whatIsNoNumber(text: String) { #expect(PlainNumber.value(text) == nil) }
}
