/// The text of domain names: escapes, lengths, upper and lower case (RFC 1035 5.1, RFC 4343).
enum DomainNameText {
  private static let dot = UInt8(ascii: ".")
  private static let backslash = UInt8(ascii: "\\")

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// The normal form, and whether a final dot was taken off.
  static func normalized(_ text: String) throws(DomainNameFault) -> (String, isAbsolute: Bool) {
    var length = 0
    var isPlain = true
    for byte in text.utf8 {
      if byte == dot {
        if length == 0 { throw .emptyLabel }
        length = 0
      } else {
        length += 1
        isPlain =
          isPlain && length <= 63
          && (isLetter(byte) || DecimalNumber.isDigit(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_"))
      }
    }
    let endsInDot = length == 0
    if isPlain { return (endsInDot ? String(text.dropLast()) : text, endsInDot) }
    return try normalizedSlowly(text)
  }

  private static func normalizedSlowly(
    _ text: String
  ) throws(DomainNameFault) -> (String, isAbsolute: Bool) {
    let ascii = text.utf8.allSatisfy { $0 < 0x80 } ? text : try InternationalName.ascii(text)
    var labels: [[UInt8]] = [[]]
    var bytes = ascii.utf8.makeIterator()
    while let byte = bytes.next() {
      if byte == dot {
        guard labels[labels.count - 1].isEmpty == false else { throw .emptyLabel }
        labels.append([])
      } else if byte == backslash {
        labels[labels.count - 1].append(try escaped(&bytes))
      } else {
        labels[labels.count - 1].append(byte)
      }
    }
    let isAbsolute = labels[labels.count - 1].isEmpty
    if isAbsolute { labels.removeLast() }
    guard labels.allSatisfy({ $0.count <= 63 }) else { throw .labelTooLong }
    return (labels.map(presented).joined(separator: "."), isAbsolute)
  }

  /// The octet after a backslash: three digits, or the character itself.
  static func escaped(
    _ bytes: inout some IteratorProtocol<UInt8>
  ) throws(DomainNameFault) -> UInt8 {
    guard let first = bytes.next() else { throw .badEscape }
    guard DecimalNumber.isDigit(first) else { return first }
    guard let second = bytes.next(), let third = bytes.next(), DecimalNumber.isDigit(second),
      DecimalNumber.isDigit(third)
    else { throw .badEscape }
    let value = Int(first - 48) * 100 + Int(second - 48) * 10 + Int(third - 48)
    guard let octet = UInt8(exactly: value) else { throw .badEscape }
    return octet
  }

  /// A label in lower case, with escapes where it needs them.
  static func presented(_ label: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in label {
      switch byte {
      case dot: text += "\\."
      case backslash: text += "\\\\"
      case 0x41...0x5A: text.unicodeScalars.append(Unicode.Scalar(byte + 0x20))
      case 0x21...0x7E: text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte)
        text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    return text
  }

  /// The position of the first dot that parts labels.
  static func firstDot(in text: some StringProtocol) -> String.Index? {
    var isEscaped = false
    for index in text.utf8.indices {
      if isEscaped {
        isEscaped = false
      } else if text.utf8[index] == backslash {
        isEscaped = true
      } else if text.utf8[index] == dot {
        return index
      }
    }
    return nil
  }

  static func labels(of text: String) -> [Substring] {
    var labels: [Substring] = []
    var rest = text[...]
    while let dot = firstDot(in: rest) {
      labels.append(rest[..<dot])
      rest = rest[rest.index(after: dot)...]
    }
    return labels + [rest]
  }

  /// Octets on the wire: a length before each label, and a zero at the end.
  static func wireLength(_ text: String) -> Int {
    labels(of: text).reduce(1) { sum, label in
      var octets = 0
      var skip = 0
      var isEscaped = false
      for byte in label.utf8 {
        if skip > 0 {
          skip -= 1
        } else if isEscaped {
          isEscaped = false
          octets += 1
          if DecimalNumber.isDigit(byte) { skip = 2 }
        } else if byte == backslash {
          isEscaped = true
        } else {
          octets += 1
        }
      }
      return sum + octets + 1
    }
  }
}
