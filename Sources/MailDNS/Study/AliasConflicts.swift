internal import Model

/// Names of a domain that are an alias and own other records too, which no zone may hold (RFC 1034 3.6.2).
enum AliasConflicts {
  /// Signatures and what proves that there is nothing may stand beside an alias (RFC 4034 2.1, 3 and 4).
  private static let allowed: Set<String> = [
    "CNAME", "RRSIG", "NSEC", "NSEC3", "KEY", "SIG", "NXT",
  ]

  static func defects(of domain: DomainName, in records: RecordSet) -> [MailDefect] {
    records.owners.filter { $0.isWithin(domain) }.compactMap { owner in
      let own = records.records(at: owner)
      guard let alias = own.first(where: { $0.type == .cname }) else { return nil }
      let others = Set(own.map(\.type.name)).subtracting(allowed).sorted()
      guard !others.isEmpty else { return nil }
      return MailDefect(
        .aliasBeside, "\(owner.text) CNAME + \(others.joined(separator: ", "))",
        record: alias.data.text, origin: alias.origin)
    }
  }
}
