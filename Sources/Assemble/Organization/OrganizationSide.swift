internal import Model

extension OrganizationComparison {
  /// The chart or the contact list that is compared, if one alone is meant and it was read well enough.
  struct Side {
    let hierarchy: Hierarchy?
    let state: FactState
    let confidence: Double
    let evidence: [Evidence]

    init(_ documents: [PlacedDocument], _ kind: MaterialKind, _ minimumConfidence: Double) {
      let own = documents.filter { $0.document.kind == kind }
      evidence = own.map(\.place)
      let readable = own.compactMap(\.document.hierarchy).filter { !$0.nodes.isEmpty }
      guard let first = readable.first else {
        (hierarchy, confidence) = (nil, 0)
        state = own.isEmpty ? .noDocument : .unread
        return
      }
      confidence = readable.flatMap(\.nodes).reduce(1) { min($0, $1.confidence) }
      // A chart in two formats is one chart; two that differ say nothing.
      let paths = Set(first.departmentPaths)
      guard readable.allSatisfy({ Set($0.departmentPaths) == paths }) else {
        (hierarchy, state) = (nil, .conflicting)
        return
      }
      let isWhole = own.allSatisfy(\.document.isReadWhole)
      guard confidence >= minimumConfidence, isWhole else {
        (hierarchy, state) = (nil, .doubtful)
        return
      }
      (hierarchy, state) = (first, .known)
    }

    static func known(_ declaration: FactDeclaration, _ texts: [String], _ sides: [Side])
      -> ResolvedFact
    {
      known(declaration, .texts(texts), sides)
    }

    static func known(_ declaration: FactDeclaration, _ value: Value, _ sides: [Side])
      -> ResolvedFact
    {
      ResolvedFact(
        key: declaration.key, state: .known, value: value,
        confidence: sides.reduce(1) { min($0, $1.confidence) }, evidence: sides.flatMap(\.evidence))
    }

    /// With the state of the first side that is not known.
    static func unknown(_ declaration: FactDeclaration, _ sides: [Side]) -> ResolvedFact {
      let state = sides.first { $0.state != .known }?.state ?? .unread
      return ResolvedFact(
        key: declaration.key, state: state, evidence: sides.flatMap(\.evidence))
    }
  }
}
