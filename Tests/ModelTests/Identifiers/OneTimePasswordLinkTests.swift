import Testing

@testable import Model

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
