/// What kind of firm a license is for.
enum Entity: CaseIterable {
  case limitedCompany, jointStock, soleTrader, branch, partnership, soleProprietorship
}

/// Names, types and scopes of invented firms.
enum Company {
  private static let syllables = Array(
    "星河瀚宇辰光启元云帆博远恒泰锦程聚源凌霄卓越智联诚信鼎盛宏图华盛嘉禾金穗蓝海绿源茂林铭扬诺亚鹏程麒麟瑞丰森淼天合万象翔龙旭日雅致亿佳优品裕隆泽润正德众创紫荆百川长青东升飞跃港湾弘毅汇通景明君悦凯旋朗晟美诚宁静欧普千寻荣耀尚品腾达维新熙和易购永昌"
  )
  private static let trades: [(String, [String])] = [
    ("科技", ["软件开发", "计算机系统服务", "人工智能应用软件开发", "信息系统集成服务", "物联网技术服务"]),
    ("信息技术", ["信息技术咨询服务", "数据处理和存储支持服务", "网络与信息安全软件开发", "云计算装备技术服务"]),
    ("网络科技", ["互联网数据服务", "网络技术服务", "第二类增值电信业务", "数字内容制作服务（不含出版发行）"]),
    ("贸易", ["国内贸易代理", "货物进出口", "技术进出口", "日用百货销售", "五金产品零售"]),
    ("餐饮管理", ["餐饮管理", "餐饮服务", "食品销售（仅销售预包装食品）", "外卖递送服务"]),
    ("建筑工程", ["建设工程施工", "建筑劳务分包", "园林绿化工程施工", "住宅室内装饰装修"]),
    ("文化传媒", ["组织文化艺术交流活动", "广告设计、代理", "广告发布", "摄影扩印服务", "会议及展览服务"]),
    ("物流", ["道路货物运输（不含危险货物）", "国内货物运输代理", "普通货物仓储服务（不含危险化学品等需许可审批的项目）"]),
    ("医疗器械", ["第一类医疗器械销售", "第二类医疗器械销售", "第三类医疗器械经营", "消毒剂销售（不含危险化学品）"]),
    ("新能源", ["新能源汽车整车销售", "太阳能发电技术服务", "充电桩销售", "电池零配件销售"]),
    ("农业发展", ["蔬菜种植", "农副产品销售", "食用农产品初加工", "农业专业及辅助性活动"]),
    ("教育咨询", ["教育咨询服务（不含涉许可审批的教育培训活动）", "文具用品零售", "图书出租", "会议及展览服务"]),
  ]
  private static let moreClauses = [
    "技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广", "企业管理咨询", "市场营销策划", "办公用品销售", "电子产品销售",
    "机械设备租赁", "物业管理", "劳务服务（不含劳务派遣）", "化妆品零售", "服装服饰批发", "通讯设备销售", "家用电器销售", "商务代理代办服务",
    "包装材料及制品销售", "工艺美术品及礼仪用品销售（象牙及其制品除外）", "专业设计服务", "汽车零配件零售", "非居住房地产租赁",
  ]
  private static let tails = [
    "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）", "（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
    "。（依法须经批准的项目，经相关部门批准后方可开展经营活动）", "",
    "（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）",
  ]

  /// A name and a scope that fits it.
  static func nameAndScope(
    _ entity: Entity, in place: District, _ dice: inout Dice
  ) -> (name: String, scope: String) {
    let trade = dice.pick(trades)
    let brand = String(dice.pick(dice.pick([2, 2, 2, 3, 4]), of: syllables))
    let clauses = (trade.1 + dice.pick(dice.number(1...7), of: moreClauses))
    let separator = dice.pick(["；", "；", "、", "；", "，"])
    // A clause with commas inside keeps its meaning only between semicolons.
    let parts = separator == "；" ? clauses : clauses.filter { !$0.contains(where: "、，".contains) }
    var scope = parts.joined(separator: separator)
    if dice.chance(0.15) { scope = "一般项目：" + scope }
    if dice.chance(0.12) { scope += "。许可项目：" + dice.pick(["食品经营", "道路货物运输", "出版物零售"]) }
    let tail = dice.pick(tails)
    scope += tail.isEmpty ? "。" : tail
    return (name(entity, brand: brand, trade: trade.0, in: place, &dice), scope)
  }

  private static func name(
    _ entity: Entity, brand: String, trade: String, in place: District, _ dice: inout Dice
  ) -> String {
    let region = dice.pick([place.city, place.shortCity, place.city, place.province, ""])
    let bracket = dice.chance(0.15) ? "(\(place.shortCity))" : "（\(place.shortCity)）"
    let stem = dice.chance(0.22) ? brand + bracket + trade : region + brand + trade
    switch entity {
    case .limitedCompany: return stem + dice.pick(["有限公司", "有限公司", "有限责任公司"])
    case .jointStock: return stem + "股份有限公司"
    case .branch:
      let other = dice.pick(District.all)
      return stem + dice.pick(["有限公司", "股份有限公司"]) + other.shortCity
        + dice.pick(["", "第一", other.district.isEmpty ? "" : String(other.district.dropLast())])
        + "分公司"
    case .partnership:
      return region + brand
        + dice.pick(["企业管理合伙企业（有限合伙）", "投资合伙企业（有限合伙）", "股权投资基金合伙企业（有限合伙）", "会计师事务所（普通合伙）"])
    case .soleProprietorship:
      return region + brand + dice.pick(["工艺品厂", "信息咨询中心", "财务咨询工作室", "机械加工厂", "设计工作室"])
    case .soleTrader:
      return place.city + place.district + brand
        + dice.pick(["餐饮店", "服装店", "便利店", "美容美发店", "电子商务商行", "汽车修理部", "建材经营部", "水果批发部"])
    }
  }

  /// The legal type as licenses print it.
  static func type(_ entity: Entity, _ dice: inout Dice) -> String {
    switch entity {
    case .limitedCompany:
      dice.pick([
        "有限责任公司", "有限责任公司（自然人独资）", "有限责任公司(自然人投资或控股)", "有限责任公司（法人独资）", "有限责任公司（自然人投资或控股）",
        "有限责任公司（台港澳法人独资）", "有限责任公司(外商投资企业与内资合资)", "其他有限责任公司",
      ])
    case .jointStock:
      dice.pick(["股份有限公司（非上市、自然人投资或控股）", "其他股份有限公司（非上市）", "股份有限公司(上市、自然人投资或控股)"])
    case .branch: dice.pick(["有限责任公司分公司（自然人投资或控股）", "有限责任公司分公司", "股份有限公司分公司(非上市)"])
    case .partnership: dice.pick(["有限合伙企业", "普通合伙企业", "特殊普通合伙企业"])
    case .soleProprietorship: "个人独资企业"
    case .soleTrader: "个体工商户"
    }
  }
}
