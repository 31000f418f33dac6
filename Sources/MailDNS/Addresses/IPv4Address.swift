/// An IPv4 address is compared by its bits.
package struct IPv4Address: Hashable, Sendable {
  /// The first number stands in the highest eight bits.
  package let bits: UInt32

  package init(bits: UInt32) { self.bits = bits }

  /// Reads four decimal numbers without leading zeros and nothing else (`qnum` of RFC 7208 5.6).
  package init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard let number = DecimalNumber.value(of: part, atMost: 255) else { return nil }
      bits = bits << 8 | UInt32(number)
    }
    self.bits = bits
  }

  package var text: String {
    [24, 16, 8, 0].map { String(bits >> UInt32($0) & 0xFF) }.joined(separator: ".")
  }
}
