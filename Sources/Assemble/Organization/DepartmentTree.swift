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

  /// - Parameter other: what the tree is compared with: its one top tells which of several is the company.
  init(_ hierarchy: Hierarchy, beside other: Hierarchy? = nil) {
    let below = hierarchy.children
    let (kept, above) = Self.kept(of: hierarchy)
    let tops = kept.filter { above[$0] == nil }
    let company = Self.company(among: tops, of: hierarchy, kept, above, beside: other)
    var places: [Int: Int] = [:]
    if company == nil {
      nodes.append(Node(name: "", key: "", parent: nil, heads: []))
      children.append([])
    }
    // Parents come before their children, and the top before all.
    for index in [company].compactMap(\.self) + kept.filter({ $0 != company }) {
      let heads = hierarchy.heads(of: index, children: below)
        .map { Self.persons?.applied(to: $0) ?? $0 }
      let isTop = index == company
      let parent = isTop ? nil : above[index].flatMap { places[$0] } ?? 0  // allowed: below the top
      places[index] = nodes.count
      if let parent { children[parent].append(nodes.count) }
      let name = hierarchy.nodes[index].name
      nodes.append(Node(name: name, key: Self.key(of: name), parent: parent, heads: Set(heads)))
      children.append([])
    }
  }

  /// What is compared, and what of it each node stands below.
  private static func kept(of hierarchy: Hierarchy) -> (indices: [Int], above: [Int?]) {
    var above = [Int?](repeating: nil, count: hierarchy.nodes.count)
    var kept: [Int] = []
    for (index, node) in hierarchy.nodes.enumerated() {
      above[index] = node.parent.flatMap { parent in
        isSeenThrough(hierarchy.nodes[parent]) ? above[parent] : parent
      }
      if !isSeenThrough(node) { kept.append(index) }
    }
    return (kept, above)
  }

  /// The top that is the company itself; `nil` where the tops are its departments.
  ///
  /// Of several it is the one that bears the name of the other side's only top, else the one company that holds
  /// most of all departments: what stands beside it (外部顾问, 未分配) is below no company and yet not the company.
  private static func company(
    among tops: [Int], of hierarchy: Hierarchy, _ kept: [Int], _ above: [Int?],
    beside other: Hierarchy?
  ) -> Int? {
    if tops.count == 1 { return tops[0] }
    if let other, let name = onlyTop(of: other) {
      let twins = tops.filter { key(of: hierarchy.nodes[$0].name) == key(of: name) }
      if twins.count == 1 { return twins[0] }
    }
    var sizes = [Int](repeating: 1, count: hierarchy.nodes.count)
    for index in kept.reversed() {
      if let parent = above[index] { sizes[parent] += sizes[index] }
    }
    return tops.first { index in
      let node = hierarchy.nodes[index]
      return node.kind == .company && !node.name.hasSuffix("分公司")
        && sizes[index] * 2 > kept.count && sizes[index] > 1
    }
  }

  private static func onlyTop(of hierarchy: Hierarchy) -> String? {
    let (kept, above) = kept(of: hierarchy)
    let tops = kept.filter { above[$0] == nil }
    return tops.count == 1 ? hierarchy.nodes[tops[0]].name : nil
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
