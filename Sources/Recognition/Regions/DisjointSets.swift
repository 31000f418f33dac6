/// Which of many things belong together: union and find, with paths halved on the way.
package struct DisjointSets {
  private var parents: [Int]

  /// So many sets of one member each, numbered from 0.
  package init(count: Int) { parents = Array(0..<count) }

  /// How many there are.
  package var count: Int { parents.count }

  /// One more set of its own.
  ///
  /// - Returns: its only member.
  package mutating func add() -> Int {
    parents.append(parents.count)
    return parents.count - 1
  }

  /// The member that stands for the set of another.
  package mutating func root(of index: Int) -> Int {
    var root = index
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  /// Makes one set of two; the least of their members stands for it.
  package mutating func join(_ left: Int, _ right: Int) {
    let (a, b) = (root(of: left), root(of: right))
    if a != b { parents[max(a, b)] = min(a, b) }
  }

  /// Makes one set of two; what stood for the second stands for it.
  package mutating func attach(_ index: Int, to other: Int) {
    let (own, target) = (root(of: index), root(of: other))
    parents[own] = target
  }
}
