import Model

/// An invented organization: one truth that is drawn in every format.
package struct ChartTree: Codable {
  struct Node: Codable, Hashable {
    var name: String
    /// company, department or position.
    var kind: String
    var person: String?
    /// Index of the node above; `nil` for the company.
    var parent: Int?
  }

  var nodes: [Node]

  /// 3 to 60 nodes, every name once.
  init(_ dice: inout Dice, count: Int? = nil) {
    let company = Company.nameAndScope(.limitedCompany, in: dice.pick(District.all), &dice).name
    nodes = [Node(name: company, kind: "company", person: nil, parent: nil)]
    var used: Set = [company]
    var depths = [1]
    let wanted = count ?? dice.number(3...60)
    while nodes.count < wanted {
      let parents = nodes.indices.filter { index in
        nodes[index].kind != "position" && depths[index] <= 4
          && nodes.count(where: { $0.parent == index }) < 7
      }
      let parent = dice.pick(parents)
      let isPosition = depths[parent] > 1 && dice.chance(0.25)
      let name =
        isPosition ? Self.position(&dice) : Self.department(depth: depths[parent], &dice)
      guard used.insert(name).inserted else { continue }
      let named = isPosition ? dice.chance(0.6) : dice.chance(0.35)
      nodes.append(
        Node(
          name: name, kind: isPosition ? "position" : "department",
          person: named ? Person.plainName(&dice) : nil, parent: parent))
      depths.append(depths[parent] + 1)
    }
    sortByTree()
  }

  /// Parents first, subtree by subtree.
  mutating func sortByTree() {
    var children = [[Int]](repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { children[parent].append(index) }
    }
    var sorted: [Node] = []
    var stack = nodes.indices.filter { nodes[$0].parent == nil }.reversed().map { ($0, Int?.none) }
    while let (index, parent) = stack.popLast() {
      var node = nodes[index]
      node.parent = parent
      sorted.append(node)
      for child in children[index].reversed() { stack.append((child, sorted.count - 1)) }
    }
    nodes = sorted
  }

  var children: [[Int]] {
    var children = [[Int]](repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { children[parent].append(index) }
    }
    return children
  }

  var depths: [Int] {
    var depths: [Int] = []
    for node in nodes { depths.append((node.parent.map { depths[$0] } ?? 0) + 1) }
    return depths
  }

  func path(of index: Int) -> [String] {
    var path: [String] = []
    var next: Int? = index
    while let current = next {
      path.append(nodes[current].name)
      next = nodes[current].parent
    }
    return path.reversed()
  }

  /// The lines of a box.
  func lines(of index: Int) -> [String] {
    let node = nodes[index]
    guard let person = node.person else { return [node.name] }
    return [
      node.name, index.isMultiple(of: 3) && node.kind != "position" ? "负责人：" + person : person,
    ]
  }

  private static let fields = [
    "市场", "品牌", "渠道", "研发", "测试", "架构", "财务", "审计", "人力资源", "招聘", "培训", "薪酬", "行政", "法务", "合规",
    "采购",
    "供应链", "仓储", "物流", "客户服务", "售后", "运营", "数据", "安全", "产品", "设计", "战略", "投资", "公共关系", "质量", "生产",
    "设备", "工程", "项目", "海外", "华东", "华南", "电商", "新媒体", "信息技术", "基础平台", "风险管理", "内控", "档案", "后勤",
  ]

  private static func department(depth: Int, _ dice: inout Dice) -> String {
    let endings =
      depth == 1
      ? ["部", "中心", "事业部", "管理部"] : depth == 2 ? ["部", "组", "室", "中心"] : ["组", "小组", "一组", "二组"]
    return dice.pick(fields) + dice.pick(["", "", "", "综合", "支持"]) + dice.pick(endings)
  }

  private static func position(_ dice: inout Dice) -> String {
    dice.pick(["", "高级", "初级", "资深"]) + dice.pick(fields)
      + dice.pick(["经理", "主管", "专员", "工程师", "总监", "助理", "顾问"])
  }
}
