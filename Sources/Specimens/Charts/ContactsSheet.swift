/// The contact list that goes with a chart, as the back office exports it.
struct ContactsSheet {
  /// How many people the list of a chart holds.
  static func count(of tree: ChartTree) -> Int {
    tree.nodes.reduce(0) { count, node in
      count + (node.kind == "position" || node.person == nil ? 1 : 2)
    }
  }

  /// Notes, header, a row for each head and one more for each department.
  static func csv(of tree: ChartTree, _ dice: inout Dice) -> String {
    var rows = ["人员信息类", "填写须知：1、账号为 1-64 个字母、数字、点、减号或下划线", "姓名,账号,别名,职务,部门,性别,手机,座机,邮箱"]
    var number = 0
    func add(_ name: String, _ title: String, _ index: Int) {
      number += 1
      let path = tree.path(of: index).joined(separator: "/")
      rows.append("\(name),user\(number),,\(title),\(path),,1380000\(padded(number, 4)),,")
    }
    for (index, node) in tree.nodes.enumerated() {
      if node.kind == "position" {
        // Whoever holds a position belongs to the department above.
        if let parent = node.parent {
          add(node.person ?? Person.plainName(&dice), "专员", parent)
        }
      } else {
        if let person = node.person { add(person, "负责人", index) }
        add(Person.plainName(&dice), "专员", index)
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }
}

/// One difference between a chart and its contact list.
enum PlantedChange: String, CaseIterable, Codable {
  case none, rename, move, add, remove, head

  /// The tree that the contacts hold, and what the comparison must name; `nil` where the tree has no room for it.
  func applied(to tree: ChartTree, _ dice: inout Dice) -> (tree: ChartTree, named: String)? {
    var changed = tree
    let departments = tree.nodes.indices.filter { $0 > 0 && tree.nodes[$0].kind == "department" }
    guard !departments.isEmpty else { return self == .none ? (tree, "") : nil }
    let index = dice.pick(departments)
    let name = tree.nodes[index].name
    switch self {
    case .none: return (tree, "")
    case .rename:
      changed.nodes[index].name = "新" + dice.pick(["增长", "协同", "创新", "赋能"]) + "部"
    case .move:
      let below = Set(tree.nodes.indices.filter { tree.path(of: $0).contains(name) })
      let places = tree.nodes.indices.filter {
        tree.nodes[$0].kind != "position" && $0 != tree.nodes[index].parent && !below.contains($0)
      }
      guard !places.isEmpty else { return nil }
      changed.nodes[index].parent = dice.pick(places)
    case .add:
      changed.nodes.append(
        ChartTree.Node(name: "创新孵化部", kind: "department", person: nil, parent: index))
      changed.sortByTree()
      return (changed, "创新孵化部")
    case .remove:
      let leaves = departments.filter { tree.children[$0].isEmpty }
      guard let leaf = leaves.last else { return nil }
      let gone = tree.nodes[leaf].name
      changed.nodes.remove(at: leaf)
      for other in changed.nodes.indices {
        if let parent = changed.nodes[other].parent, parent > leaf {
          changed.nodes[other].parent = parent - 1
        }
      }
      return (changed, gone)
    case .head:
      let headed = departments.filter { tree.nodes[$0].person != nil }
      guard let place = headed.first else { return nil }
      changed.nodes[place].person =
        Person.plainName(&dice) == tree.nodes[place].person ? "王小明" : "李大同"
      return (changed, tree.nodes[place].name)
    }
    changed.sortByTree()
    return (changed, name)
  }

  /// The fact that says it.
  var fact: String {
    switch self {
    case .none: ""
    case .rename: "org.renamed"
    case .move: "org.moved"
    case .add: "org.only_in_contacts"
    case .remove: "org.only_in_chart"
    case .head: "org.heads_differ"
    }
  }

  static let facts = allCases.map(\.fact).filter { !$0.isEmpty }
}
