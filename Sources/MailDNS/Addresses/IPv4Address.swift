/// An IPv4 address.
package struct IPv4Address: Hashable, Sendable {
  /// The first number in the highest eight bits.
  package let bits: UInt32

  package init(bits: UInt32) { self.bits = bits }

  /// Four decimal numbers without leading zeros and nothing else (`qnum` of RFC 7208 5.6).
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

/// Decimal numbers of records: digits alone, no leading zero, a limit.
enum DecimalNumber {
  static func value(of digits: some Collection<UInt8>, atMost limit: Int) -> Int? {
    guard !digits.isEmpty, digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      return nil
    }
    var value = 0
    for digit in digits {
      guard DomainNameText.isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - 48)
      guard value <= limit else { return nil }
    }
    return value
  }
}
