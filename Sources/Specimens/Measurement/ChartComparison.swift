/// What `dossier extract --tree json` prints, as far as it is compared.
struct ReadTrees: Decodable {
  struct Node: Decodable {
    var name: String
    var kind: String
    var person: String?
    var children: [Node]
  }

  struct Tree: Decodable {
    var file: String
    var nodes: [Node]
  }

  var trees: [Tree]
}

/// How many nodes and links of a tree were read.
struct ChartComparison {
  private(set) var nodes = 0
  private(set) var rightNodes = 0
  private(set) var links = 0
  private(set) var rightLinks = 0
  private(set) var trees = 0
  private(set) var exactTrees = 0
  /// Links that the truth has not.
  private(set) var wrongLinks = 0
  private(set) var mistakes: [String] = []

  /// - Parameter read: the roots; `nil` where no hierarchy was read.
  mutating func add(_ truth: ChartTree, file: String, _ read: [ReadTrees.Node]?) {
    trees += 1
    let expected = Set(truth.nodes.map { Self.text($0.name, $0.kind, $0.person) })
    let expectedLinks = Set(
      truth.nodes.compactMap { node in
        node.parent.map { truth.nodes[$0].name + " > " + node.name }
      })
    let names = Set(truth.nodes.map(\.name))
    var found: [String] = []
    var foundNames: [String] = []
    var foundLinks: [String] = []
    var stack = (read ?? []).map { ($0, String?.none) }
    while let (node, parent) = stack.popLast() {
      found.append(Self.text(node.name, node.kind, node.person))
      foundNames.append(node.name)
      if let parent { foundLinks.append(parent + " > " + node.name) }
      for child in node.children { stack.append((child, node.name)) }
    }
    nodes += names.count
    rightNodes += names.intersection(foundNames).count
    links += expectedLinks.count
    rightLinks += expectedLinks.intersection(foundLinks).count
    wrongLinks += foundLinks.count - expectedLinks.intersection(foundLinks).count
    let isExact =
      Set(found) == expected && Set(foundLinks) == expectedLinks && found.count == truth.nodes.count
    if isExact {
      exactTrees += 1
    } else if mistakes.count < 400 {
      let missing = expected.subtracting(found).union(expectedLinks.subtracting(foundLinks))
      let extra = Set(found).subtracting(expected).union(Set(foundLinks).subtracting(expectedLinks))
      mistakes.append(
        "\(file)\tmissing \(missing.sorted().prefix(6))\textra \(extra.sorted().prefix(6))")
    }
  }

  private static func text(_ name: String, _ kind: String, _ person: String?) -> String {
    "\(name) (\(kind)) \(person ?? "-")"
  }
}
