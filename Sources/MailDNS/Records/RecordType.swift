/// The type that a record or a question has.
package enum RecordType: Hashable, Sendable {
  case a, ns, cname, soa, ptr, mx, txt, aaaa, srv, tlsa, caa
  /// Any other by its name in upper case: `HTTPS`, `SPF`, `TYPE65534`.
  case other(String)

  /// Of its name, in upper or lower case.
  package init(name: String) {
    let name = name.uppercased()
    self = Self.known.first { $0.name == name } ?? .other(name)
  }

  /// The name as records have it: `TXT`.
  package var name: String {
    switch self {
    case .a: "A"
    case .ns: "NS"
    case .cname: "CNAME"
    case .soa: "SOA"
    case .ptr: "PTR"
    case .mx: "MX"
    case .txt: "TXT"
    case .aaaa: "AAAA"
    case .srv: "SRV"
    case .tlsa: "TLSA"
    case .caa: "CAA"
    case .other(let name): name
    }
  }

  /// Those whose data is read; others are kept as text.
  package static let known: [RecordType] = [
    .a, .ns, .cname, .soa, .ptr, .mx, .txt, .aaaa, .srv, .tlsa, .caa,
  ]

  /// Returns whether a word is the name of a type, as in `example.com. 600 IN TXT`.
  package static func isName(_ word: String) -> Bool {
    let word = word.uppercased()
    if known.contains(where: { $0.name == word }) || others.contains(word) { return true }
    return word.hasPrefix("TYPE") && word.count > 4 && word.dropFirst(4).allSatisfy(\.isNumber)
  }

  /// Registered types that zones of companies hold besides.
  private static let others: Set<String> = [
    "HTTPS", "SVCB", "SPF", "DNSKEY", "DS", "CDS", "CDNSKEY", "RRSIG", "NSEC", "NSEC3",
    "NSEC3PARAM", "NAPTR", "SSHFP", "LOC", "HINFO", "RP", "DNAME", "OPENPGPKEY", "SMIMEA", "URI",
    "CERT",
    "ZONEMD", "ANY", "OPT",
  ]
}
