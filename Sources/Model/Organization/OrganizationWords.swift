/// The words by which people name companies, departments and positions.
package enum OrganizationWords {
  /// Returns what a text names; `nil` where its words do not tell.
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

  /// Returns whether whoever holds the position heads the department or company it stands in.
  package static func isHeading(_ title: String) -> Bool {
    if notHeading.contains(where: { title.contains($0) }) { return false }
    return latinPositions.contains(title.uppercased())
      || headingEndings.contains { title.hasSuffix($0) }
  }

  /// Returns whether a text is two or three ideographs (four after a double surname) that begin with a surname, or a
  /// name with a middle dot.
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
      && !activities.contains { text.hasPrefix($0) } && !places.contains(text)
  }

  /// Returns whether a text is a person's name beyond doubt: ``isPerson(_:)`` with a surname that is no rare one.
  package static func isCommonPerson(_ text: String) -> Bool {
    guard isPerson(text), let first = text.first else { return false }
    guard !wordsLikeNames.contains(where: text.hasPrefix) else { return false }
    return commonSurnames.contains(first) || doubleSurnames.contains(String(text.prefix(2)))
  }

  /// Returns whether a text is as short as a name and begins with a surname that is no rare one, whatever its end says
  /// (王登科, 马经理).
  package static func beginsLikeName(_ text: String) -> Bool {
    let isDouble = doubleSurnames.contains(String(text.prefix(2)))
    guard (2...(isDouble ? 4 : 3)).contains(text.count), let first = text.first,
      !wordsLikeNames.contains(where: text.hasPrefix), !places.contains(text),
      !activities.contains(where: text.hasPrefix)
    else { return false }
    return isDouble || commonSurnames.contains(first)
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

  /// Other words that begin with surnames.
  ///
  /// A name may begin so too (石英梅): they only keep one from being beyond doubt.
  private static let wordsLikeNames = [
    "高压", "高低压", "高炉", "高新", "高铁", "高校", "高级", "高中", "高温", "高危", "高分子", "高净值", "高性能", "林业", "石材",
    "石料", "石墨", "石英", "石膏", "金属", "金工", "金库", "金刚", "方便", "方舱", "周边", "周转", "周期", "余热", "任务", "程序",
    "程控", "毛坯", "毛纺", "毛料", "雷达", "严选", "许可", "陶瓷", "白糖", "田间", "叶片", "叶轮", "钟表", "陆运", "陆路", "马达",
    "段落", "史料", "顾客", "夏令", "夏季", "范围", "郊区", "江南", "江北", "江东", "黄河", "龙头",
  ]

  /// Regions and towns that read like names: branches are called by them.
  private static let places: Set<String> = [
    "江苏", "江西", "江门", "江阴", "安徽", "安庆", "安阳", "安康", "安顺", "常州", "常德", "常熟", "温州", "金华", "金昌",
    "宁波", "宁夏", "宁德", "郑州", "徐州", "徐汇", "苏州", "苏北", "苏南", "柳州", "梅州", "黄石", "黄山", "黄冈", "黄埔",
    "石家庄", "马鞍山", "许昌", "唐山", "秦皇岛", "包头", "孟州", "邓州", "邢台", "邹城", "章丘", "华阴", "万州", "万宁",
    "龙岩", "龙岗", "龙华", "鲁南", "鲁北", "吉林", "吉安", "连云港", "项城", "滕州", "荣成", "牟平", "郎溪", "商丘", "商洛",
    "于都", "武汉", "武昌", "武威", "祁阳", "路桥", "柴桑", "蒙自", "齐鲁", "莫斯科", "贺州", "康定", "韶关", "雷州", "汪清",
    "范县", "陆丰", "陆家嘴", "姜堰", "叶县", "林芝", "林州", "高州", "高邮", "胡志明", "梁平", "罗湖", "韩国", "朱家角",
    "孙河", "周口", "周村", "吴江", "吴中", "吴忠", "吴淞", "赵县", "杨浦", "杨凌", "陈仓", "张家口", "张家界", "张家港",
    "张掖", "张江", "毕节", "阳江", "阳泉", "左云", "费县", "单县", "沙特", "沙田", "米兰", "柏林", "桂林", "桑植", "丛台",
    "仲恺", "虞城", "容县", "麦积", "和田", "卫辉", "景德镇", "冷水江", "关中", "关东",
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

  private static let surnames = commonSurnames.union(
    "向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤"
      + "阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞")

  /// The more frequent ones, which few words begin with.
  private static let commonSurnames = Set(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
      + "贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔")

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
