/// What a record says.
package enum RecordData: Hashable, Sendable {
  case a(IPv4Address)
  case aaaa(IPv6Address)
  case cname(DomainName)
  case ns(DomainName)
  case ptr(DomainName)
  case mx(MailExchange)
  /// The character-strings in their order; which meaning they have together is the reader's affair.
  case txt([String])
  case soa(StartOfAuthority)
  case srv(ServiceLocation)
  case caa(CertificationAuthorization)
  case tlsa(CertificateAssociation)
  /// A type that is not read, as its text stood.
  case other(RecordType, String)

  package var type: RecordType {
    switch self {
    case .a: .a
    case .aaaa: .aaaa
    case .cname: .cname
    case .ns: .ns
    case .ptr: .ptr
    case .mx: .mx
    case .txt: .txt
    case .soa: .soa
    case .srv: .srv
    case .caa: .caa
    case .tlsa: .tlsa
    case .other(let type, _): type
    }
  }

  /// As in a zone file, names without the final dot.
  package var text: String {
    switch self {
    case .a(let address): address.text
    case .aaaa(let address): address.text
    case .cname(let name), .ns(let name), .ptr(let name): name.description
    case .mx(let exchange): "\(exchange.preference) \(exchange.host)"
    case .txt(let strings): strings.map(RecordField.quoted).joined(separator: " ")
    case .soa(let start): "\(start.primary) \(start.contact) \(start.serial)"
    case .srv(let service):
      "\(service.priority) \(service.weight) \(service.port) \(service.target)"
    case .caa(let entry): "\(entry.flags) \(entry.tag) \(RecordField.quoted(entry.value))"
    case .tlsa(let entry):
      "\(entry.usage) \(entry.selector) \(entry.matching) \(entry.association)"
    case .other(_, let text): text
    }
  }

  /// The character-strings of a TXT record are joined without spaces (RFC 7208 3.3, RFC 6376 3.6.2.2).
  package var joinedText: String? {
    if case .txt(let strings) = self { strings.joined() } else { nil }
  }
}

/// Where mail for a name is taken in (RFC 5321 5, RFC 7505).
package struct MailExchange: Hashable, Sendable {
  /// Lower is tried first.
  package let preference: Int
  /// The root where no mail is wanted.
  package let host: DomainName

  package init(preference: Int, host: DomainName) {
    self.preference = preference
    self.host = host
  }
}

/// The start of a zone (RFC 1035 3.3.13); its times are of no use here.
package struct StartOfAuthority: Hashable, Sendable {
  package let primary: DomainName
  package let contact: DomainName
  package let serial: Int
  /// Seconds for which an absence holds; `nil` where the text ends before it.
  package let minimum: Int?

  package init(primary: DomainName, contact: DomainName, serial: Int, minimum: Int? = nil) {
    self.primary = primary
    self.contact = contact
    self.serial = serial
    self.minimum = minimum
  }
}

/// Where a service is (RFC 2782).
package struct ServiceLocation: Hashable, Sendable {
  package let priority: Int
  package let weight: Int
  package let port: Int
  package let target: DomainName
}

/// Who may issue certificates (RFC 8659).
package struct CertificationAuthorization: Hashable, Sendable {
  package let flags: Int
  package let tag: String
  package let value: String
}

/// A record that binds a certificate to a port (RFC 6698).
package struct CertificateAssociation: Hashable, Sendable {
  package let usage: Int
  package let selector: Int
  package let matching: Int
  /// The data is in lower-case hexadecimal.
  package let association: String
}
