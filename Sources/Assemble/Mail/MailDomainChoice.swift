internal import MailDNS
package import Model

/// Whose mail a submission's DNS evidence is about, where it is of several domains.
package struct MailDomainChoice: Equatable, Sendable {
  /// The declared one, or the zone that it is in.
  ///
  /// Where none is declared, the only one; `nil` where it is open.
  package let domain: String?
  /// The others, without those that the domain's own records lead to; sorted.
  package let others: [String]
  /// All that the evidence is of, sorted.
  private let all: [String]

  /// - Parameters:
  ///   - documents: of DNS evidence; those without a domain do not count.
  ///   - declared: a domain or a mailbox.
  package init(_ documents: [Document], declared: String?) {
    let found = documents.compactMap { document in
      Self.text("dns.domain", in: document).map { (domain: $0, document: document) }
    }
    let all = Set(found.map(\.domain)).sorted()
    // What SPF includes, or reports go to, is evidence about somebody else that belongs to this one.
    var led: Set<String> = []
    for (domain, document) in found {
      led.formUnion(Self.targets(of: document).filter { $0 != domain })
    }
    let own = all.filter { !led.contains($0) }
    let candidates = own.isEmpty ? all : own
    let wanted = declared.flatMap(AddressDomain.init)
    let fitting = all.filter { text in
      AddressDomain(text).flatMap { wanted?.isWithin($0) } == true
    }
    let chosen =
      fitting.max { $0.utf8.count < $1.utf8.count }
      ?? (candidates.count == 1 ? candidates[0] : nil)
    self.all = all
    domain = chosen
    others = candidates.filter { $0 != chosen }
  }

  /// Whether there are several, and nothing says which of them is meant.
  package var isOpen: Bool { domain == nil && !others.isEmpty }

  /// The role of a document; `nil` where all are of one domain.
  func role(of document: Document) -> Role? {
    guard all.count > 1 else { return nil }
    guard let own = Self.text("dns.domain", in: document) else { return isOpen ? .other : nil }
    return own == domain ? .primary : .other
  }

  /// The domains that records lead to.
  private static func targets(of document: Document) -> [String] {
    let spf = text("dns.spf", in: document).map(MailDomains.targets)
    let reports = document.facts.filter { $0.key == "dns.dmarc_external_reports" }.map(\.value)
    return [spf].compactMap(\.self).joined().map(\.text) + reports.flatMap { $0.texts }
  }

  private static func text(_ key: String, in document: Document) -> String? {
    document.facts.first { $0.key == key }?.value.string
  }
}

extension Value {
  /// The texts of a list.
  fileprivate var texts: [String] {
    if case .list(let values) = self { values.compactMap(\.string) } else { [] }
  }
}
