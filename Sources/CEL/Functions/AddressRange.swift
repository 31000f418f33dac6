internal import Model

/// A range of IP addresses as administrators write it: `10.0.0.0/8`, `192.0.2.1`, `192.0.2.1-192.0.2.20`, `2001:db8::/32`.
struct AddressRange: Hashable, Sendable {
  /// What kind of addresses it holds; raw values are those of rules.
  enum Kind: String, Sendable {
    /// RFC 1918 and RFC 4193.
    case `private`
    case `public`
    /// Loopback, link-local, multicast, documentation, unspecified: nobody logs in from there.
    case reserved
    /// A quarter of all addresses or more: no limit at all.
    case everything
  }

  let kind: Kind

  /// Reads a single address, a block or two ends; `nil` for any other text.
  init?(_ text: String) {
    let plain = TextNormalization(steps: [.compatibility, .noSpace, .dashes]).applied(to: text)
    if plain.contains(":") {
      guard let range = Self.v6(plain) else { return nil }
      kind = range
    } else {
      guard let range = Self.v4(plain) else { return nil }
      kind = range
    }
  }

  // MARK: IPv4

  private static func v4(_ text: String) -> Kind? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    if ends.count == 2 {
      // 192.0.2.1-20 means the last number alone.
      guard let first = address(ends[0]) else { return nil }
      let short = ends[1].contains(".") ? nil : CodeText.number(ends[1])
      let last = short.flatMap { $0 < 256 ? first & ~0xFF | $0 : nil } ?? address(ends[1])
      guard let last, last >= first else { return nil }
      return kind(first, last)
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = address(parts[0]) else { return nil }
    guard parts.count == 2 else { return kind(first, first) }
    guard let length = CodeText.number(parts[1]), (0...32).contains(length) else { return nil }
    let size = 1 << (32 - length)
    let start = first & ~(size - 1)
    return kind(start, start + size - 1)
  }

  private static func address(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let numbers = parts.compactMap { $0.count <= 3 ? CodeText.number($0) : nil }
    guard numbers.count == 4, numbers.allSatisfy({ $0 < 256 }) else { return nil }
    return numbers.reduce(0) { $0 << 8 | $1 }
  }

  private static func kind(_ first: Int, _ last: Int) -> Kind {
    if last - first >= 1 << 30 { return .everything }
    func lies(_ base: [Int], _ length: Int) -> Bool {
      let start = base.reduce(0) { $0 << 8 | $1 }
      return first >= start && last < start + 1 << (32 - length)
    }
    if lies([10, 0, 0, 0], 8) || lies([172, 16, 0, 0], 12) || lies([192, 168, 0, 0], 16) {
      return .private
    }
    let reserved = [
      ([0, 0, 0, 0], 8), ([127, 0, 0, 0], 8), ([169, 254, 0, 0], 16), ([192, 0, 2, 0], 24),
      ([198, 51, 100, 0], 24), ([203, 0, 113, 0], 24), ([224, 0, 0, 0], 3),
    ]
    return reserved.contains { lies($0.0, $0.1) } ? .reserved : .public
  }

  // MARK: IPv6

  private static func v6(_ text: String) -> Kind? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let groups = groups(parts[0]) else { return nil }
    var length = 128
    if parts.count == 2 {
      guard let number = CodeText.number(parts[1]), (0...128).contains(number) else { return nil }
      length = number
    }
    if length <= 3 { return .everything }
    let first = groups[0]
    if first & 0xFE00 == 0xFC00 { return .private }
    if first == 0x2001, groups[1] == 0xDB8 { return .reserved }
    // Global unicast (RFC 4291, section 2.4).
    return first & 0xE000 == 0x2000 ? .public : .reserved
  }

  /// The eight groups, `::` filled up.
  private static func groups(_ text: Substring) -> [Int]? {
    let halves = text.ranges(of: "::")
    guard halves.count <= 1 else { return nil }
    func numbers(_ text: Substring) -> [Int]? {
      guard !text.isEmpty else { return [] }
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { $0.count <= 4 ? Int($0, radix: 16) : nil }
      return numbers.count == parts.count && numbers.allSatisfy { $0 >= 0 } ? numbers : nil
    }
    guard let gap = halves.first else {
      let all = numbers(text)
      return all?.count == 8 ? all : nil
    }
    guard let head = numbers(text[..<gap.lowerBound]), let tail = numbers(text[gap.upperBound...]),
      head.count + tail.count < 8
    else { return nil }
    return head + [Int](repeating: 0, count: 8 - head.count - tail.count) + tail
  }
}
