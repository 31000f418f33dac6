internal import Model

/// Whose ID cards are there.
enum CardRoles {
  /// A person by the cards: portrait sides that are the same, and the emblem sides that go with them.
  struct Person {
    var fronts: [PlacedDocument]
    var backs: [PlacedDocument] = []

    var numbers: [String] { fronts.compactMap { $0.text("id_front.number", profile: "code") } }
    var names: [String] { fronts.compactMap { $0.text("id_front.name", profile: "person") } }
  }

  /// The roles, and the cards that might be the legal representative's for all that is known.
  struct Outcome {
    var roles: [String: Role] = [:]
    var undecided: Set<String> = []
    /// Cards of which both sides are there.
    var whole: Set<String> = []
    /// Whether an emblem side is left that belongs to none of several for certain.
    var hasStrayBacks = false
  }

  /// Each card's role, of both sides.
  ///
  /// - Parameter licenseRepresentative: As the primary license names the person.
  static func roles(
    fronts: [PlacedDocument], backs: [PlacedDocument], declared: DeclaredIdentity,
    licenseRepresentative: String?
  ) -> Outcome {
    let pairing = CardPairing(
      fronts.grouped(bySame: isSame).map { Person(fronts: $0) }, backs: backs)
    let persons = pairing.persons
    let chosen = chosen(
      among: persons, declared: declared, licenseRepresentative: licenseRepresentative)
    var outcome = Outcome()
    for (index, person) in persons.enumerated() {
      let role: Role =
        switch index {
        case chosen.representative: .legalRepresentative
        case chosen.operating: .operating
        default: .other
        }
      for card in person.fronts + person.backs {
        outcome.roles[card.id] = role
        if !person.backs.isEmpty { outcome.whole.insert(card.id) }
        if role == .other, chosen.representative == nil { outcome.undecided.insert(card.id) }
      }
    }
    // An emblem side alone names nobody: without any portrait side it is taken for the representative's.
    let isOnlyCard = persons.isEmpty && CardPairing.cards(pairing.stray).count == 1
    outcome.hasStrayBacks = !pairing.stray.isEmpty && !persons.isEmpty
    for back in pairing.stray {
      outcome.roles[back.id] = isOnlyCard ? .legalRepresentative : .other
      if !isOnlyCard { outcome.undecided.insert(back.id) }
    }
    return outcome
  }

  /// The same number, or the same name unless both numbers are right and differ.
  private static func isSame(_ left: PlacedDocument, _ right: PlacedDocument) -> Bool {
    let leftNumber = left.text("id_front.number", profile: "code")
    let rightNumber = right.text("id_front.number", profile: "code")
    if let leftNumber, leftNumber == rightNumber { return true }
    guard let name = left.text("id_front.name", profile: "person"),
      name == right.text("id_front.name", profile: "person")
    else { return false }
    let rightOnes = [leftNumber, rightNumber].compactMap(\.self)
      .filter { ResidentIdentityNumber($0)?.isValid == true }
    return rightOnes.count < 2
  }

  private static func chosen(
    among persons: [Person], declared: DeclaredIdentity, licenseRepresentative: String?
  ) -> (representative: Int?, operating: Int?) {
    let names = [declared.representativeName, licenseRepresentative]
    let representative = persons.map { person in
      match(person, number: declared.representativeNumber, names: names)
    }
    let operating = persons.map { person in
      match(person, number: declared.operatorNumber, names: [declared.operatorName])
    }
    var chosenRepresentative = best(representative, persons) { $0 >= .licenseName }
    var rest = persons.indices.filter { $0 != chosenRepresentative }
    let chosenOperating =
      best(operating, persons) { $0 >= .licenseName }
      .flatMap { rest.contains($0) ? $0 : nil }
      ?? rest.first { operating[$0] == .near && representative[$0] == .none }
    rest.removeAll { $0 == chosenOperating }
    if chosenRepresentative == nil {
      let near = rest.filter { representative[$0] == .near }
      // The only card left must be the representative's: if it says another name, that is a finding.
      chosenRepresentative =
        near.count == 1 ? near.first : rest.count == 1 ? rest.first : nil
    }
    return (chosenRepresentative, chosenOperating)
  }

  /// How well a person fits, from worst to best.
  private enum Match: Int, Comparable {
    case none, near, licenseName, declaredName, number

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// - Parameter names: the declared name first, then what the license says.
  private static func match(_ person: Person, number: String?, names: [String?]) -> Match {
    if let number, person.numbers.contains(number) { return .number }
    for (index, name) in names.enumerated() {
      if let name, person.names.contains(name) { return index == 0 ? .declaredName : .licenseName }
    }
    let isNear =
      person.numbers.contains { Resemblance.ofCodes($0, number) }
      || person.names.contains { own in names.contains { Resemblance.ofNames(own, $0) } }
    return isNear ? .near : .none
  }

  private static func best(
    _ matches: [Match], _ persons: [Person], where isGood: (Match) -> Bool
  ) -> Int? {
    matches.indices.filter { isGood(matches[$0]) }.reversed().max { left, right in
      (matches[left], persons[left].fronts.legibility)
        < (matches[right], persons[right].fronts.legibility)
    }
  }
}
