package import Model

/// What DNS evidence says, as facts `dns.*`.
///
/// `null` means that the evidence says there is none; what it does not say yields no fact.
package enum MailDomainFacts {
  private static let family = FactFamily(
    "dns.", of: .dnsRecords, summary: "DNS records: ")
  static let domain = family("domain", .string, "域名")
  static let exchanges = family("mx", .list, "MX 主机")
  static let mailProviders = family("mx_providers", .list, "MX 服务商")
  static let spf = family("spf", .string, isNullable: true, "SPF 记录")
  static let spfResult = family("spf_result", .string, "SPF 对陌生服务器的结果")
  static let spfAll = family("spf_all", .string, isNullable: true, "SPF 末尾的 all")
  static let spfLookups = family("spf_lookups", .int, "SPF 查询次数")
  static let spfIncludes = family("spf_includes", .list, "SPF 引用")
  static let spfProviders = family("spf_providers", .list, "SPF 服务商")
  static let spfUnexpanded = family("spf_unexpanded", .list, "SPF 未展开的引用")
  static let selectors = family("dkim_selectors", .list, "DKIM 选择器")
  static let usableSelectors = family("dkim_usable", .list, "DKIM 可用的选择器")
  static let keyTypes = family("dkim_types", .list, "DKIM 密钥类型")
  static let keyBits = family("dkim_bits", .int, "DKIM 最短密钥位数")
  static let dmarc = family("dmarc", .string, isNullable: true, "DMARC 记录")
  static let dmarcPolicy = family("dmarc_policy", .string, isNullable: true, "DMARC 策略")
  static let dmarcReports = family("dmarc_reports", .list, "DMARC 报告地址")
  static let externalReports = family(
    "dmarc_external_reports", .list, "DMARC 报告外发域名")
  static let areReportsAuthorized = family(
    "dmarc_reports_authorized", .bool, "DMARC 报告外发已获授权")
  static let strictTransport = family("mta_sts", .string, isNullable: true, "MTA-STS 记录")
  static let tlsReports = family("tls_rpt", .string, isNullable: true, "TLS-RPT 记录")
  package static let capturedOn = family("captured_on", .date, "采集日期")
  /// What was asked, and neither answered nor denied: `MX example.com`.
  static let unanswered = family("unanswered", .list, "查询未得到有效应答的记录")
  static let defects = family("defects", .list, "解析记录问题")

  package static let declarations = [
    domain, exchanges, mailProviders, spf, spfResult, spfAll, spfLookups, spfIncludes,
    spfProviders, spfUnexpanded, selectors, usableSelectors, keyTypes, keyBits, dmarc, dmarcPolicy,
    dmarcReports, externalReports, areReportsAuthorized, strictTransport, tlsReports, capturedOn,
    unanswered, defects,
  ]
}

extension MailDomainStudy {
  /// The facts `dns.*`, each of which has as evidence the places of the records that it rests on.
  package var facts: [Fact] {
    let facts = mailFacts + spfFacts + dkimFacts + dmarcFacts + transportFacts
    let unanswered = unansweredFacts
    guard !facts.isEmpty || !unanswered.isEmpty else { return [] }
    let evidence = (facts + unanswered).flatMap(\.evidence)
    var all = [fact(MailDomainFacts.domain, .string(domain.text), evidence.prefix(1))] + facts
    all += unanswered
    // Nothing was read that could be sound or not.
    guard !facts.isEmpty else { return all }
    let days = usedOrigins.compactMap { $0.captured?.shanghaiDate }
    // What is concluded is as old as the oldest of what it rests on.
    if let day = days.min() {
      all.append(fact(MailDomainFacts.capturedOn, .date(day), evidence.prefix(1)))
    }
    let broken = defects.compactMap(\.origin)
    let places = broken.isEmpty ? usedOrigins : broken
    all.append(fact(MailDomainFacts.defects, .texts(defects.map { shown($0.text) }), places))
    return all
  }

  /// Enough to show; a record of a thousand lines is cited by its first ones.
  private static let evidenceLimit = 20

  private func fact(
    _ declaration: FactDeclaration, _ value: Value, _ origins: [RecordOrigin]
  ) -> Fact {
    let evidence = origins.map(\.evidence)
    return Fact(
      declaration, value, confidence: origins.map(\.confidence).reduce(1, min),
      evidence: Array(evidence.uniqued().prefix(Self.evidenceLimit)))
  }

  private func fact(
    _ declaration: FactDeclaration, _ value: Value, _ evidence: some Sequence<Evidence>
  ) -> Fact {
    Fact(declaration, value, evidence: Array(evidence))
  }

  private var usedOrigins: [RecordOrigin] {
    mx.exchanges.map(\.origin) + spf.records.map(\.origin) + dkim.keys.map(\.origin)
      + [dmarc.origin, mx.absence].compactMap(\.self) + transport.strictTransport.origins
      + transport.reports.origins + defects.compactMap(\.origin)
  }

  /// As consoles write names of a zone whose own name is not known: `_dmarc`, and `@` for the zone.
  private func shown(_ text: String) -> String {
    text.replacing("." + NameEvidence.namelessZone, with: "")
      .replacing(NameEvidence.namelessZone, with: "@")
  }

  private var unansweredFacts: [Fact] {
    let places = failures.compactMap { failureOrigins[$0] }
    guard !places.isEmpty else { return [] }
    return [fact(MailDomainFacts.unanswered, .texts(failures.map { shown($0.text) }), places)]
  }

  private var mailFacts: [Fact] {
    let origins = mx.exchanges.map(\.origin)
    guard !origins.isEmpty else {
      return mx.absence.map { [fact(MailDomainFacts.exchanges, .list([]), [$0])] } ?? [Fact]()
    }
    let hosts = mx.exchanges.map(\.exchange.host.description)
    var facts = [fact(MailDomainFacts.exchanges, .texts(hosts), origins)]
    // A host that the table does not know may be anybody's.
    if mx.areAllRecognized {
      facts.append(fact(MailDomainFacts.mailProviders, .texts(mx.providers), origins))
    }
    return facts
  }

  private var spfFacts: [Fact] {
    let origins =
      spf.records.isEmpty
      ? defects.filter { $0.kind == .spfMissing }.compactMap(\.origin) : spf.records.map(\.origin)
    // Neither a record nor the word that there is none.
    guard !origins.isEmpty else { return [] }
    var facts: [Fact] = []
    func add(_ declaration: FactDeclaration, _ value: Value) {
      facts.append(fact(declaration, value, origins))
    }
    let text = spf.record?.text ?? spf.records.first?.data.joinedText
    add(MailDomainFacts.spf, text.map(Value.string) ?? .null)
    if let result = spf.result { add(MailDomainFacts.spfResult, .string(result.rawValue)) }
    guard let record = spf.record else { return facts }
    let all = record.directives.first { $0.mechanism == .all }
    add(
      MailDomainFacts.spfAll, all.map { .string(String($0.qualifier.rawValue) + "all") } ?? .null)
    // A lower bound is an answer where it is too high already.
    if spf.isExpanded || spf.lookups > SPFCheck.lookupLimit {
      add(MailDomainFacts.spfLookups, .int(spf.lookups))
    }
    add(MailDomainFacts.spfIncludes, .texts(spf.includes))
    add(MailDomainFacts.spfProviders, .texts(spfProviders))
    add(MailDomainFacts.spfUnexpanded, .texts(spf.unexpanded.map(\.text)))
    return facts
  }

  private var dkimFacts: [Fact] {
    let origins = dkim.keys.map(\.origin)
    guard !origins.isEmpty else {
      // Only a whole zone can say that there is no selector at all.
      let missing = defects.filter { $0.kind == .dkimMissing }.compactMap(\.origin)
      let places = missing.isEmpty ? usedOrigins : missing
      guard isZoneWhole, !places.isEmpty else { return [] }
      return [MailDomainFacts.selectors, MailDomainFacts.keyTypes].map {
        fact($0, .list([]), places)
      }
    }
    var facts = [
      fact(MailDomainFacts.selectors, .texts(dkim.keys.map(\.selector)), origins),
      fact(
        MailDomainFacts.usableSelectors,
        .texts(dkim.keys.filter(\.record.isUsable).map(\.selector)), origins),
    ]
    if !dkim.types.isEmpty {
      facts.append(fact(MailDomainFacts.keyTypes, .texts(dkim.types), origins))
    }
    if let bits = dkim.bits { facts.append(fact(MailDomainFacts.keyBits, .int(bits), origins)) }
    return facts
  }

  private var dmarcFacts: [Fact] {
    guard let record = dmarc.record, let origin = dmarc.origin else {
      let places = defects.filter { $0.kind == .dmarcMissing || $0.kind == .dmarcSeveral }
        .compactMap(\.origin)
      guard dmarc.isKnown, !places.isEmpty else { return [] }
      return [MailDomainFacts.dmarc, MailDomainFacts.dmarcPolicy].map { fact($0, .null, places) }
    }
    var facts = [
      fact(MailDomainFacts.dmarc, .string(record.text), [origin]),
      fact(
        MailDomainFacts.dmarcReports, .texts(record.reports.map(\.address)), [origin]),
      fact(
        MailDomainFacts.externalReports, .texts(dmarc.externalReports.map(\.text)), [origin]),
    ]
    if let policy = dmarc.policy {
      facts.append(fact(MailDomainFacts.dmarcPolicy, .string(policy.rawValue), [origin]))
    }
    if let isAuthorized = dmarc.areReportsAuthorized {
      facts.append(fact(MailDomainFacts.areReportsAuthorized, .bool(isAuthorized), [origin]))
    }
    return facts
  }

  private var transportFacts: [Fact] {
    [
      (MailDomainFacts.strictTransport, transport.strictTransport),
      (MailDomainFacts.tlsReports, transport.reports),
    ].compactMap { declaration, found in
      guard found.isKnown else { return nil }
      return fact(declaration, found.text.map(Value.string) ?? .null, found.origins)
    }
  }
}
