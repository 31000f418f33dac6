/// What resolvers put behind names that have no final dot: the network's own domain.
///
/// Routers answer below it for any name, so such an answer is about nobody.
enum SearchSuffix {
  /// Top-level names that exist within networks alone (RFC 6762 appendix G, RFC 8375, RFC 9476 and what routers use).
  private static let local: Set<String> = [
    "lan", "local", "localdomain", "home", "internal", "intranet", "private", "corp", "domain",
    "workgroup", "router", "dhcp", "localhost",
  ]

  /// Whether a name is the one asked for with something behind it.
  static func made(_ name: DomainName, from asked: DomainName) -> Bool {
    name.text.hasPrefix(asked.text + ".")
  }

  /// The name that was asked for, where one that only a network of its own has lies below it: `example.cn.lan`.
  static func asked(in name: DomainName) -> DomainName? {
    let labels = name.labels
    guard labels.count > 2, let last = labels.last, local.contains(String(last)) else { return nil }
    return DomainName(text: labels.dropLast().joined(separator: "."))
  }
}
