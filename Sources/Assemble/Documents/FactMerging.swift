internal import Model

/// One statement out of the readings of one document and its copies.
struct FactMerging {
  /// A fact counts as known from here on.
  let minimumConfidence: Double

  /// The state of `key` in documents that are one and the same.
  /// - Parameter documents: not empty; in the order of files.
  func resolved(_ key: String, in documents: [PlacedDocument]) -> ResolvedFact {
    let readings = documents.flatMap { placed in
      placed.document.facts.filter { $0.key == key }.map { (document: placed.id, fact: $0) }
    }
    let sure = readings.filter { $0.fact.confidence >= minimumConfidence }
    // A doubtful reading is no statement, so it contradicts none that is sure.
    let counted = sure.isEmpty ? readings : sure
    let values = distinct(counted.map(\.fact.value))
    guard let best = counted.reversed().max(by: { $0.fact.confidence < $1.fact.confidence }) else {
      return unread(key, in: documents)
    }
    if values.count > 1 {
      return ResolvedFact(
        key: key, state: .conflicting, evidence: distinctEvidence(counted.map(\.fact)),
        alternatives: values)
    }
    return ResolvedFact(
      key: key, state: sure.isEmpty ? .doubtful : .known, value: best.fact.value,
      confidence: best.fact.confidence, evidence: distinctEvidence(counted.map(\.fact)),
      document: best.document)
  }

  /// The state of `key` where it is not known which of the documents is meant.
  func undecided(_ key: String, among documents: [PlacedDocument]) -> ResolvedFact {
    let facts = documents.flatMap { placed in placed.document.facts.filter { $0.key == key } }
    guard !facts.isEmpty else { return unread(key, in: documents) }
    return ResolvedFact(
      key: key, state: .conflicting, evidence: distinctEvidence(facts),
      alternatives: distinct(facts.map(\.value)))
  }

  /// There is no document that would carry it.
  static func absent(_ key: String) -> ResolvedFact {
    ResolvedFact(key: key, state: .noDocument)
  }

  /// The evidence says where it was looked for.
  func unread(_ key: String, in documents: [PlacedDocument]) -> ResolvedFact {
    ResolvedFact(
      key: key, state: .unread, evidence: documents.map(\.place),
      document: documents.count == 1 ? documents.first?.id : nil)
  }

  /// The different values in their order; texts are the same but for width, brackets and spaces.
  private func distinct(_ values: [Value]) -> [Value] {
    values.count > 1 ? values.uniqued(by: comparable) : values
  }

  private func comparable(_ value: Value) -> Value {
    switch value {
    case .string(let text): .string(TextNormalization.plainText.applied(to: text))
    case .list(let values): .list(values.map(comparable))
    case .null, .bool, .int, .double, .date: value
    }
  }

  private func distinctEvidence(_ facts: [Fact]) -> [Evidence] {
    if facts.count == 1, facts[0].evidence.count < 2 { return facts[0].evidence }
    return facts.flatMap(\.evidence).uniqued()
  }
}
