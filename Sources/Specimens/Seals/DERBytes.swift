internal import Model

/// Writes ASN.1 in DER (ITU-T X.690); a writer of its own, so that also wrong encodings can be made.
enum DERBytes {
  static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    guard content.count >= 0x80 else { return [tag, UInt8(content.count)] + content }
    var length: [UInt8] = []
    var rest = content.count
    while rest > 0 {
      length.insert(UInt8(rest & 0xFF), at: 0)
      rest >>= 8
    }
    return [tag, 0x80 | UInt8(length.count)] + length + content
  }

  static func sequence(_ parts: [[UInt8]]) -> [UInt8] { element(0x30, parts.flatMap(\.self)) }
  static func set(_ parts: [[UInt8]]) -> [UInt8] { element(0x31, parts.flatMap(\.self)) }
  static func explicit(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
    element(0xA0 | number, content)
  }

  static func integer(_ value: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = value
    repeat {
      bytes.insert(UInt8(rest & 0xFF), at: 0)
      rest >>= 8
    } while rest > 0
    if bytes.first.map({ $0 >= 0x80 }) == true { bytes.insert(0, at: 0) }
    return element(0x02, bytes)
  }

  static func boolean(_ value: Bool) -> [UInt8] { element(0x01, [value ? 0xFF : 0]) }
  static func bits(_ bytes: [UInt8]) -> [UInt8] { element(0x03, [0] + bytes) }
  static func octets(_ bytes: [UInt8]) -> [UInt8] { element(0x04, bytes) }
  static func utf8(_ text: String) -> [UInt8] { element(0x0C, Array(text.utf8)) }
  static func printable(_ text: String) -> [UInt8] { element(0x13, Array(text.utf8)) }
  static func ia5(_ text: String) -> [UInt8] { element(0x16, Array(text.utf8)) }

  static func identifier(_ dotted: String) -> [UInt8] {
    let arcs = dotted.split(separator: ".").compactMap { Int($0) }
    let numbers = [40 * arcs[0] + arcs[1]] + arcs.dropFirst(2)
    let content = numbers.flatMap { number -> [UInt8] in
      var groups = [UInt8(number & 0x7F)]
      var rest = number >> 7
      while rest > 0 {
        groups.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
        rest >>= 7
      }
      return groups
    }
    return element(0x06, content)
  }

  /// `YYYYMMDDhhmmssZ`.
  static func generalizedTime(_ instant: Instant) -> [UInt8] {
    element(0x18, Array(instant.compactUTC.utf8))
  }

  /// `YYMMDDhhmmssZ`.
  static func utcTime(_ instant: Instant) -> [UInt8] {
    element(0x17, Array(instant.compactUTC.dropFirst(2).utf8))
  }
}

extension Instant {
  /// `YYYYMMDDhhmmssZ`.
  var compactUTC: String {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    guard let date = CalendarDate(dayNumber: day) else { return "" }
    let rest = seconds - day * 86_400
    return date.iso.filter { $0 != "-" } + padded(rest / 3600, 2) + padded(rest / 60 % 60, 2)
      + padded(rest % 60, 2) + "Z"
  }

  func adding(days: Int) -> Instant { Instant(seconds: seconds + days * 86_400) }
}
