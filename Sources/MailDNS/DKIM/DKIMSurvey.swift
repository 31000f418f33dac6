internal import Model

/// The survey finds the DKIM keys of a domain, by selector.
package struct DKIMSurvey: Sendable {
  /// Those of which a key record was found, sorted.
  package let keys: [(selector: String, record: DKIMRecord, origin: RecordOrigin)]
  package let questions: [DNSQuestion]
  package let failures: [DNSQuestion]
  package let defects: [MailDefect]

  /// - Parameters:
  ///   - selectors: to look for, beside those that the evidence shows.
  ///   - records: the evidence, for the selectors in it.
  package init(
    of domain: DomainName, _ lookup: any DNSLookup, selectors: [String], in records: RecordSet
  ) {
    var keys: [(selector: String, record: DKIMRecord, origin: RecordOrigin)] = []
    var questions: [DNSQuestion] = []
    var failures: [DNSQuestion] = []
    var defects: [MailDefect] = []
    let wanted = selectors.map { $0.lowercased() }
    let shown = Self.selectors(of: domain, in: records)
    for selector in Set(wanted + shown).sorted() {
      guard let name = domain.prefixed(by: selector + "._domainkey") else { continue }
      let question = DNSQuestion(name, .txt)
      switch lookup.answer(question) {
      case .notSupplied: questions.append(question)
      case .failed: failures.append(question)
      case .empty(let absence):
        if wanted.contains(selector) {
          defects.append(MailDefect(.dkimMissing, selector, origin: absence.origin))
        }
      case .records(let found):
        let texts = found.compactMap { record in
          record.data.joinedText.map { (text: $0, origin: record.origin) }
        }
        let meant = texts.filter { DKIMRecord.isKey($0.text) }
        guard let first = meant.first ?? texts.first else { continue }
        if meant.count > 1 {
          defects.append(
            MailDefect(.dkimSeveral, "\(selector): \(meant.count)", origin: meant[1].origin))
        }
        if meant.count <= 1, texts.count > 1,
          let other = texts.first(where: { $0.text != first.text })
        {
          defects.append(
            MailDefect(.dkimUntagged, selector, record: other.text, origin: other.origin))
        }
        let record = DKIMRecord(first.text, selector: selector, origin: first.origin)
        keys.append((selector, record, first.origin))
        defects += record.defects
      }
    }
    // Receivers must know Ed25519 (RFC 8463 3), but not all that were there before do.
    let usable = keys.filter(\.record.isUsable)
    if let first = usable.first, usable.allSatisfy({ $0.record.key == .ed25519 }) {
      let names = usable.map(\.selector).joined(separator: ", ")
      defects.append(MailDefect(.dkimOnlyEd25519, names, origin: first.origin))
    }
    self.keys = keys
    self.questions = questions
    self.failures = failures
    self.defects = defects
  }

  /// The selectors that stand before `_domainkey` in the names of the evidence.
  private static func selectors(of domain: DomainName, in records: RecordSet) -> [String] {
    guard let base = domain.prefixed(by: "_domainkey") else { return [] }
    return records.owners.compactMap { owner in
      guard owner != base, owner.isWithin(base) else { return nil }
      let selector = String(owner.text.dropLast(base.text.count + 1))
      // `_report`, `*` and the like are no selectors.
      return selector.hasPrefix("_") || selector.contains("*") ? nil : selector
    }
  }

  /// The kinds of the keys that can be read, as in `k=`; sorted.
  package var types: [String] { Set(keys.compactMap(\.record.key?.name)).sorted() }

  /// Bits of the shortest RSA key that is usable; `nil` where there is none.
  package var bits: Int? {
    keys.compactMap { key in
      if case .rsa(let bits) = key.record.key { bits } else { nil }
    }.min()
  }
}
