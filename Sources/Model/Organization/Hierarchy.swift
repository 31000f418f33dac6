/// Who stands below whom, as one file says it.
package struct Hierarchy: Hashable, Sendable {
  /// What a node stands for.
  package enum Kind: String, Sendable, CaseIterable {
    case company, department, position, person
  }

  /// Where in its file a node was found.
  package struct Place: Hashable, Sendable {
    /// The page, slide or sheet is 0-based.
    package var page: Int?
    /// The id that the drawing gives to the shape.
    package var shape: String?
    /// The row of a table or line of a text is 1-based.
    package var row: Int?
    /// The box is in the page's own units, measured from the top left.
    package var box: Quad?

    package init(page: Int? = nil, shape: String? = nil, row: Int? = nil, box: Quad? = nil) {
      self.page = page
      self.shape = shape
      self.row = row
      self.box = box
    }
  }

  /// A node is a company, a department, a position or a person.
  package struct Node: Hashable, Sendable {
    package var name: String
    package var kind: Kind
    /// The position that ``person`` holds or, where the node is a person, their own.
    package var title: String?
    /// Who heads the department or holds the position.
    package var person: String?
    /// The index of the node above, 0-based; a root has `nil`.
    package var parent: Int?
    /// The probability that the name and the link to the parent are right, 0 to 1.
    package var confidence: Double
    package var place: Place

    package init(
      name: String, kind: Kind, title: String? = nil, person: String? = nil, parent: Int? = nil,
      confidence: Double = 1, place: Place = Place()
    ) {
      self.name = name
      self.kind = kind
      self.title = title
      self.person = person
      self.parent = parent
      self.confidence = confidence
      self.place = place
    }
  }

  /// Parents stand before their children, subtree by subtree.
  package var nodes: [Node]
  package var defects: [HierarchyDefect]

  package init(nodes: [Node], defects: [HierarchyDefect] = []) {
    self.nodes = nodes
    self.defects = defects
  }
}

extension Hierarchy {
  /// The indices of the nodes that stand directly below each node, in order.
  package var children: [[Int]] {
    var children = [[Int]](repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { children[parent].append(index) }
    }
    return children
  }

  package var roots: [Int] { nodes.indices.filter { nodes[$0].parent == nil } }

  /// The root that has most nodes below it, the first of equals; `nil` where there are no nodes.
  package var mainRoot: Int? {
    var sizes = [Int](repeating: 1, count: nodes.count)
    for index in nodes.indices.reversed() {
      if let parent = nodes[index].parent { sizes[parent] += sizes[index] }
    }
    return roots.reversed().max { sizes[$0] < sizes[$1] }
  }

  /// The names from the root down to each node, joined by `/`; of a position or person: those above it.
  package var paths: [String] {
    var paths: [String] = []
    paths.reserveCapacity(nodes.count)
    for node in nodes {
      let above = node.parent.map { paths[$0] }
      switch node.kind {
      case .company, .department:
        let name = node.name.split(separator: "/").joined(separator: "／")
        if let above, !above.isEmpty {
          paths.append(above + "/" + name)
        } else {
          paths.append(name)
        }
      case .position, .person: paths.append(above ?? "")  // allowed: nothing stands above it
      }
    }
    return paths
  }

  /// How many nodes stand one below the other at most; it is 0 where there are none.
  package var depth: Int {
    var depths: [Int] = []
    // allowed: a root
    for node in nodes { depths.append((node.parent.map { depths[$0] } ?? 0) + 1) }
    return depths.max() ?? 0  // allowed: no nodes
  }

  /// The names that departments have, in order and each once.
  package var departments: [String] {
    nodes.filter { $0.kind == .department }.map(\.name).uniqued()
  }

  /// The names of positions, which are nodes of their own or titles of people.
  package var positions: [String] {
    nodes.flatMap { node in
      // A box with several positions has them in its title.
      (node.kind == .position ? [node.name] : [])
        + [node.title].compactMap(\.self).flatMap { $0.split(separator: "、").map(String.init) }
    }.uniqued()
  }

  package var people: [String] {
    nodes.flatMap { node in
      (node.kind == .person ? [node.name] : []) + [node.person].compactMap(\.self)
    }.uniqued()
  }

  /// The paths that lead to companies and departments.
  package var departmentPaths: [String] {
    let paths = paths
    return nodes.indices.filter { [.company, .department].contains(nodes[$0].kind) }
      .map { paths[$0] }.uniqued()
  }

  /// Returns who heads a company or department: named in its own box, or below it with a heading position.
  ///
  /// - Parameter children: ``children``, made once by the caller.
  package func heads(of index: Int, children: [[Int]]) -> [String] {
    let node = nodes[index]
    var heads = [node.person].compactMap(\.self)
    for child in children[index] {
      let below = nodes[child]
      switch below.kind {
      case .position where OrganizationWords.isHeading(below.name):
        heads += [below.person].compactMap(\.self)
        heads += children[child].filter { nodes[$0].kind == .person }.map { nodes[$0].name }
      case .person where below.title.map(OrganizationWords.isHeading) == true:
        heads.append(below.name)
      case .company, .department, .position, .person: break
      }
    }
    return heads.uniqued()
  }
}
