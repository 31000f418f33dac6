internal import Model

/// Decides which of two linked boxes stands above the other, and breaks what is no tree.
struct HierarchyOrientation {
  /// The box above and how sure that is.
  struct Parent {
    var index: Int
    var confidence: Double
  }

  private let draft: HierarchyDraft
  private let links: [HierarchyDraft.Link]
  private(set) var defects: [HierarchyDefect] = []

  init(_ draft: HierarchyDraft) {
    self.draft = draft
    links = draft.links.filter { $0.from != $0.to }.uniqued { [$0.from, $0.to] }
    let loops = draft.links.filter { $0.from == $0.to }.map(\.from)
    if !loops.isEmpty { defects.append(HierarchyDefect(.cycle, names(Set(loops)))) }
  }

  /// For each box the one above it.
  mutating func parents() -> [Parent?] {
    if draft.direction == .drawn {
      if let tree = forest(reversed: false) { return tree }
      if let tree = forest(reversed: true) { return tree }
    }
    if let tree = undirected() { return tree }
    return broken()
  }

  /// The links as they stand, if no box has two above it and none is its own ancestor.
  private func forest(reversed: Bool) -> [Parent?]? {
    var parents = [Parent?](repeating: nil, count: draft.boxes.count)
    for link in links {
      let below = reversed ? link.from : link.to
      guard parents[below] == nil else { return nil }
      parents[below] = Parent(index: reversed ? link.to : link.from, confidence: link.confidence)
    }
    // Reversed arrows that fan out are charts with arrows; a chain reads as drawn.
    return Self.cycle(in: parents) == nil ? parents : nil
  }

  /// Boxes that lead back to themselves; `nil` where none do.
  private static func cycle(in parents: [Parent?]) -> [Int]? {
    var state = [UInt8](repeating: 0, count: parents.count)
    for start in parents.indices where state[start] == 0 {
      var path: [Int] = []
      var next: Int? = start
      while let current = next, state[current] == 0 {
        state[current] = 1
        path.append(current)
        next = parents[current]?.index
      }
      if let next, state[next] == 1, let first = path.firstIndex(of: next) {
        return Array(path[first...])
      }
      for index in path { state[index] = 2 }
    }
    return nil
  }

  /// Lines without direction that make trees: read from each tree's top.
  private func undirected() -> [Parent?]? {
    var neighbours = [[(Int, Double)]](repeating: [], count: draft.boxes.count)
    var pairs: Set<[Int]> = []
    for link in links {
      let pair = [min(link.from, link.to), max(link.from, link.to)]
      guard pairs.insert(pair).inserted else {
        // Arrows both ways are a ring; the same line twice is one.
        if draft.direction == .drawn { return nil }
        continue
      }
      neighbours[link.from].append((link.to, link.confidence))
      neighbours[link.to].append((link.from, link.confidence))
    }
    var parents = [Parent?](repeating: nil, count: draft.boxes.count)
    var isSeen = [Bool](repeating: false, count: draft.boxes.count)
    for root in tops(of: components(neighbours)) {
      isSeen[root] = true
      var queue = [root]
      var at = 0
      while at < queue.count {
        let current = queue[at]
        at += 1
        for (next, confidence) in neighbours[current] where next != parents[current]?.index {
          // Met a second time: a ring.
          guard !isSeen[next] else { return nil }
          isSeen[next] = true
          parents[next] = Parent(index: current, confidence: confidence)
          queue.append(next)
        }
      }
    }
    return parents
  }

  private func components(_ neighbours: [[(Int, Double)]]) -> [[Int]] {
    var isSeen = [Bool](repeating: false, count: neighbours.count)
    var components: [[Int]] = []
    for start in neighbours.indices where !isSeen[start] {
      isSeen[start] = true
      var members = [start]
      var at = 0
      while at < members.count {
        for (next, _) in neighbours[members[at]] where !isSeen[next] {
          isSeen[next] = true
          members.append(next)
        }
        at += 1
      }
      components.append(members)
    }
    return components
  }

  /// The box that heads each component: a company, else the topmost, else the first.
  private func tops(of components: [[Int]]) -> [Int] {
    components.compactMap { members in
      let companies = members.filter { draft.boxes[$0].label?.kind == .company }
      let candidates = companies.isEmpty ? members : companies
      return candidates.sorted().min { left, right in top(left) < top(right) }
    }
  }

  // allowed: charts without places keep their order
  private func top(_ index: Int) -> Double { draft.boxes[index].place.box?.topLeft.y ?? 0 }

  /// The first link to each box counts; rings are cut where they close.
  private mutating func broken() -> [Parent?] {
    var parents = [Parent?](repeating: nil, count: draft.boxes.count)
    var shared: Set<Int> = []
    for link in links {
      if parents[link.to] == nil {
        parents[link.to] = Parent(index: link.from, confidence: link.confidence)
      } else {
        shared.insert(link.to)
      }
    }
    if !shared.isEmpty { defects.append(HierarchyDefect(.severalParents, names(shared))) }
    while let ring = Self.cycle(in: parents) {
      defects.append(HierarchyDefect(.cycle, names(Set(ring))))
      let cut = ring.min { (top($0), $0) < (top($1), $1) }
      if let cut { parents[cut] = nil }
    }
    return parents
  }

  private func names(_ indices: Set<Int>) -> [String] {
    indices.sorted().prefix(20).compactMap { index in
      draft.boxes[index].label.map { HierarchyDefect.shown($0.name, $0.kind) }
    }
  }
}
