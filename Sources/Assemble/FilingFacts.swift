internal import Model

/// What all proofs of filing say together.
enum FilingFacts {
  static let domains = FactDeclaration(
    key: "icp.domains", type: .list, summary: "The domains of all proofs of filing.")

  static let declarations = [domains]

  /// Known where every proof's domain is: one that was not read may be the one that is looked for.
  static func all(of documents: [PlacedDocument], minimumConfidence: Double) -> [ResolvedFact] {
    let proofs = documents.filter { $0.document.kind == .icpFiling }
    let facts = proofs.map { $0.fact("icp.domain") }
    let known = facts.compactMap(\.self).filter { $0.confidence >= minimumConfidence }
    let isKnown = !proofs.isEmpty && known.count == proofs.count
    let values = Set(known.compactMap(\.value.string)).sorted().map(Value.string)
    return [
      ResolvedFact(
        key: domains.key, state: isKnown ? .known : proofs.isEmpty ? .noDocument : .unread,
        value: isKnown ? .list(values) : nil,
        confidence: isKnown ? known.map(\.confidence).min() ?? 1 : 0,  // allowed: there is one
        evidence: known.flatMap(\.evidence).computed)
    ]
  }
}
