internal import Model

/// Where a domain takes mail in, and what is wrong with that.
package struct MXSurvey: Sendable {
  /// By preference, then by name.
  package let exchanges: [(exchange: MailExchange, origin: RecordOrigin)]
  /// Whether the domain says that it takes no mail (RFC 7505).
  package let isNull: Bool
  /// Whose hosts they are, as far as the table knows; sorted.
  package let providers: [String]
  /// Whether the table knows every host.
  package let areAllRecognized: Bool
  package let absence: RecordOrigin?
  package let questions: [DNSQuestion]
  package let failures: [DNSQuestion]
  package let defects: [MailDefect]

  package init(of domain: DomainName, _ lookup: any DNSLookup, providers table: MailProviders) {
    var defects: [MailDefect] = []
    var questions: [DNSQuestion] = []
    var failures: [DNSQuestion] = []
    var absence: RecordOrigin?
    var exchanges: [(exchange: MailExchange, origin: RecordOrigin)] = []
    let question = DNSQuestion(domain, .mx)
    switch lookup.answer(question) {
    case .notSupplied: questions.append(question)
    case .failed: failures.append(question)
    case .empty(let found):
      absence = found.origin
      defects.append(MailDefect(.mxMissing, domain.text, origin: found.origin))
    case .records(let records):
      exchanges = records.compactMap { record in
        if case .mx(let exchange) = record.data { (exchange, record.origin) } else { nil }
      }.sorted {
        ($0.exchange.preference, $0.exchange.host) < ($1.exchange.preference, $1.exchange.host)
      }
    }
    let nulls = exchanges.filter { $0.exchange.host.isRoot }
    if let null = nulls.first {
      defects.append(
        MailDefect(exchanges.count == 1 ? .mxNull : .mxNullMixed, "0 .", origin: null.origin))
    }
    for (exchange, origin) in exchanges where !exchange.host.isRoot {
      let host = MXHost(exchange.host, lookup)
      questions += host.questions
      if let kind = host.defect {
        defects.append(MailDefect(kind, exchange.host.text, origin: origin))
      }
    }
    let hosts = exchanges.map(\.exchange.host).filter { !$0.isRoot }
    let names = Set(hosts.compactMap(table.provider(ofExchange:))).sorted()
    if names.count > 1 {
      defects.append(
        MailDefect(
          .mxSeveralProviders, names.joined(separator: ", "), origin: exchanges.first?.origin))
    }
    self.exchanges = exchanges
    isNull = !nulls.isEmpty && exchanges.count == nulls.count
    providers = names
    areAllRecognized =
      !hosts.isEmpty
      && hosts.allSatisfy { table.provider(ofExchange: $0) != nil }
    self.absence = absence
    self.questions = questions
    self.failures = failures
    self.defects = defects
  }
}

/// One host that takes mail in.
private struct MXHost {
  var defect: MailDefect.Kind?
  var questions: [DNSQuestion] = []

  init(_ host: DomainName, _ lookup: any DNSLookup) {
    if IPAddress(host.text) != nil {
      defect = .mxAddress
      return
    }
    guard host.isHostName, host.labels.count > 1 else {
      defect = host.text.contains("/") || host.text.contains(":") ? .mxURL : .mxNotHost
      return
    }
    let alias = DNSQuestion(host, .cname)
    if case .records = lookup.answer(alias) {
      defect = .mxAlias
      return
    }
    var isMissing = true
    for type in [RecordType.a, .aaaa] {
      let question = DNSQuestion(host, type)
      switch lookup.answer(question) {
      case .notSupplied:
        questions.append(question)
        isMissing = false
      case .records, .failed: isMissing = false
      case .empty: continue
      }
    }
    if isMissing { defect = .mxNoAddress }
  }
}
