import Model
import Testing

/// What of a document may stand in a command that people type.
@Suite struct CommandWordTests {
  @Test(arguments: [
    "example.com.cn", "s1._domainkey.example.cn", "_dmarc", "星河.公司", "xn--fiq228c.cn",
  ])
  func namesMay(text: String) {
    #expect(text.commandWord == text)
  }

  @Test(arguments: [
    "", "example.cn; rm -rf ~", "$(id).cn", "`id`", "a|b", "a&b", "a b", "-x", "a\nb", "a'b",
    "a\"b", "a>b", "a\\b",
    "a\u{202E}b", "~/x", "*", "a#b",
  ])
  func nothingElseMay(text: String) {
    #expect(text.commandWord == nil)
  }
}
