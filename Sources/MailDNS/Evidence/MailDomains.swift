/// Whose mail evidence is about.
package enum MailDomains {
  /// Returns the domains for whose mail something was asked or found, the likeliest first; at most eight.
  ///
  /// Names that other records lead to (the targets of `include:`) are somebody else's.
  package static func domains(of capture: DNSCapture) -> [DomainName] {
    if let zone = capture.zone { return Array(([zone] + capture.otherZones).prefix(limit)) }
    var votes: [DomainName: Int] = [:]
    var order: [DomainName] = []
    func vote(_ name: DomainName, _ count: Int) {
      if votes[name] == nil { order.append(name) }
      votes[name, default: 0] += count
    }
    var targets: Set<DomainName> = []
    for record in capture.set.records {
      switch record.data {
      case .mx: vote(base(of: record.owner), 2)
      case .txt:
        let text = record.data.joinedText?.lowercased()
        if let text, text.hasPrefix("v=spf1") {
          vote(record.owner, 2)
          targets.formUnion(Self.targets(of: text))
        } else if base(of: record.owner) != record.owner {
          vote(base(of: record.owner), 1)
        }
      case .cname(let target): targets.insert(target)
      default: break
      }
    }
    for question in capture.asked {
      switch question.type {
      case .mx: vote(base(of: question.name), 3)
      case .txt: vote(base(of: question.name), base(of: question.name) == question.name ? 1 : 2)
      default: break
      }
    }
    let own = order.filter { !targets.contains($0) && !$0.isRoot }
    // The order of the evidence decides between equals.
    let ranked = own.enumerated().map { (name: $1, rank: (-votes[$1, default: 0], $0)) }
    return ranked.sorted { $0.rank < $1.rank }.prefix(limit).map(\.name)
  }

  private static let limit = 8

  private static let services: Set<String> = [
    "_dmarc", "_domainkey", "_mta-sts", "mta-sts", "_tls", "_smtp", "_dklm", "_spf",
  ]

  /// Returns `example.com` of `_dmarc.example.com` and `s1._domainkey.example.com`.
  package static func base(of name: DomainName) -> DomainName {
    let labels = name.labels
    guard let last = labels.lastIndex(where: { services.contains(String($0)) }),
      last + 1 < labels.count
    else { return name }
    var base = name
    for _ in 0...last { if let parent = base.parent { base = parent } }
    return base
  }

  /// Returns the names after `include:` and `redirect=` in a record's text.
  package static func targets(of text: String) -> [DomainName] {
    text.split(separator: " ").compactMap { term in
      let body = term.drop { "+-?~".contains($0) }
      let parts = body.split(maxSplits: 1) { $0 == ":" || $0 == "=" }
      guard parts.count == 2, ["include", "redirect"].contains(parts[0]), !parts[1].contains("%")
      else { return nil }
      return DomainName(text: String(parts[1]))
    }
  }
}
