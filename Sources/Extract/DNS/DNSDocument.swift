internal import MailDNS
internal import Model

/// The records of one mail domain as a document with its facts.
struct DNSDocument {
  private let capture: DNSCapture
  private let domain: DomainName
  private let file: String
  private let pages: [Int]
  private let isPicture: Bool

  /// - Parameters:
  ///   - domain: whose mail it is about.
  ///   - pages: 0-based, where the evidence stands.
  ///   - isPicture: whether it was read by OCR.
  init(
    _ capture: DNSCapture, domain: DomainName, file: String, pages: [Int] = [0],
    isPicture: Bool = false
  ) {
    self.capture = capture
    self.domain = domain
    self.file = file
    self.pages = pages
    self.isPicture = isPicture
  }

  /// A document for each domain that a capture is about.
  static func all(
    in capture: DNSCapture, file: String, pages: [Int] = [0], isPicture: Bool = false
  ) -> [Document] {
    MailDomains.domains(of: capture).map { domain in
      DNSDocument(capture, domain: domain, file: file, pages: pages, isPicture: isPicture).document
    }
  }

  var document: Document {
    Document(
      kind: .dnsRecords, confidence: isPicture ? 0.9 : 0.99, pages: pages, rotationDegrees: 0,
      isReadWhole: capture.remarks.isEmpty, facts: facts)
  }

  private var facts: [Fact] {
    var facts: [Fact] = []
    if domain.text != ConsoleList.namelessZone {
      facts.append(
        fact(DNSFacts.domain, .string(domain.text), from: capture.set.records(at: domain)))
    }
    facts += mail + texts
    if let day = capture.times.max()?.shanghaiDate {
      facts.append(fact(DNSFacts.capturedOn, .date(day), from: []))
    }
    return facts
  }

  private var mail: [Fact] {
    switch capture.set.answer(DNSQuestion(domain, .mx)) {
    case .records(let records):
      let hosts = records.compactMap { record in
        if case .mx(let exchange) = record.data { exchange } else { nil }
      }.sorted { ($0.preference, $0.host) < ($1.preference, $1.host) }
      return [
        fact(
          DNSFacts.mailExchangers, .list(hosts.map { .string($0.host.description) }), from: records)
      ]
    case .empty(let absence):
      return [fact(DNSFacts.mailExchangers, .list([]), at: [absence.origin])]
    case .failed, .notSupplied: return []
    }
  }

  private var texts: [Fact] {
    [
      text(DNSFacts.spf, at: domain, prefix: "v=spf1"),
      text(DNSFacts.dmarc, at: domain.prefixed(by: "_dmarc"), prefix: "v=dmarc1"),
    ].compactMap(\.self)
  }

  /// The TXT record of a name that begins with a word; `null` where there is none.
  private func text(
    _ declaration: FactDeclaration, at name: DomainName?, prefix: String
  ) -> Fact? {
    guard let name else { return nil }
    switch capture.set.answer(DNSQuestion(name, .txt)) {
    case .records(let records):
      let fitting = records.filter { $0.data.joinedText?.lowercased().hasPrefix(prefix) == true }
      guard let first = fitting.first?.data.joinedText else {
        return fact(declaration, .null, from: records)
      }
      return fact(declaration, .string(first), from: fitting)
    case .empty(let absence): return fact(declaration, .null, at: [absence.origin])
    case .failed, .notSupplied: return nil
    }
  }

  private func fact(
    _ declaration: FactDeclaration, _ value: Value, from records: [DNSRecord]
  ) -> Fact {
    fact(declaration, value, at: records.map(\.origin))
  }

  private static let evidenceLimit = 20

  private func fact(
    _ declaration: FactDeclaration, _ value: Value, at origins: [RecordOrigin]
  ) -> Fact {
    let evidence = origins.prefix(Self.evidenceLimit).map(\.evidence)
    return Fact(
      key: declaration.key, value: value,
      confidence: origins.map(\.confidence).min() ?? (isPicture ? 0.8 : 1),
      evidence: evidence.isEmpty ? [Evidence(file: file, method: .dns)] : Array(evidence))
  }
}
