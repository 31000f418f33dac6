internal import Model

/// What changed from one tree of departments to another: what was renamed, moved, removed and added.
///
/// Children of one pair with one name are a pair. What is left is looked for elsewhere by name (moved), then
/// beside its old place by likeness or by what stands below it (renamed).
struct TreeDifference {
  private(set) var renamed: [(from: Int, to: Int)] = []
  /// Below another department than before; perhaps under another name too.
  private(set) var moved: [(from: Int, to: Int)] = []
  private(set) var onlyLeft: [Int] = []
  private(set) var onlyRight: [Int] = []
  /// Pairs whose heads are named on both sides and have nobody in common.
  private(set) var headsDiffer: [(from: Int, to: Int)] = []

  private let left: DepartmentTree
  private let right: DepartmentTree
  private var toRight: [Int?]
  private var toLeft: [Int?]

  init(_ left: DepartmentTree, _ right: DepartmentTree) {
    self.left = left
    self.right = right
    toRight = [Int?](repeating: nil, count: left.nodes.count)
    toLeft = [Int?](repeating: nil, count: right.nodes.count)
    guard !left.nodes.isEmpty, !right.nodes.isEmpty else {
      onlyLeft = Array(left.nodes.indices)
      onlyRight = Array(right.nodes.indices)
      return
    }
    pair(0, 0)
    pairBelow([0])
    var before = -1
    // Each round may open places for the next; it ends when nothing is added.
    while before != pairCount {
      before = pairCount
      pairByChildren()
      pairElsewhere()
      pairBySimilarity()
    }
    sortOut()
  }

  private var pairCount: Int { toRight.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

  private mutating func pair(_ from: Int, _ to: Int) {
    toRight[from] = to
    toLeft[to] = from
  }

  /// Pairs children of pairs by name, level by level.
  private mutating func pairBelow(_ starts: [Int]) {
    var queue = starts
    var at = 0
    while at < queue.count {
      let parent = queue[at]
      at += 1
      guard let counterpart = toRight[parent] else { continue }
      var open: [String: [Int]] = [:]
      for child in right.children[counterpart].reversed() where toLeft[child] == nil {
        open[right.nodes[child].key, default: []].append(child)
      }
      for child in left.children[parent] where toRight[child] == nil {
        if let twin = open[left.nodes[child].key]?.popLast() {
          pair(child, twin)
          queue.append(child)
        }
      }
    }
  }

  /// Names that are left once on each side, the highest first.
  private mutating func pairElsewhere() {
    var open: [String: [Int]] = [:]
    for index in right.nodes.indices where toLeft[index] == nil {
      open[right.nodes[index].key, default: []].append(index)
    }
    var counts: [String: Int] = [:]
    for index in left.nodes.indices where toRight[index] == nil {
      counts[left.nodes[index].key, default: 0] += 1
    }
    for index in left.nodes.indices where toRight[index] == nil {
      let key = left.nodes[index].key
      guard counts[key] == 1, let twins = open[key], twins.count == 1, toLeft[twins[0]] == nil
      else {
        continue
      }
      pair(index, twins[0])
      pairBelow([index])
    }
  }

  /// A department whose children all stand below one new department, beside where it stood, was renamed.
  private mutating func pairByChildren() {
    for index in left.nodes.indices where toRight[index] == nil {
      guard let parent = left.nodes[index].parent, let counterpart = toRight[parent],
        !left.children[index].isEmpty
      else { continue }
      let own = Set(left.children[index].map { left.nodes[$0].key })
      let best = right.children[counterpart].filter { toLeft[$0] == nil }
        .map { candidate in
          (
            candidate,
            right.children[candidate].reduce(0) { $0 + (own.contains(right.nodes[$1].key) ? 1 : 0) }
          )
        }
        .max { ($0.1, -$0.0) < ($1.1, -$1.0) }
      if let best, best.1 * 2 > own.count {
        pair(index, best.0)
        pairBelow([index])
      }
    }
  }

  /// Beside each other under one parent: names alike, or the only two that are left.
  private mutating func pairBySimilarity() {
    for parent in left.nodes.indices {
      guard let counterpart = toRight[parent] else { continue }
      let open = left.children[parent].filter { toRight[$0] == nil }
      let candidates = right.children[counterpart].filter { toLeft[$0] == nil }
      for index in open {
        let free = candidates.filter { toLeft[$0] == nil }
        let isLast = open.count == 1 && candidates.count == 1
        let near = free.map { ($0, Self.distance(left.nodes[index].key, right.nodes[$0].key)) }
          .filter { isLast || $0.1 * 2 <= max(2, left.nodes[index].key.count) }
          .min { ($0.1, $0.0) < ($1.1, $1.0) }
        if let near {
          pair(index, near.0)
          pairBelow([index])
        }
      }
    }
  }

  private static func distance(_ left: String, _ right: String) -> Int {
    NearestName.editDistance(left, right)
  }

  private mutating func sortOut() {
    for index in left.nodes.indices where index > 0 {
      guard let twin = toRight[index] else {
        onlyLeft.append(index)
        continue
      }
      let place = left.nodes[index].parent.flatMap { toRight[$0] }
      if place != right.nodes[twin].parent {
        moved.append((index, twin))
      } else if left.nodes[index].key != right.nodes[twin].key {
        renamed.append((index, twin))
      }
    }
    for (index, node) in left.nodes.enumerated() {
      guard let twin = toRight[index] else { continue }
      let others = right.nodes[twin].heads
      if !node.heads.isEmpty, !others.isEmpty, node.heads.isDisjoint(with: others) {
        headsDiffer.append((index, twin))
      }
    }
    onlyRight = right.nodes.indices.filter { $0 > 0 && toLeft[$0] == nil }
  }
}
