/// The address of a host; an IPv4 address that is written as an IPv6 address is an IPv4 address (RFC 7208 5).
package enum IPAddress: Hashable, Sendable {
  case v4(IPv4Address)
  case v6(IPv6Address)

  package init?(_ text: some StringProtocol) {
    if let address = IPv4Address(text) {
      self = .v4(address)
    } else if let address = IPv6Address(text) {
      self = address.mapped.map(IPAddress.v4) ?? .v6(address)
    } else {
      return nil
    }
  }

  package var text: String {
    switch self {
    case .v4(let address): address.text
    case .v6(let address): address.text
    }
  }
}

/// A range of addresses: an address and how many of its first bits count.
package struct AddressBlock: Hashable, Sendable {
  package let address: IPAddress
  /// The prefix has 0 to 32 or 128 bits.
  package let prefix: Int

  /// Makes a block; `nil` where the prefix is longer than the address.
  package init?(_ address: IPAddress, prefix: Int) {
    let width =
      switch address {
      case .v4: 32
      case .v6: 128
      }
    guard (0...width).contains(prefix) else { return nil }
    self.address = address
    self.prefix = prefix
  }

  /// Reads `192.0.2.0/24`, `2001:db8::/32`, or one address; `nil` for any other text.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, let address = IPAddress(first) else {
      return nil
    }
    let width =
      switch address {
      case .v4: 32
      case .v6: 128
      }
    var prefix = width
    if parts.count == 2 {
      guard let number = DecimalNumber.value(of: parts[1].utf8, atMost: width) else { return nil }
      prefix = number
    }
    self.init(address, prefix: prefix)
  }

  package func contains(_ other: IPAddress) -> Bool {
    switch (address, other) {
    case (.v4(let own), .v4(let other)):
      prefix == 0 || (own.bits ^ other.bits) >> UInt32(32 - prefix) == 0
    case (.v6(let own), .v6(let other)):
      prefix == 0 || (own.bits ^ other.bits) >> UInt128(128 - prefix) == 0
    case (.v4, .v6), (.v6, .v4): false
    }
  }

  package var text: String { "\(address.text)/\(prefix)" }
}
