/// Reads the decimal numbers of records and addresses: digits alone, no leading zero, a limit.
enum DecimalNumber {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The number that ASCII digits say; `nil` where it is above the limit or the digits are none.
  static func value(of digits: some Collection<UInt8>, atMost limit: Int) -> Int? {
    guard !digits.isEmpty, digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      return nil
    }
    var value = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - 48)
      guard value <= limit else { return nil }
    }
    return value
  }
}
