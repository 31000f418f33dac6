/// What the keys of a schema are called, prepared once: every declaration and every roster asks for it.
struct KeyTitles: Sendable {
  /// A key with a value.
  struct Leaf: Sendable {
    let path: String
    let type: DeclaredType
    /// Its own names, folded.
    let names: [String]
    /// With those of its sections before them, with a dot between and without.
    let paths: [String]
  }

  /// In the order of the schema.
  let leaves: [Leaf]
  /// The places of leaves, by names with sections and by names alone.
  private let byPath: [String: Int]
  private let byName: [String: [Int]]

  init(_ keys: [DeclaredKey]) {
    leaves = keys.flatMap { Self.leaves(of: $0, sections: []) }
    var (byPath, byName): ([String: Int], [String: [Int]]) = ([:], [:])
    for (place, leaf) in leaves.enumerated() {
      for path in leaf.paths where byPath[path] == nil { byPath[path] = place }
      for name in Set(leaf.names) { byName[name, default: []].append(place) }
    }
    (self.byPath, self.byName) = (byPath, byName)
  }

  /// The key that a folded title means: by its whole path, or by a name that it alone has, or alone in the company's
  /// section.
  func leaf(called title: String) -> Leaf? {
    if let place = byPath[title] { return leaves[place] }
    guard let named = byName[title] else { return nil }
    let ofCompany = named.filter { leaves[$0].path.hasPrefix("company.") }
    let meant = named.count == 1 ? named : ofCompany
    return meant.count == 1 ? meant.first.map { leaves[$0] } : nil
  }

  private static func leaves(of key: DeclaredKey, sections: [[String]]) -> [Leaf] {
    let names = ([key.name] + key.aliases).map(KeyText.folded)
    switch key.content {
    case .section(let keys): return keys.flatMap { leaves(of: $0, sections: sections + [names]) }
    case .value(let type):
      var prefixes = [""]
      for section in sections {
        prefixes = prefixes.flatMap { prefix in
          section.flatMap { name in
            [".", "", "/"].map { prefix + name + $0 }
          }
        }
      }
      let paths =
        sections.isEmpty ? names : prefixes.flatMap { prefix in names.map { prefix + $0 } }
      return [Leaf(path: key.path, type: type, names: names, paths: paths)]
    }
  }
}
