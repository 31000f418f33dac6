internal import Model

/// Several pages of one file: a page whose top is a box of an earlier page continues below it.
struct ChartPages {
  private var drafts: [HierarchyDraft] = []

  mutating func add(_ draft: HierarchyDraft) { drafts.append(draft) }

  /// One draft of all pages.
  var joined: HierarchyDraft {
    guard drafts.count != 1 else { return drafts[0] }
    var result = HierarchyDraft()
    for draft in drafts where !draft.boxes.isEmpty {
      let start = result.boxes.count
      let root = Self.root(of: draft)
      let twin = root.flatMap { Self.leaf(named: draft.boxes[$0].label?.name, in: result) }
      var places: [Int] = []
      for (index, box) in draft.boxes.enumerated() {
        if let twin, index == root {
          places.append(twin)
        } else {
          places.append(result.add(box.label, confidence: box.confidence, place: box.place))
        }
      }
      guard result.boxes.count > start || twin != nil else { continue }
      for link in draft.links {
        result.link(places[link.from], places[link.to], confidence: link.confidence)
      }
      result.defects += draft.defects
      if draft.direction == .none { result.direction = .none }
    }
    return result
  }

  /// The only box that has others below it and none above.
  private static func root(of draft: HierarchyDraft) -> Int? {
    let below = Set(draft.links.map(\.to))
    let above = Set(draft.links.map(\.from))
    let roots = above.subtracting(below)
    return roots.count == 1 ? roots.first : nil
  }

  /// The only box of that name, if it is a leaf.
  private static func leaf(named name: String?, in draft: HierarchyDraft) -> Int? {
    guard let name else { return nil }
    let named = draft.boxes.indices.filter { draft.boxes[$0].label?.name == name }
    let above = Set(draft.links.map(\.from))
    guard named.count == 1, !above.contains(named[0]) else { return nil }
    return named[0]
  }
}
