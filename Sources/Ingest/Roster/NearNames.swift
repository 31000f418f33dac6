internal import Model

/// Names that are to be found by others that are near them, without comparing each with each.
struct NearNames {
  private let names: [CompanyFolderName]
  /// The places of the names that hold a pair of characters.
  private let places: [String: [Int]]
  /// The places of names that tell the same company.
  private let equal: [CompanyFolderName: [Int]]

  init(_ names: [CompanyFolderName]) {
    self.names = names
    var places: [String: [Int]] = [:]
    for (index, name) in names.enumerated() {
      for pair in name.pairs { places[pair, default: []].append(index) }
    }
    self.places = places
    equal = Dictionary(grouping: names.indices) { names[$0] }
  }

  /// The pairs of a name that the fewest of these names hold: one change spoils two of them, so that what is near
  /// shares one of three.
  private func rarest(_ name: CompanyFolderName) -> [String] {
    // allowed: none of these names holds the pair
    name.pairs.map { (pair: $0, count: places[$0]?.count ?? 0) }
      .sorted { ($0.count, $0.pair) < ($1.count, $1.pair) }.prefix(3).map(\.pair)
  }

  /// Finds, for each of these names, which of the others are near it.
  ///
  /// - Returns: Places among `others` by places among these, each list sorted.
  func near(_ others: NearNames) -> [Int: [Int]] {
    var found: [Int: Set<Int>] = [:]
    for (index, name) in names.enumerated() {
      if let same = others.equal[name]?.prefix(Self.mostPerPair), name.isNear(name) {
        found[index, default: []].formUnion(same)
      }
      // A part of a name has its pairs all in the whole: the rarest are looked for from both sides.
      for pair in others.rarest(name) {
        for other in others.places(of: pair)
        where name.isNear(others.names[other]) { found[index, default: []].insert(other) }
      }
    }
    for (other, name) in others.names.enumerated() {
      for pair in rarest(name) {
        for index in places(of: pair)
        where name.isNear(names[index]) { found[index, default: []].insert(other) }
      }
    }
    return found.mapValues { $0.sorted() }
  }

  /// The places of the names that hold a pair; none where it is as common as 科技.
  private func places(of pair: String) -> [Int] {
    guard let found = places[pair], found.count <= Self.mostPerPair else { return [] }
    return found
  }

  private static let mostPerPair = 50
}
