internal import Assemble
internal import MailDNS
internal import Model

/// Brings live answers and the evidence of a submission together.
///
/// Of what records say themselves both answers stay: where they differ the fact is conflicting. What is
/// concluded from records is concluded from the live ones, which are how things are.
struct LiveEvidence {
  /// What was read, and the declaration.
  let extractions: [Extraction]
  let declaration: [Fact]
  let providers: MailProviders

  /// The domain to look up: declared, that of the declared mailbox, or the only one of the evidence.
  ///
  /// What a provider of personal mailboxes publishes says nothing about the company.
  var domain: DomainName? {
    anyDomain.flatMap { providers.isConsumer($0) ? nil : $0 }
  }

  private var anyDomain: DomainName? {
    let declared = ["declared.mail.domain", "declared.mail.address"].lazy.compactMap { key in
      declaration.first { $0.key == key }?.value.string
    }.first
    if let declared { return DomainName(mailbox: declared) }
    return MailDomainChoice(documents, declared: nil).domain.flatMap(DomainName.init(mailbox:))
  }

  private var documents: [Document] {
    extractions.flatMap(\.documents).filter { $0.kind == .dnsRecords }
  }

  /// The selectors that the evidence shows or the declaration names.
  var selectors: [String] {
    let facts =
      documents.flatMap(\.facts).filter { $0.key == "dns.dkim_selectors" }
      + declaration.filter { $0.key == "declared.mail.dkim_selectors" }
    let lists = facts.map(\.value)
    return Set(lists.flatMap(Self.texts)).sorted()
  }

  private static func texts(_ value: Value) -> [String] {
    if case .list(let values) = value { values.compactMap(\.string) } else { [] }
  }

  /// What records say themselves; all else is concluded from them.
  private static let records: Set<String> = [
    "dns.domain", "dns.mx", "dns.spf", "dns.dmarc", "dns.dkim_selectors", "dns.mta_sts",
    "dns.tls_rpt",
  ]

  /// The extractions with the live one among them.
  func joined(with live: Extraction) -> [Extraction] {
    guard var document = live.documents.first else { return extractions + [live] }
    let said = Dictionary(
      document.facts.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    var joined = extractions
    for index in joined.indices {
      for place in joined[index].documents.indices {
        let own = joined[index].documents[place]
        guard own.kind == .dnsRecords,
          own.facts.contains(where: { $0.key == "dns.domain" && $0.value == said["dns.domain"] })
        else { continue }
        document = keeping(own, in: document)
        joined[index].documents[place].facts = own.facts.filter { fact in
          Self.records.contains(fact.key) || said[fact.key] == nil
        }
      }
    }
    var live = live
    live.documents[0] = document
    return joined + [live]
  }

  /// What a defect's name begins with, and the fact that says whether its records were found.
  private static let topics: [(prefix: String, key: String)] = [
    ("mx_", "dns.mx"), ("spf_", "dns.spf"), ("dkim_", "dns.dkim_selectors"),
    ("dmarc_", "dns.dmarc"), ("mta_sts_", "dns.mta_sts"), ("tls_rpt_", "dns.tls_rpt"),
  ]

  /// Records at names where nobody asks: only the evidence can show them.
  private static let unseen: [MailDefect.Kind] = [
    .doubledName, .spfElsewhere, .spfObsoleteType, .dmarcWrongName,
  ]

  /// The live document with the defects of the evidence that live answers say nothing about.
  private func keeping(_ evidence: Document, in live: Document) -> Document {
    guard let index = live.facts.firstIndex(where: { $0.key == "dns.defects" }),
      let own = evidence.facts.first(where: { $0.key == "dns.defects" })
    else { return live }
    let answered = Set(live.facts.map(\.key))
    let known = Self.texts(live.facts[index].value)
    let more = Self.texts(own.value).filter { text in
      guard !known.contains(text) else { return false }
      let topic = Self.topics.first { text.hasPrefix($0.prefix) }
      return Self.unseen.contains { text.hasPrefix($0.rawValue) }
        || topic.map { !answered.contains($0.key) } == true
    }
    guard !more.isEmpty else { return live }
    var live = live
    live.facts[index].value = .list((known + more).map(Value.string))
    live.facts[index].evidence += own.evidence
    return live
  }
}
