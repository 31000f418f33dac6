internal import Model

/// Pairs the two sides of cards, which carry nothing in common: by page, file, name and folder.
enum CardPairing {
  /// The persons with their emblem sides, and the emblem sides that belong to none for certain.
  static func persons(_ persons: [CardRoles.Person], backs: [PlacedDocument]) -> (
    persons: [CardRoles.Person], stray: [PlacedDocument]
  ) {
    var persons = persons
    var stray = backs
    func give(_ back: PlacedDocument, to person: Int) {
      persons[person].backs.append(back)
      stray.removeAll { $0.id == back.id }
    }
    for pair in nearestPairs(persons, backs) { give(pair.back, to: pair.person) }
    // A second copy of a side that is paired already.
    for back in stray {
      let owners = persons.indices.filter { persons[$0].backs.contains { isCopy($0, back) } }
      if owners.count == 1 { give(back, to: owners[0]) }
    }
    // One person left and one card left.
    let open = persons.indices.filter { persons[$0].backs.isEmpty }
    if open.count == 1, cards(stray).count == 1 {
      for back in stray { give(back, to: open[0]) }
    }
    return (persons, stray)
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

  /// One emblem side for each portrait side, the nearest first.
  private static func nearestPairs(_ persons: [CardRoles.Person], _ backs: [PlacedDocument])
    -> [(person: Int, back: PlacedDocument)]
  {
    var candidates: [(distance: Distance, front: String, person: Int, back: PlacedDocument)] = []
    for (person, cards) in persons.enumerated() {
      for front in cards.fronts {
        for back in backs {
          guard let distance = Distance(front, back) else { continue }
          candidates.append((distance, front.id, person, back))
        }
      }
    }
    // Stable by construction: fronts and backs come in the order of files and pages.
    let order = candidates.indices.sorted {
      (candidates[$0].distance, $0) < (candidates[$1].distance, $1)
    }
    var taken: Set<String> = []
    var pairs: [(Int, PlacedDocument)] = []
    for index in order {
      let candidate = candidates[index]
      guard !taken.contains(candidate.front), !taken.contains(candidate.back.id) else { continue }
      taken.formUnion([candidate.front, candidate.back.id])
      pairs.append((candidate.person, candidate.back))
    }
    return pairs
  }

  /// How far apart two sides lie.
  private struct Distance: Comparable {
    /// 0 in one file, 1 in files of one folder with the same name but for the side.
    let step: Int
    /// Pages, or numbers in the names, between them.
    let gap: Int

    /// `nil` where nothing says that they belong together.
    init?(_ front: PlacedDocument, _ back: PlacedDocument) {
      if front.file == back.file {
        guard let first = front.document.pages.first, let second = back.document.pages.first else {
          return nil
        }
        step = 0
        gap = abs(first - second)
        return
      }
      let frontName = SideName(front.file)
      let backName = SideName(back.file)
      guard frontName.folder == backName.folder, frontName.stem == backName.stem else {
        return nil
      }
      step = 1
      gap =
        if let first = frontName.number, let second = backName.number {
          abs(first - second)
        } else { 0 }
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.step, left.gap) < (right.step, right.gap)
    }
  }
}
