internal import Tables

/// What the columns of a chart's table hold, by the words above them.
struct TableHeader {
  /// Index among the sheet's rows.
  let row: Int
  private(set) var name: Int?
  private(set) var parent: Int?
  private(set) var id: Int?
  private(set) var parentID: Int?
  package private(set) var path: Int?
  package private(set) var title: Int?
  private(set) var person: Int?
  /// From the company down.
  private(set) var levels: [Int] = []

  private static let names: Set = [
    "部门", "部门名称", "名称", "节点", "节点名称", "机构名称", "组织名称", "组织", "机构", "单位", "name", "department",
    "title",
    "岗位/部门",
  ]
  private static let parents: Set = [
    "上级部门", "上级", "父部门", "上级名称", "上级机构", "上级组织", "所属部门", "上级节点", "父节点", "隶属", "隶属部门", "上级单位",
    "parent",
    "parent_name", "上级部门名称", "父级",
  ]
  private static let ids: Set = [
    "部门id", "id", "编号", "部门编号", "部门编码", "节点编号", "序号id", "工号", "员工编号", "userid", "机构编码", "key",
    "employee_id",
  ]
  private static let parentIDs: Set = [
    "父部门id", "上级部门id", "上级部门编号", "parentid", "parent_id", "父id", "上级编号", "pid", "父编号", "上级id",
    "上级工号", "直属上级工号",
    "汇报对象工号", "上级编码", "上级部门编码", "manager_id", "managerid", "reports_to",
  ]
  private static let paths: Set = [
    "部门路径", "路径", "完整路径", "组织路径", "部门全路径", "全路径", "path", "部门全称", "所在部门路径",
  ]
  private static let titles: Set = ["职务", "职位", "岗位", "岗位名称", "position"]
  private static let people: Set = ["负责人", "部门负责人", "主管", "部门主管", "姓名", "领导", "head", "manager"]
  private static let levelWords = [
    "公司", "集团", "单位", "中心", "事业部", "一级", "二级", "三级", "四级", "五级", "六级", "七级", "八级", "部门", "科室", "小组",
    "组",
    "岗位", "职位", "姓名",
  ]

  /// The header in the first rows; `nil` where none is there.
  init?(_ sheet: TableSheet) {
    for index in sheet.rows.indices.prefix(20) {
      guard let found = TableHeader(sheet.rows[index], at: index) else { continue }
      self = found
      return
    }
    return nil
  }

  private init?(_ row: TableSheet.Row, at index: Int) {
    self.row = index
    let words = row.cells.map { cell in
      cell.filter { !$0.isWhitespace && !"*＊()（）:：".contains($0) }.lowercased()
    }
    func column(_ known: Set<String>) -> Int? { words.firstIndex(where: known.contains) }
    parent = column(Self.parents)
    parentID = column(Self.parentIDs)
    id = column(Self.ids)
    path = column(Self.paths)
    name = column(Self.names)
    title = column(Self.titles)
    person = column(Self.people)
    if path != nil { return }
    if parentID != nil, id != nil {
      if name == nil { name = person ?? title }
      if name != nil { return }
    }
    if parent != nil {
      if name == nil { name = title ?? person }
      if name != nil { return }
    }
    levels = words.indices.filter { Self.isLevel(words[$0]) }
    guard levels.count >= 2, levels.count * 2 >= words.count(where: { !$0.isEmpty }) else {
      return nil
    }
    (name, parent, id, parentID) = (nil, nil, nil, nil)
    // A column of heads beside the levels is no level.
    if let person, words[person] != "姓名" { levels.removeAll { $0 == person } }
  }

  /// `一级部门`, `公司`, `科室`, `第3级`, `层级2`, `Level 1`.
  private static func isLevel(_ word: String) -> Bool {
    guard !word.isEmpty, word.count <= 6 else { return false }
    if word.hasPrefix("level") || word.hasPrefix("层级") || word.hasSuffix("级") { return true }
    return levelWords.contains { word.hasPrefix($0) || word == $0 }
  }
}
