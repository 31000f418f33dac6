/// Names and types of companies, as licenses print them.
enum CompanyGrammar {
  /// What names of companies end with; a person's name or an address hardly does.
  static let legalEnds = [
    "公司", "合伙企业", "合作社", "事务所", "中心", "（有限合伙）", "（普通合伙）", "(有限合伙)", "(普通合伙)", "(特殊普通合伙)",
    "（特殊普通合伙）",
  ]
  /// What names of shops and works end with.
  private static let shopEnds = [
    "厂", "店", "部", "院", "馆", "行", "社", "屋", "吧", "坊", "铺", "场", "室", "站", "园", "所", "堂", "楼", "庄",
    "队",
    "会", "摊", "档", "城", "家", "府", "苑", "阁", "轩", "居",
  ]

  static func name(_ text: String) -> Double {
    var score = -1.0
    if legalEnds.contains(where: text.hasSuffix) {
      score = FieldGrammar.certainty
    } else if shopEnds.contains(where: text.hasSuffix) {
      score = 1.5
    }
    if isType(text) { score -= 4 }
    // A name ends with its form in brackets; behind it stands another field's value.
    if ["合伙）", "合伙)"].contains(where: { text.contains($0) && !text.hasSuffix($0) }) { score -= 4 }
    if text.contains(where: { "；;。，,、：:".contains($0) }) { score -= 3 }
    if text.count < 4 { score -= 3 }
    if text.first?.isDigit == true { score -= 2 }
    return score
  }

  private static let types = [
    "有限责任公司", "股份有限公司", "有限公司", "个体工商户", "个体", "个人独资企业", "合伙企业", "普通合伙", "有限合伙", "特殊普通合伙", "分公司",
    "合作社",
    "全民所有制", "集体所有制", "股份合作制", "外国", "港澳台", "台港澳", "独资", "控股", "个人经营", "家庭经营", "国有", "联营", "农民专业",
    "其他有限", "其他股份", "内资", "非公司",
  ]

  static func isType(_ text: String) -> Bool {
    types.contains(where: text.hasPrefix) || (text.hasPrefix("其他") && text.contains("公司"))
  }

  static func type(_ text: String) -> Double {
    guard types.contains(where: text.contains) || text.hasPrefix("其他") else { return -2 }
    var score = isType(text) ? FieldGrammar.certainty : 0.5
    if let close = text.lastIndex(where: { "）)".contains($0) }),
      text.index(after: close) != text.endIndex
    {
      score -= 2
    }
    // One pair of brackets as a rule; a second one is a mark's or another field's.
    score -= 1.4 * Double(max(0, text.count(where: { "（(".contains($0) }) - 1))
    if text.contains(where: \.isDigit) { score -= 1 }
    if text.contains(where: { "；;。".contains($0) }) { score -= 2 }
    return score
  }
}
