internal import Model

/// Pairs the two sides of cards, which carry nothing in common: by page, file, name and folder.
///
/// From the nearest to the farthest, and only where one person and one card are left to choose from, or
/// where the sides take turns. What stays open is said to be open.
struct CardPairing {
  private(set) var persons: [CardRoles.Person]
  /// Emblem sides that belong to none for certain.
  private(set) var stray: [PlacedDocument]

  init(_ persons: [CardRoles.Person], backs: [PlacedDocument]) {
    self.persons = persons
    stray = backs
    guard !persons.isEmpty, !backs.isEmpty else { return }
    let documents = persons.flatMap(\.fronts) + backs
    // Worked out once, and asked for with every pair.
    let sides = Dictionary(
      documents.map { ($0.id, SideName($0.file)) }, uniquingKeysWith: { first, _ in first })
    let folder = { (placed: PlacedDocument) in sides[placed.id].map(\.folder) }
    let stem = { (placed: PlacedDocument) in sides[placed.id].map(\.stem) }
    let number = { (placed: PlacedDocument) in sides[placed.id].flatMap(\.number) }
    pairAlone { [$0.file, $0.page] }
    pairAlone { [$0.file] }
    pairInTurns(by: { [$0.file] }, place: { $0.document.pages.first }, largestGap: .max)
    pairAlone { [folder($0), stem($0), number($0).map(String.init)] }
    pairInTurns(by: { [folder($0), stem($0)] }, place: number, largestGap: 1)
    pairAlone { [folder($0), stem($0)] }
    pairCopies()
    pairAlone { [folder($0)] }
    pairAlone { _ in [] }
  }

  /// Emblem sides in groups of those that say the same.
  static func cards(_ backs: [PlacedDocument]) -> [[PlacedDocument]] {
    backs.grouped(bySame: isCopy)
  }

  private static func isCopy(_ left: PlacedDocument, _ right: PlacedDocument) -> Bool {
    let keys = ["id_back.valid_from", "id_back.valid_to", "id_back.authority"]
    let pairs = keys.map { (left.fact($0)?.value, right.fact($0)?.value) }
    return pairs.contains { $0.0 != nil } && pairs.allSatisfy { $0.0 == $0.1 }
  }

  private var open: [Int] { persons.indices.filter { persons[$0].backs.isEmpty } }

  private mutating func give(_ back: PlacedDocument, to person: Int) {
    persons[person].backs.append(back)
    stray.removeAll { $0.id == back.id }
  }

  /// In each place with the sides of one open person and one stray card, these belong together.
  private mutating func pairAlone(by key: (PlacedDocument) -> [String?]) {
    for (place, backs) in Self.places(of: stray, by: key) {
      let owners = open.filter { persons[$0].fronts.contains { key($0) == place } }
      guard owners.count == 1, Self.cards(backs).count == 1 else { continue }
      for back in backs { give(back, to: owners[0]) }
    }
  }

  /// In each place where the sides take turns, each two in a row belong together.
  private mutating func pairInTurns(
    by key: (PlacedDocument) -> [String?], place number: (PlacedDocument) -> Int?, largestGap: Int
  ) {
    for (place, backs) in Self.places(of: stray, by: key) {
      let sides =
        open.flatMap { owner in persons[owner].fronts.map { (side: $0, owner: Optional(owner)) } }
        .filter { key($0.side) == place } + backs.map { (side: $0, owner: nil) }
      let row = sides.compactMap { side in
        number(side.side).map { (number: $0, side: side.side, owner: side.owner) }
      }.sorted { $0.number < $1.number }
      guard Set(row.map(\.number)).count == sides.count else { continue }
      let pairs = stride(from: 0, to: row.count - 1, by: 2).map { (row[$0], row[$0 + 1]) }
      let takeTurns = pairs.allSatisfy { first, second in
        (first.owner == nil) != (second.owner == nil) && second.number - first.number <= largestGap
      }
      guard takeTurns else { continue }
      for (first, second) in pairs {
        if let owner = first.owner { give(second.side, to: owner) }
        if let owner = second.owner { give(first.side, to: owner) }
      }
    }
  }

  /// A stray side that says the same as one of one person's.
  private mutating func pairCopies() {
    for back in stray {
      let owners = persons.indices.filter { index in
        persons[index].backs.contains { Self.isCopy($0, back) }
      }
      if owners.count == 1 { give(back, to: owners[0]) }
    }
  }

  /// The documents by place, in the order of the places' first documents.
  private static func places(
    of documents: [PlacedDocument], by key: (PlacedDocument) -> [String?]
  ) -> [(place: [String?], documents: [PlacedDocument])] {
    var order: [[String?]] = []
    var byPlace: [[String?]: [PlacedDocument]] = [:]
    for document in documents {
      let place = key(document)
      if byPlace[place] == nil { order.append(place) }
      byPlace[place, default: []].append(document)
    }
    return order.map { ($0, byPlace[$0, default: []]) }
  }
}

extension PlacedDocument {
  fileprivate var page: String { document.pages.map(String.init).joined(separator: ",") }
}
