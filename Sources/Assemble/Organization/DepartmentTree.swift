internal import Model

/// A hierarchy's departments alone, below one top: what charts and back offices can be compared by.
///
/// Positions, people and bodies that no back office lists (股东会, 董事会) are seen through.
struct DepartmentTree {
  struct Node {
    let name: String
    /// The name as it is compared.
    let key: String
    /// `nil` for the top.
    let parent: Int?
    /// Comparable names of those who head it.
    let heads: Set<String>
  }

  /// The top first, parents before children.
  private(set) var nodes: [Node] = []
  private(set) var children: [[Int]] = []

  private static let normalization = TextNormalization(profile: "department")
  private static let persons = TextNormalization(profile: "person")
  private static let bodies: Set = ["股东会", "股东大会", "董事会", "监事会", "经理层", "管理层", "领导班子", "高管", "高层"]

  static func key(of name: String) -> String { normalization?.applied(to: name) ?? name }

  init(_ hierarchy: Hierarchy) {
    let below = hierarchy.children
    var above = [Int?](repeating: nil, count: hierarchy.nodes.count)
    var kept: [Int] = []
    for (index, node) in hierarchy.nodes.enumerated() {
      let parent = node.parent.flatMap { parent in
        Self.isSeenThrough(hierarchy.nodes[parent]) ? above[parent] : parent
      }
      above[index] = parent
      if !Self.isSeenThrough(node) { kept.append(index) }
    }
    let tops = kept.filter { above[$0] == nil }
    var places: [Int: Int] = [:]
    if tops.count != 1 {
      nodes.append(Node(name: "", key: "", parent: nil, heads: []))
      children.append([])
    }
    for index in kept {
      let heads = hierarchy.heads(of: index, children: below)
        .map { Self.persons?.applied(to: $0) ?? $0 }
      let isTop = tops.count == 1 && index == tops[0]
      let parent = isTop ? nil : above[index].flatMap { places[$0] } ?? 0  // allowed: below the top
      places[index] = nodes.count
      if let parent { children[parent].append(nodes.count) }
      let name = hierarchy.nodes[index].name
      nodes.append(Node(name: name, key: Self.key(of: name), parent: parent, heads: Set(heads)))
      children.append([])
    }
  }

  private static func isSeenThrough(_ node: Hierarchy.Node) -> Bool {
    switch node.kind {
    case .position, .person: true
    case .company, .department: bodies.contains(node.name)
    }
  }

  /// The names from below the top down to a node, joined by `/`.
  func path(of index: Int) -> String {
    var names: [String] = []
    var next: Int? = index
    while let current = next, let parent = nodes[current].parent {
      names.append(nodes[current].name)
      next = parent
    }
    return names.isEmpty ? nodes[index].name : names.reversed().joined(separator: "/")
  }
}
