internal import Model

/// All that DNS evidence says about the mail of one domain.
///
/// Pure: what the evidence lacks is listed as questions, which live lookups may answer.
package struct MailDomainStudy: Sendable {
  package let domain: DomainName
  package let mx: MXSurvey
  package let spf: SPFSurvey
  package let dkim: DKIMSurvey
  package let dmarc: DMARCSurvey
  package let transport: TransportPolicy
  /// What is wrong, each once, in the order MX, SPF, DKIM, DMARC, transport.
  package let defects: [MailDefect]
  /// Whose includes SPF has, as far as the table knows; sorted.
  package let spfProviders: [String]
  /// Whether the evidence holds all of the domain's zone.
  let isZoneWhole: Bool

  /// Where it was read that a question was asked in vain.
  let failureOrigins: [DNSQuestion: RecordOrigin]

  private static let defectLimit = 200

  /// - Parameters:
  ///   - selectors: of DKIM, to look for beside those that the evidence shows.
  package init(
    of domain: DomainName, in records: RecordSet, selectors: [String] = [],
    providers: MailProviders
  ) {
    let mx = MXSurvey(of: domain, records, providers: providers)
    let spf = SPFSurvey(of: domain, records, providers: providers)
    let included = spf.includes.compactMap(DomainName.init(text:))
    spfProviders = Set(included.compactMap(providers.provider(ofInclude:))).sorted()
    dkim = DKIMSurvey(of: domain, records, selectors: selectors, in: records)
    dmarc = DMARCSurvey(of: domain, records)
    transport = TransportPolicy(of: domain, records)
    self.domain = domain
    self.mx = mx
    self.spf = spf
    isZoneWhole = records.isWhole(at: domain)
    var defects = mx.defects + spf.defects
    // With hosts of its own in SPF a domain may send by other ways than it receives.
    if let provider = mx.providers.first, mx.providers.count == 1, let record = spf.record,
      record.faults.isEmpty, spf.isFullyNamed(by: providers), !spfProviders.contains(provider)
    {
      defects.append(
        MailDefect(
          .mxUnlikeSPF, "\(provider) / \(spfProviders.joined(separator: ", "))",
          record: record.text, origin: spf.records.first?.origin))
    }
    defects += dkim.defects + dmarc.defects + transport.defects
    defects += Self.misplaced(of: domain, in: records)
    defects += AliasConflicts.defects(of: domain, in: records)
    self.defects = Array(defects.uniqued().prefix(Self.defectLimit))
    let failed = mx.failures + spf.failures + dkim.failures + dmarc.failures
    failureOrigins = failed.reduce(into: [:]) { origins, question in
      origins[question] = records.failureOrigin(of: question)
    }
  }

  /// What would have to be asked to know more, each once; sorted.
  package var questions: [DNSQuestion] {
    Set(mx.questions + spf.questions + dkim.questions + dmarc.questions + transport.questions)
      .sorted()
  }

  /// What was asked in vain, each once; sorted.
  package var failures: [DNSQuestion] {
    Set(mx.failures + spf.failures + dkim.failures + dmarc.failures).sorted()
  }

  /// Records that stand where nobody looks.
  private static func misplaced(of domain: DomainName, in records: RecordSet) -> [MailDefect] {
    var defects: [MailDefect] = []
    if let www = domain.prefixed(by: "www"),
      records.answer(DNSQuestion(domain, .txt)).records.allSatisfy({
        $0.data.joinedText.map(SPFRecord.isSPF) != true
      })
    {
      for record in records.records(at: www)
      where record.data.joinedText.map(SPFRecord.isSPF) == true {
        defects.append(MailDefect(.spfElsewhere, www.text, origin: record.origin))
      }
    }
    for record in records.records(at: domain) {
      if record.type == .other("SPF") || record.type == .other("TYPE99") {
        defects.append(
          MailDefect(.spfObsoleteType, domain.text, record: record.data.text, origin: record.origin)
        )
      }
      if record.data.joinedText.map(DMARCRecord.isDMARC) == true {
        defects.append(MailDefect(.dmarcWrongName, domain.text, origin: record.origin))
      }
    }
    if let doubled = domain.prefixed(by: domain.text) {
      for owner in records.owners where owner.isWithin(doubled) {
        defects.append(
          MailDefect(.doubledName, owner.text, origin: records.records(at: owner).first?.origin))
      }
    }
    return defects
  }
}

extension SPFSurvey {
  /// Whether all that SPF lets through are includes of providers that the table knows.
  fileprivate func isFullyNamed(by providers: MailProviders) -> Bool {
    guard let record, !includes.isEmpty, record.redirect == nil else { return false }
    return record.directives.allSatisfy { directive in
      switch directive.mechanism {
      case .all, .ip4, .ip6: true
      case .include(let spec):
        DomainName(text: spec.text).flatMap(providers.provider(ofInclude:)) != nil
      case .a, .mx, .ptr, .exists: false
      }
    }
  }
}
