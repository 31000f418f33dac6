import Testing

@testable import CEL

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
