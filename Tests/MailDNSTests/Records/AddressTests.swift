import MailDNS
import Testing

@Suite struct AddressTests {
  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"), ("2001:DB8::1", "2001:db8::1"), ("::", "::"), ("::1", "::1"),
    ("1::", "1::"), ("::ffff:192.0.2.1", "192.0.2.1"),
    ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
    ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
  ])
  func reads(_ text: String, _ expected: String) {
    #expect(IPAddress(text)?.text == expected)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.4 ", ":", ":::", "1::2::3", "1:2:3",
    "12345::", "g::", "1:2:3:4:5:6:7:8:9", "1.2.3.4::", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:",
    "::1.2.3",
    "1:2:3:4:5:6:7::8:9",
  ])
  func refuses(_ text: String) { #expect(IPAddress(text) == nil) }

  @Test(arguments: [
    ("192.0.2.0/24", "192.0.2.255", true), ("192.0.2.0/24", "192.0.3.0", false),
    ("0.0.0.0/0", "255.1.2.3", true), ("::/0", "192.0.2.1", false), ("::/0", "2001:db8::1", true),
    ("2001:db8::/33", "2001:db8:8000::", false), ("192.0.2.7", "192.0.2.7", true),
  ])
  func contains(_ block: String, _ address: String, _ expected: Bool) throws {
    let block = try #require(AddressBlock(block))
    #expect(block.contains(try #require(IPAddress(address))) == expected)
  }

  @Test(arguments: [
    "192.0.2.0/33", "192.0.2.0/", "192.0.2.0/024", "2001:db8::/129", "x/3", "1.2.3.4/1/2",
  ])
  func refusesBlocks(_ text: String) { #expect(AddressBlock(text) == nil) }
}
