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
      var facts = study.facts.filter { $0.value != .string(NameEvidence.namelessZone) }
      guard !facts.isEmpty else { return nil }
      // A time that stands beside the evidence counts for all of it.
      if !facts.contains(where: { $0.key == MailDomainFacts.capturedOn.key }),
        let day = capture.times.min()?.shanghaiDate
      {
        facts.append(
          Fact(
            MailDomainFacts.capturedOn, .date(day), evidence: Array(facts[0].evidence.prefix(1))))
      }
      // Pixels are the least trusted evidence: a letter of a name may be another one.
      if isPicture {
        for index in facts.indices {
          facts[index].confidence = min(
            facts[index].confidence, NameEvidence.surestOfPicture)
        }
      }
      return Document(
        kind: .dnsRecords, confidence: isPicture ? 0.9 : 0.99, pages: pages, rotationDegrees: 0,
        isReadWhole: capture.remarks.isEmpty, facts: facts)
    }
  }
}
