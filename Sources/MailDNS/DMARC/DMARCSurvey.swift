internal import Model

/// Which DMARC policy holds for a domain, found by the walk up the tree (RFC 9989 4.10).
package struct DMARCSurvey: Sendable {
  /// The record that holds; `nil` where there is none or it is not known.
  package let record: DMARCRecord?
  /// Whose it is: the domain itself, or one above it.
  package let policyDomain: DomainName?
  package let origin: RecordOrigin?
  /// Whether it is known which record holds, if any.
  package let isKnown: Bool
  /// The policy that holds for the domain.
  package let policy: DMARCPolicy?
  /// The domains of others to which reports go, sorted.
  package let externalReports: [DomainName]
  /// Whether all of them take the reports; `nil` where that was not supplied.
  package let areReportsAuthorized: Bool?
  package let questions: [DNSQuestion]
  package let failures: [DNSQuestion]
  package let defects: [MailDefect]

  package init(of domain: DomainName, _ lookup: any DNSLookup) {
    var walk = DMARCWalk(lookup: lookup)
    walk.climb(from: domain)
    var defects = walk.defects
    let own = walk.found.first { $0.domain == domain }
    let holding = own ?? walk.organizational
    record = holding?.record
    policyDomain = holding?.domain
    origin = holding?.origin
    isKnown = own != nil || walk.isWhole
    policy = holding.map { holding in
      holding.domain == domain ? holding.record.policy : holding.record.subdomainPolicy
    }
    if let holding {
      // What stands above holds for it too.
      defects.removeAll { $0.kind == .dmarcMissing }
      defects += holding.record.defects
    }
    var external: Set<DomainName> = []
    var isAuthorized: Bool? = true
    if let holding {
      for report in holding.record.reports
      where !Self.isOwn(report.host, of: holding.domain)
        && external.insert(report.host).inserted
      {
        switch walk.authorization(of: holding.domain, at: report.host) {
        case true?: continue
        case nil: if isAuthorized == true { isAuthorized = nil }
        case false?:
          isAuthorized = false
          defects.append(
            MailDefect(
              .dmarcReportUnauthorized, report.address, record: holding.record.text,
              origin: holding.origin))
        }
      }
    }
    externalReports = external.sorted()
    areReportsAuthorized = holding == nil ? nil : isAuthorized
    questions = walk.questions
    failures = walk.failures
    self.defects = defects
  }

  /// Whether a host belongs to the domain, above or below it.
  private static func isOwn(_ host: DomainName, of domain: DomainName) -> Bool {
    host.isWithin(domain) || domain.isWithin(host) && !DMARCWalk.isRegistry(host)
  }
}

/// The walk up the tree of names.
struct DMARCWalk {
  struct Found {
    let domain: DomainName
    let record: DMARCRecord
    let origin: RecordOrigin
  }

  let lookup: any DNSLookup
  private(set) var found: [Found] = []
  private(set) var questions: [DNSQuestion] = []
  private(set) var failures: [DNSQuestion] = []
  private(set) var defects: [MailDefect] = []
  /// Whether every question that matters was answered.
  private(set) var isWhole = true

  init(lookup: any DNSLookup) { self.lookup = lookup }

  /// At most eight names: the domain itself, then from seven labels up (RFC 9989 4.10).
  mutating func climb(from domain: DomainName) {
    var next: DomainName? = domain
    while let name = next, !name.isRoot {
      look(at: name, isStart: name == domain)
      // The domain's own record holds; above it there is nothing to learn.
      if let last = found.last, last.domain == name,
        name == domain || last.record.publicSuffix != "u"
      {
        return
      }
      next = name.parent
      while let parent = next, parent.labels.count > 7 { next = parent.parent }
    }
  }

  private mutating func look(at domain: DomainName, isStart: Bool) {
    guard let name = domain.prefixed(by: "_dmarc") else { return }
    let question = DNSQuestion(name, .txt)
    switch lookup.answer(question) {
    case .notSupplied:
      // Nobody files what registries publish; it is asked for only on line.
      if !Self.isRegistry(domain) { isWhole = false }
      questions.append(question)
    case .failed:
      failures.append(question)
      isWhole = false
    case .empty(let absence):
      if isStart { defects.append(MailDefect(.dmarcMissing, domain.text, origin: absence.origin)) }
    case .records(let records):
      take(records, of: domain, isStart: isStart)
    }
  }

  private mutating func take(_ records: [DNSRecord], of domain: DomainName, isStart: Bool) {
    let texts = records.compactMap { record in
      record.data.joinedText.map { (text: $0, origin: record.origin) }
    }
    let proper = texts.filter { DMARCRecord.isDMARC($0.text) }
    for (text, origin) in texts
    where !DMARCRecord.isDMARC(text) && DMARCRecord.looksLikeDMARC(text) {
      defects.append(
        MailDefect(
          .dmarcVersion, String(text.prefix { $0 != ";" }.prefix(40)), record: text,
          offset: 0, origin: origin))
    }
    if proper.count == 1 {
      found.append(
        Found(
          domain: domain, record: DMARCRecord(proper[0].text, origin: proper[0].origin),
          origin: proper[0].origin))
    } else if proper.count > 1 {
      defects.append(
        MailDefect(
          .dmarcSeveral, "\(domain): \(proper.count)", record: proper[1].text,
          origin: proper[1].origin))
    } else if isStart, let first = texts.first {
      defects.append(MailDefect(.dmarcMissing, domain.text, origin: first.origin))
    }
  }

  /// The record of the organizational domain (RFC 9989 4.10.2), or of the public suffix above it.
  var organizational: Found? {
    found.first { $0.record.publicSuffix == "n" } ?? found.last
  }

  /// Whether another domain takes the reports about this one (RFC 9990 4); `nil` where it is not known.
  mutating func authorization(of domain: DomainName, at host: DomainName) -> Bool? {
    guard let name = host.prefixed(by: domain.text + "._report._dmarc") else { return false }
    let question = DNSQuestion(name, .txt)
    switch lookup.answer(question) {
    case .notSupplied:
      questions.append(question)
      return nil
    case .failed:
      failures.append(question)
      return nil
    case .empty: return false
    case .records(let records):
      return records.contains { $0.data.joinedText.map(DMARCRecord.isDMARC) == true }
    }
  }

  /// Whether a name is one that registries hand names out below: one label, or `com.cn` and its like.
  static func isRegistry(_ name: DomainName) -> Bool {
    let labels = name.labels
    guard labels.count == 2, let last = labels.last else { return labels.count < 2 }
    return last == "cn" && (labels[0].count == 2 || categories.contains(String(labels[0])))
  }

  /// The second-level names of `.cn` beside those of the provinces.
  private static let categories: Set<String> = ["com", "net", "org", "gov", "edu", "mil"]
}
