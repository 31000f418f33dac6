internal import MailDNS
internal import Model

/// Evidence of DNS as documents, one for each domain whose mail it is about.
enum DNSDocument {
  /// - Parameters:
  ///   - pages: 0-based, where the evidence stands.
  ///   - isPicture: whether it was read by OCR.
  static func all(
    in capture: DNSCapture, _ providers: MailProviders, pages: [Int] = [0], isPicture: Bool = false
  ) -> [Document] {
    MailDomains.domains(of: capture).compactMap { domain in
      let study = MailDomainStudy(of: domain, in: capture.set, providers: providers)
      let facts = study.facts.filter { $0.value != .string(ConsoleList.namelessZone) }
      guard !facts.isEmpty else { return nil }
      return Document(
        kind: .dnsRecords, confidence: isPicture ? 0.9 : 0.99, pages: pages, rotationDegrees: 0,
        isReadWhole: capture.remarks.isEmpty, facts: facts)
    }
  }
}
