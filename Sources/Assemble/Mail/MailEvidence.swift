internal import Model

/// What several pieces of DNS evidence of one domain, or several tested connections, say together.
///
/// People take one screenshot or one output for each record or port: their lists add up instead of
/// contradicting each other, and together they are as old as the oldest.
enum MailEvidence {
  private static let lists = [
    "dns.defects", "dns.dkim_selectors", "dns.dkim_usable", "dns.spf_unexpanded",
  ]

  /// The facts that add up; none of DNS unless the documents that count are of one domain.
  static func all(
    of documents: [PlacedDocument], _ roles: [String: Role], minimumConfidence: Double
  ) -> [ResolvedFact] {
    let records = documents.filter {
      $0.document.kind == .dnsRecords && roles[$0.id] != .other
    }
    let connections = documents.filter { $0.document.kind == .tlsCertificate }
    let domains = Set(records.map { $0.fact("dns.domain")?.value })
    func sure(_ key: String, _ evidence: [PlacedDocument]) -> [Fact] {
      evidence.compactMap { $0.fact(key) }.filter { $0.confidence >= minimumConfidence }
    }
    var facts = [
      union("tls.defects", sure("tls.defects", connections)),
      oldest("tls.captured_on", sure("tls.captured_on", connections)),
    ]
    if domains.count == 1, domains != [nil] {
      facts += lists.map { union($0, sure($0, records)) }
      facts.append(oldest("dns.captured_on", sure("dns.captured_on", records)))
    }
    return facts.compactMap(\.self)
  }

  private static func union(_ key: String, _ facts: [Fact]) -> ResolvedFact? {
    fact(key, facts) { values in .list(values.flatMap(items).uniqued()) }
  }

  private static func oldest(_ key: String, _ facts: [Fact]) -> ResolvedFact? {
    fact(key, facts) { values in values.compactMap(\.date).min().map(Value.date) }
  }

  private static func fact(
    _ key: String, _ facts: [Fact], _ value: ([Value]) -> Value?
  ) -> ResolvedFact? {
    guard facts.count > 1, let value = value(facts.map(\.value)) else { return nil }
    return ResolvedFact(
      key: key, state: .known, value: value,
      confidence: facts.reduce(1) { min($0, $1.confidence) },
      evidence: facts.flatMap(\.evidence).uniqued())
  }

  private static func items(_ value: Value) -> [Value] {
    if case .list(let items) = value { items } else { [] }
  }
}
