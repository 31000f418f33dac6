internal import Model

/// What a document is among the others, for rules that go over all of a kind.
enum DocumentFacts {
  private static let roles: [(key: String, kind: MaterialKind)] = [
    ("license.role", .businessLicense), ("id_front.role", .idCardFront),
    ("id_back.role", .idCardBack),
  ]
  private static let sides: [(key: String, kind: MaterialKind)] = [
    ("id_front.has_other_side", .idCardFront), ("id_back.has_other_side", .idCardBack),
  ]

  static let declarations =
    roles.map { role in
      FactDeclaration(
        key: role.key, type: .string,
        summary: "What the document is: primary, legal_representative, operator or other.",
        material: role.kind)
    }
    + sides.map { side in
      FactDeclaration(
        key: side.key, type: .bool, summary: "Whether the card's other side is there too.",
        material: side.kind)
    }
  static let keys = Set(declarations.map(\.key))

  static func all(
    of placed: PlacedDocument, _ outcome: CardRoles.Outcome, _ hiding: [HidingFile]
  ) -> [ResolvedFact] {
    func fact(_ key: String, _ value: Value, isKnown: Bool) -> ResolvedFact {
      ResolvedFact(
        key: key, state: isKnown ? .known : .doubtful, value: value,
        confidence: isKnown ? placed.document.confidence : 0.5, evidence: [placed.place],
        document: placed.id)
    }
    let kind = placed.document.kind
    var facts: [ResolvedFact] = []
    if let role = outcome.roles[placed.id], let key = roles.first(where: { $0.kind == kind })?.key {
      let isDecided = !outcome.undecided.contains(placed.id)
      facts.append(fact(key, .string(role.rawValue), isKnown: isDecided))
    }
    if let key = sides.first(where: { $0.kind == kind })?.key {
      let isWhole = outcome.whole.contains(placed.id)
      // The other side may be in a file that was not understood, or among sides that nobody could pair.
      let other: MaterialKind = kind == .idCardFront ? .idCardBack : .idCardFront
      let isKnown =
        isWhole
        || !hiding.contains { $0.mayHold(other) } && !outcome.undecided.contains(placed.id)
          && !outcome.hasStrayBacks
      facts.append(fact(key, .bool(isWhole), isKnown: isKnown))
    }
    return facts
  }
}
