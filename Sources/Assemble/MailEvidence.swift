internal import Model

/// What several pieces of DNS evidence of one domain say together.
///
/// People take one screenshot or one output for each record: their lists add up instead of contradicting
/// each other, and together they are as old as the oldest.
enum MailEvidence {
  private static let lists: Set<String> = [
    "dns.defects", "dns.dkim_selectors", "dns.dkim_usable", "dns.spf_unexpanded",
  ]

  /// The facts that add up; none unless there are several documents of one domain.
  static func all(of documents: [PlacedDocument], minimumConfidence: Double) -> [ResolvedFact] {
    let evidence = documents.filter { $0.document.kind == .dnsRecords }
    let domains = Set(evidence.map { $0.fact("dns.domain")?.value })
    guard evidence.count > 1, domains.count == 1, domains != [nil] else { return [] }
    func sure(_ key: String) -> [Fact] {
      evidence.compactMap { $0.fact(key) }.filter { $0.confidence >= minimumConfidence }
    }
    let joined = lists.sorted().compactMap { key in
      fact(key, sure(key)) { values in
        var seen: Set<Value> = []
        return .list(values.flatMap(items).filter { seen.insert($0).inserted })
      }
    }
    let day = fact("dns.captured_on", sure("dns.captured_on")) { values in
      values.compactMap(\.date).min().map(Value.date)
    }
    return joined + [day].compactMap(\.self)
  }

  private static func fact(
    _ key: String, _ facts: [Fact], _ value: ([Value]) -> Value?
  ) -> ResolvedFact? {
    guard facts.count > 1, let value = value(facts.map(\.value)) else { return nil }
    var seen: Set<Evidence> = []
    return ResolvedFact(
      key: key, state: .known, value: value,
      confidence: facts.reduce(1) { min($0, $1.confidence) },
      evidence: facts.flatMap(\.evidence).filter { seen.insert($0).inserted })
  }

  private static func items(_ value: Value) -> [Value] {
    if case .list(let items) = value { items } else { [] }
  }
}
