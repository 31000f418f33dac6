import Foundation
import MailDNS
import Model
import Testing

@testable import Extract

@Suite struct MailProviderFileTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("rules").path

  @Test func knowsTheProviders() throws {
    let (found, diagnostics) = MailProviderFile.load(rulesFolder: Self.folder)
    #expect(diagnostics.isEmpty)
    let providers = try #require(found)
    #expect(try providers.provider(ofExchange: DomainName("mxbiz1.qq.com")) == "tencent_exmail")
    #expect(
      try providers.provider(ofExchange: DomainName("e-com.mail.protection.outlook.com"))
        == "microsoft_365")
    #expect(try providers.provider(ofInclude: DomainName("spf.qiye.aliyun.com")) == "aliyun")
    #expect(try providers.correction(ofInclude: DomainName("_spf.qq.com")) == "spf.mail.qq.com")
    #expect(try providers.cost(ofInclude: DomainName("spf.mail.qq.com")) == 7)
    #expect(try providers.isConsumer(DomainName("qq.com")))
    #expect(try providers.provider(ofExchange: DomainName("mx.example.com")) == nil)
  }

  @Test(arguments: [
    ("provider,kind,value\n", "provider,kind,value,note,source,basis"),
    ("aliyun,mx,mx1.qiye.aliyun.com,5,,vendor", "no source"),
    ("aliyun,host,mx1.qiye.aliyun.com,5,x,vendor", "kind is one of"),
    ("Aliyun,mx,mx1.qiye.aliyun.com,5,x,vendor", "lower-case"),
    ("aliyun,mx,mx1..com,5,x,vendor", "domain name"), ("aliyun,mx,com,5,x,vendor", "domain name"),
    ("aliyun,spf_lookups,spf.aliyun.com,many,x,vendor", "note"),
    ("aliyun,wrong_spf,spf.aliyun.com,,x,vendor", "note"), ("aliyun,mx,mx.com,5,x,vendor,y", "6"),
    ("aliyun,mx,mx.com,5,x,vendor\naliyun,mx,MX.com,5,x,vendor", "repeats"),
  ])
  func refusesRows(_ rows: String, _ words: String) {
    let header = "provider,kind,value,note,source,basis\n"
    let text = rows.hasPrefix("provider") ? rows : header + rows + "\n"
    let (providers, diagnostics) = MailProviderFile.read(text, path: "mail-providers.csv")
    #expect(providers == nil)
    #expect(diagnostics.first?.message.english.contains(words) == true)
  }
}
