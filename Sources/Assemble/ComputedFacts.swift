internal import Model

/// Facts that need several files, the declaration or the run.
enum ComputedFacts {
  static let submittedOn = FactKey<CalendarDate>(
    "submission.submitted_on", "The declared day of submission, else the day of the run.")
  static let asOf = FactKey<CalendarDate>("run.as_of", "The day by which the run judges.")
  static let materials = FactDeclaration(
    key: "submission.materials", type: .list, summary: "The kinds of documents found: 已有材料")

  static func all(
    documents: [PlacedDocument], declaration: [Fact], asOf: CalendarDate, minimumConfidence: Double
  ) -> [ResolvedFact] {
    let declared = declaration.first { $0.key == "declared.submitted_on" }
    let day = declared.map { known(submittedOn.name, $0.value, evidence: $0.evidence) }
    return [
      day ?? known(submittedOn.name, .date(asOf), evidence: []),
      known(Self.asOf.name, .date(asOf), evidence: []),
      kinds(of: documents, minimumConfidence),
    ]
  }

  private static func known(_ key: String, _ value: Value, evidence: [Evidence]) -> ResolvedFact {
    ResolvedFact(key: key, state: .known, value: value, confidence: 1, evidence: evidence.computed)
  }

  /// The kinds that were found; whether one more is in a file that was not read is asked by `required`.
  private static func kinds(
    of documents: [PlacedDocument], _ minimumConfidence: Double
  ) -> ResolvedFact {
    let materials = documents.filter { $0.document.kind != .other }
    let confidence = materials.map(\.document.confidence).min() ?? 1
    let kinds = Set(materials.map(\.document.kind)).sorted()
    return ResolvedFact(
      key: Self.materials.key,
      state: confidence >= minimumConfidence ? .known : .doubtful,
      value: .list(kinds.map { .string($0.rawValue) }), confidence: confidence,
      evidence: materials.map(\.place))
  }
}
