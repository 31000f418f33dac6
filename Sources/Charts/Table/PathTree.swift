internal import Model

/// A draft that grows by paths from the top: what is on the way is added once.
struct PathTree {
  package private(set) var draft = HierarchyDraft()
  private let page: Int?
  /// Whether every step is a company or department, whatever its name reads like.
  private let holdsDepartmentsOnly: Bool

  private struct Step: Hashable {
    let above: Int?
    let name: String
  }
  private var places: [Step: Int] = [:]

  init(page: Int?, holdsDepartmentsOnly: Bool = false) {
    self.page = page
    self.holdsDepartmentsOnly = holdsDepartmentsOnly
  }

  /// The node at the end of a path; `nil` for an empty path.
  ///
  /// - Parameter row: 1-based, the evidence of what is new.
  mutating func add(_ path: [String], row: Int) -> Int? {
    var above: Int?
    for name in path.prefix(100) {
      let step = Step(above: above, name: name)
      if let known = places[step] {
        above = known
        continue
      }
      let label = holdsDepartmentsOnly ? NodeLabel(department: name) : NodeLabel(name)
      let index = draft.add(label, place: Hierarchy.Place(page: page, row: row))
      if let above, above != index { draft.link(above, index) }
      places[step] = index
      above = index
    }
    return above
  }

  mutating func setHead(_ person: String?, title: String?, of index: Int) {
    draft.setHead(person: person, title: title, of: index)
  }

  /// What parts the steps of paths: the first of the usual marks that some path has.
  static func separator(of paths: [String]) -> Character {
    let marks: [Character] = ["/", "／", "\\", ">", "→", "-", "－"]
    return marks.first { mark in paths.contains { $0.contains(mark) } } ?? "/"
  }
}
