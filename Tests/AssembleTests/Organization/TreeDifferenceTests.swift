import Model
import Testing

@testable import Assemble

/// Trees as outlines of `/` paths below one company.
@Suite struct TreeDifferenceTests {
  private static let chart = ["市场部", "市场部/品牌组", "市场部/渠道组", "研发中心", "研发中心/前端组", "财务部"]

  private static func tree(_ paths: [String], heads: [String: String] = [:]) -> DepartmentTree {
    var nodes = [Hierarchy.Node(name: "星河公司", kind: .company)]
    var places = ["": 0]
    for path in paths {
      let parts = path.split(separator: "/").map(String.init)
      nodes.append(
        Hierarchy.Node(
          name: parts.last ?? path, kind: .department, person: heads[path],
          parent: places[parts.dropLast().joined(separator: "/")]))
      places[path] = nodes.count - 1
    }
    return DepartmentTree(Hierarchy(nodes: nodes))
  }

  private static func shown(_ left: DepartmentTree, _ right: DepartmentTree) -> [String] {
    let difference = TreeDifference(left, right)
    return difference.renamed.map { "renamed \(left.path(of: $0.from)) > \(right.path(of: $0.to))" }
      + difference.moved.map { "moved \(left.path(of: $0.from)) > \(right.path(of: $0.to))" }
      + difference.onlyLeft.map { "left \(left.path(of: $0))" }
      + difference.onlyRight.map { "right \(right.path(of: $0))" }
      + difference.headsDiffer.map { "heads \(left.path(of: $0.from))" }
  }

  @Test func orderDoesNotMatter() {
    let other = ["财务部", "研发中心", "研发中心/前端组", "市场部", "市场部/渠道组", "市场部/品牌组"]
    #expect(Self.shown(Self.tree(Self.chart), Self.tree(other)) == [])
  }

  @Test(
    arguments: [
      // A department with all below it under another name.
      (
        ["营销部", "营销部/品牌组", "营销部/渠道组", "研发中心", "研发中心/前端组", "财务部"],
        ["renamed 市场部 > 营销部"]
      ),
      (
        ["市场部", "市场部/品牌组", "市场部/渠道组", "研发中心", "研发中心/大前端组", "财务部"], ["renamed 研发中心/前端组 > 研发中心/大前端组"]
      ),
      (
        ["市场部", "市场部/渠道组", "研发中心", "研发中心/前端组", "研发中心/品牌组", "财务部"],
        ["moved 市场部/品牌组 > 研发中心/品牌组"]
      ),
      (
        ["市场部", "市场部/品牌组", "市场部/渠道组", "财务部", "财务部/研发中心", "财务部/研发中心/前端组"],
        ["moved 研发中心 > 财务部/研发中心"]
      ),
      (chart + ["法务部"], ["right 法务部"]), (Array(chart.dropLast()), ["left 财务部"]),
      (chart + ["财务部/品牌组"], ["right 财务部/品牌组"]),
    ] as [([String], [String])])
  func oneChangeIsOneDifference(other: [String], expected: [String]) {
    #expect(Self.shown(Self.tree(Self.chart), Self.tree(other)) == expected)
  }

  /// A forest of `/` paths, as contact lists have it; what ends in 公司 is one.
  private static func forest(_ paths: [String]) -> Hierarchy {
    var nodes: [Hierarchy.Node] = []
    var places: [String: Int] = [:]
    for path in paths {
      let parts = path.split(separator: "/").map(String.init)
      let name = parts.last ?? path
      nodes.append(
        Hierarchy.Node(
          name: name, kind: OrganizationWords.isCompany(name) ? .company : .department,
          parent: places[parts.dropLast().joined(separator: "/")]))
      places[path] = nodes.count - 1
    }
    return Hierarchy(nodes: nodes)
  }

  private static let company = ["星河公司", "星河公司/市场部", "星河公司/市场部/品牌组", "星河公司/财务部"]

  /// Who stands outside the company moves nobody.
  @Test(
    arguments: [
      (company, company + ["外部顾问"], ["right 外部顾问"]), (company, ["未分配"] + company, ["right 未分配"]),
      (company, company + ["外部顾问", "未分配"], ["right 外部顾问", "right 未分配"]),
      (company + ["外部顾问"], company, ["left 外部顾问"]),
      (company + ["外部顾问"], company + ["外部顾问"], []),
      (company + ["甲组"], company + ["乙处室"], ["renamed 甲组 > 乙处室"]),
      // Under a short name, too.
      (
        ["星河"] + company.dropFirst().map { "星河" + $0.dropFirst(4) }, company + ["外部顾问"],
        ["right 外部顾问"]
      ),
      // A real move is still one.
      (
        company, ["星河公司", "星河公司/市场部", "星河公司/财务部", "星河公司/财务部/品牌组", "外部顾问"],
        ["moved 市场部/品牌组 > 财务部/品牌组", "right 外部顾问"]
      ),
      // No company in the list: its tops are the departments, a branch among them.
      (
        company + ["星河公司/长沙分公司", "星河公司/长沙分公司/甲组", "星河公司/长沙分公司/乙组", "星河公司/长沙分公司/丙组"],
        ["市场部", "市场部/品牌组", "财务部", "长沙分公司", "长沙分公司/甲组", "长沙分公司/乙组", "长沙分公司/丙组"], []
      ),
    ] as [([String], [String], [String])])
  func departmentsOutsideTheCompany(left: [String], right: [String], expected: [String]) {
    let (left, right) = (Self.forest(left), Self.forest(right))
    #expect(
      Self.shown(DepartmentTree(left, beside: right), DepartmentTree(right, beside: left))
        == expected)
  }

  @Test func headsAreCompared() {
    let left = Self.tree(Self.chart, heads: ["市场部": "张三", "财务部": "李四", "研发中心": "王 五"])
    let right = Self.tree(Self.chart, heads: ["市场部": "赵六", "研发中心": "王五"])
    #expect(Self.shown(left, right) == ["heads 市场部"])
  }

  @Test func positionsAndBodiesAreSeenThrough() {
    let hierarchy = Hierarchy(nodes: [
      Hierarchy.Node(name: "股东会", kind: .department),
      Hierarchy.Node(name: "董事会", kind: .department, parent: 0),
      Hierarchy.Node(name: "总经理", kind: .position, parent: 1),
      Hierarchy.Node(name: "市场部", kind: .department, parent: 2),
      Hierarchy.Node(name: "财务部", kind: .department, parent: 2),
    ])
    #expect(Self.shown(DepartmentTree(hierarchy), Self.tree(["市场部", "财务部"])) == [])
  }

  @Test func emptyTreesDiffer() {
    #expect(Self.shown(DepartmentTree(Hierarchy(nodes: [])), Self.tree(["市场部"])).count >= 1)
  }
}
