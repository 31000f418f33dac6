/// An IPv6 address is compared by its bits, however it is written.
package struct IPv6Address: Hashable, Sendable {
  /// The first group stands in the highest sixteen bits.
  package let bits: UInt128

  package init(bits: UInt128) { self.bits = bits }

  /// Reads eight groups, one run of them shortened to `::`, the last two as an IPv4 address if so written
  /// (RFC 4291 2.2).
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    guard text.utf8.count <= 45 else { return nil }
    var head = text[...]
    var tail: Substring = ""
    let gap = Self.gap(in: text)
    if let gap {
      head = text[..<gap]
      let rest = text[text.index(gap, offsetBy: 2)...]
      guard Self.gap(in: String(rest)) == nil else { return nil }
      tail = rest
    }
    guard let first = Self.groups(head, isLast: gap == nil),
      let last = Self.groups(tail, isLast: true)
    else { return nil }
    let missing = 8 - first.count - last.count
    guard gap == nil ? missing == 0 : missing >= 1 else { return nil }
    let groups = first + Array(repeating: 0, count: missing) + last
    bits = groups.reduce(0) { $0 << 16 | UInt128($1) }
  }

  private static func gap(in text: String) -> String.Index? {
    for index in text.utf8.indices.dropLast() where text.utf8[index] == UInt8(ascii: ":") {
      if text.utf8[text.utf8.index(after: index)] == UInt8(ascii: ":") { return index }
    }
    return nil
  }

  private static func groups(_ text: Substring, isLast: Bool) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if isLast, index == parts.count - 1, let address = IPv4Address(part) {
        groups += [UInt16(address.bits >> 16), UInt16(address.bits & 0xFFFF)]
      } else {
        guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(isHexadecimal),
          let group = UInt16(part, radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return groups.count <= 8 ? groups : nil
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    DecimalNumber.isDigit(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
  }

  /// The IPv4 address that `::ffff:192.0.2.1` holds (RFC 4291 2.5.5.2).
  package var mapped: IPv4Address? {
    bits >> 32 == 0xFFFF ? IPv4Address(bits: UInt32(truncatingIfNeeded: bits)) : nil
  }

  /// The shortest form of RFC 5952 4: lower case, the longest run of zeros left out.
  package var text: String {
    if let mapped { return "::ffff:" + mapped.text }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * $0)) }
    var best = 0..<0
    var start = 0
    while start < 8 {
      guard groups[start] == 0 else {
        start += 1
        continue
      }
      let end = groups[start...].firstIndex { $0 != 0 } ?? 8
      if end - start > max(best.count, 1) { best = start..<end }
      start = end
    }
    func joined(_ part: some Sequence<UInt16>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    return best.isEmpty
      ? joined(groups)
      : joined(groups[..<best.lowerBound]) + "::" + joined(groups[best.upperBound...])
  }
}
