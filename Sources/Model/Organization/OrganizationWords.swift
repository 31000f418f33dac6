/// The words by which people name companies, departments and positions.
package enum OrganizationWords {
  /// What a text names; `nil` where its words do not tell.
  package static func kind(of text: String) -> Hierarchy.Kind? {
    if isCompany(text) { return .company }
    if isPosition(text) { return .position }
    if isDepartment(text) { return .department }
    if isPerson(text) { return .person }
    return nil
  }

  package static func isCompany(_ text: String) -> Bool {
    companyEndings.contains { text.hasSuffix($0) && text.count > $0.count }
  }

  package static func isDepartment(_ text: String) -> Bool {
    if departmentNames.contains(text) { return true }
    return departmentEndings.contains { text.hasSuffix($0) && text.count > $0.count }
  }

  package static func isPosition(_ text: String) -> Bool {
    if latinPositions.contains(text.uppercased()) { return true }
    return positionEndings.contains { text.hasSuffix($0) }
  }

  /// Whether whoever holds the position heads the department or company it stands in.
  package static func isHeading(_ title: String) -> Bool {
    if notHeading.contains(where: { title.contains($0) }) { return false }
    return latinPositions.contains(title.uppercased())
      || headingEndings.contains { title.hasSuffix($0) }
  }

  /// Two or three ideographs (four after a double surname) that begin with a surname, or names with a middle dot.
  package static func isPerson(_ text: String) -> Bool {
    let characters = Array(text)
    guard (2...15).contains(characters.count), !departmentNames.contains(text),
      !isDepartment(text), !isPosition(text)
    else { return false }
    guard characters.allSatisfy({ $0 == "·" || $0.isIdeograph }) else { return false }
    if characters.contains("·") {
      return characters.first != "·" && characters.last != "·"
    }
    let given = doubleSurnames.contains(String(characters.prefix(2))) ? 2 : 1
    guard surnames.contains(characters[0]) || given == 2 else { return false }
    return (given + 1...given + 2).contains(characters.count)
      && !activities.contains { text.hasPrefix($0) }
  }

  private static let companyEndings = [
    "有限公司", "有限责任公司", "股份有限公司", "公司", "集团", "总公司", "事务所", "合作社", "合伙企业", "（有限合伙）",
    "(有限合伙)", "研究院", "商行", "工厂",
  ]

  private static let departmentEndings = [
    "部", "部门", "中心", "处", "科", "组", "室", "办", "办公室", "委员会", "事业群", "事业部", "分公司", "车间", "工段", "班",
    "班组", "团队", "小组", "大区", "区域", "门店", "分部", "总部", "支部", "党委", "工会", "董事会", "监事会", "股东会", "股东大会",
    "经理层", "实验室", "研究所", "办事处", "项目部", "条线", "业务线", "仓库", "学院", "专班", "片区", "BU", "BG",
  ]

  /// Departments whose names end in nothing of ``departmentEndings``.
  private static let departmentNames: Set<String> = [
    "财务", "人事", "行政", "市场", "销售", "研发", "运营", "采购", "法务", "技术", "生产", "质量", "质检", "客服", "后勤", "仓储",
    "物流", "项目", "工程", "设计", "审计", "安全", "安保", "品牌", "战略", "投资", "人力资源", "信息技术", "产品", "售后", "商务",
    "公关", "内控", "合规", "风控", "管理层", "领导班子", "高管",
  ]

  /// What departments do: a text that begins so is no person's name, although some begin with surnames.
  private static let activities = [
    "安全", "安保", "金融", "黄金", "方案", "包装", "计划", "计算", "党群", "党建", "成本", "高端", "毛利", "华东", "华南", "华北",
    "华中", "常务", "万象", "云计", "时尚", "应用", "全国", "白酒", "贺卡", "米线", "席位", "项目", "车辆", "经营", "经济", "石油",
    "石化", "房产", "水电", "水务", "明星", "和平", "平台", "平面", "强电", "宣传", "沙发", "文化", "温控", "和谐", "海外", "海运",
  ]

  private static let positionEndings = [
    "经理", "总监", "主管", "主任", "部长", "处长", "科长", "组长", "班长", "厂长", "店长", "院长", "所长", "队长", "会长", "总裁",
    "董事长", "董事", "监事", "总经理", "副总", "工程师", "专员", "助理", "秘书", "会计", "出纳", "顾问", "负责人", "架构师", "设计师",
    "分析师", "程序员", "技术员", "质检员", "操作员", "库管员", "司机", "保安", "前台", "文员", "书记", "主席", "行长", "首席执行官",
    "首席财务官", "首席技术官", "首席运营官", "代表", "客服专员", "业务员", "销售员", "采购员", "培训师", "律师", "编辑", "实习生", "总工",
  ]

  private static let headingEndings = [
    "经理", "总监", "主管", "主任", "部长", "处长", "科长", "组长", "班长", "厂长", "店长", "院长", "所长", "总裁", "董事长",
    "总经理", "负责人", "首席执行官", "书记", "主席",
  ]

  /// Deputies and people who manage things rather than departments.
  private static let notHeading = [
    "副", "助理", "产品经理", "项目经理", "客户经理", "大客户", "销售经理助理", "秘书", "执行董事长助理",
  ]

  private static let latinPositions: Set<String> = [
    "CEO", "CFO", "CTO", "COO", "CIO", "CMO", "CHO", "CPO", "GM", "VP",
  ]

  private static let surnames = Set(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
      + "贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳"
      + "翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤"
      + "阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞")

  private static let doubleSurnames: Set<String> = [
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "南宫", "闻人", "长孙",
  ]
}

extension Character {
  /// A Han character.
  var isIdeograph: Bool {
    unicodeScalars.count == 1 && unicodeScalars.allSatisfy(\.properties.isIdeographic)
  }
}
