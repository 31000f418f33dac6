internal import Model

/// What a domain's SPF comes to for a server that it does not know, with all it costs.
///
/// No mail is judged: every term is taken not to match, so the costs are the greatest there can be.
package struct SPFSurvey: Sendable {
  /// The TXT records that are SPF, or were meant to be.
  package let records: [DNSRecord]
  /// The one record, where there is exactly one.
  package let record: SPFRecord?
  /// What a strange server gets; `nil` where not all was supplied to tell.
  package let result: SPFResult?
  /// Terms that ask, includes counted through; a lower bound where ``unexpanded`` is not empty.
  package let lookups: Int
  /// Questions known to be answered by nothing.
  package let voids: Int
  /// What is included, redirects followed, in the order of the terms.
  package let includes: [String]
  /// Names whose records were needed and neither supplied nor in the table of providers.
  package let unexpanded: [DomainName]
  /// What would have to be asked to know more.
  package let questions: [DNSQuestion]
  /// Questions that were asked in vain.
  package let failures: [DNSQuestion]
  package let defects: [MailDefect]

  /// Whether every name that costs lookups is known.
  package var isExpanded: Bool { unexpanded.isEmpty && failures.isEmpty }

  package init(of domain: DomainName, _ lookup: any DNSLookup, providers: MailProviders) {
    var walk = SPFWalk(lookup: lookup, providers: providers)
    let answer = lookup.answer(DNSQuestion(domain, .txt))
    records = answer.records.filter { record in
      record.data.joinedText.map { SPFRecord.isSPF($0) || SPFLint.looksLikeSPF($0) } == true
    }
    let proper = records.filter { $0.data.joinedText.map(SPFRecord.isSPF) == true }
    record = proper.count == 1 ? proper[0].data.joinedText.flatMap(SPFRecord.init) : nil
    var outcome = walk.result(of: domain)
    var defects: [MailDefect] = []
    for record in records { defects += Self.defects(of: record, providers) }
    if proper.count > 1 {
      defects.append(
        MailDefect(.spfSeveral, String(proper.count), origin: proper[1].origin))
    } else if records.isEmpty, case .empty(let absence) = answer {
      defects.append(MailDefect(.spfMissing, domain.text, origin: absence.origin))
    } else if records.isEmpty, let first = answer.records.first {
      defects.append(MailDefect(.spfMissing, domain.text, origin: first.origin))
    }
    let origin = proper.first?.origin
    let text = record?.text
    defects += walk.defects.map {
      MailDefect($0.kind, $0.subject, record: text, offset: $0.offset, origin: origin)
    }
    if walk.lookups > SPFCheck.lookupLimit {
      outcome = .result(.permerror)
      defects.append(
        MailDefect(
          .spfTooManyLookups, "\(walk.lookups) > \(SPFCheck.lookupLimit)", record: text,
          origin: origin))
    }
    if walk.voids > SPFCheck.voidLimit {
      outcome = .result(.permerror)
      defects.append(
        MailDefect(
          .spfTooManyVoids, "\(walk.voids) > \(SPFCheck.voidLimit)", record: text,
          origin: origin))
    }
    // An error in what is not expanded would be an error of the whole.
    let isCertain = walk.isCertain || outcome == .result(.permerror)
    result = if isCertain, case .result(let known) = outcome { known } else { nil }
    lookups = walk.lookups
    voids = walk.voids
    includes = walk.includes
    unexpanded = walk.unexpanded
    questions = walk.questions
    failures = walk.failures
    self.defects = defects
  }

  private static func defects(
    of record: DNSRecord, _ providers: MailProviders
  ) -> [MailDefect] {
    guard case .txt(let strings) = record.data else { return [] }
    let text = strings.joined()
    var lint = SPFLint(origin: record.origin, providers: providers)
    if let parsed = SPFRecord(text) { lint.check(parsed) } else { lint.checkBroken(text) }
    var defects = lint.defects
    if let long = strings.first(where: { $0.utf8.count > 255 }) {
      defects.append(
        MailDefect(
          .spfStringTooLong, String(long.utf8.count), record: text, origin: record.origin))
    }
    return defects
  }
}
