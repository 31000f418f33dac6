internal import Model

/// The types of companies, as licenses print them (docs/domain.md#company-types).
enum CompanyTypes {
  private static let all = [
    "有限责任公司", "有限责任公司（自然人独资）", "有限责任公司（自然人投资或控股）", "有限责任公司（自然人投资或控股的法人独资）",
    "有限责任公司（非自然人投资或控股的法人独资）", "有限责任公司（法人独资）", "有限责任公司（国有独资）", "有限责任公司（国有控股）",
    "有限责任公司（国内合资）", "有限责任公司（台港澳法人独资）", "有限责任公司（港澳台法人独资）", "有限责任公司（外国法人独资）",
    "有限责任公司（外商投资、非独资）", "有限责任公司（中外合资）", "有限责任公司分公司（自然人独资）",
    "有限责任公司分公司（自然人投资或控股）", "其他有限责任公司", "股份有限公司", "股份有限公司（非上市）",
    "股份有限公司（非上市、自然人投资或控股）", "股份有限公司（上市、自然人投资或控股）", "其他股份有限公司（非上市）",
    "其他股份有限公司（上市）", "个体工商户", "个人独资企业", "有限合伙企业", "普通合伙企业", "特殊普通合伙企业", "农民专业合作社", "全民所有制",
    "集体所有制", "股份合作制",
  ]

  /// Whether a text is one of the types, whatever its brackets.
  static func contains(_ text: String) -> Bool { all.contains(plain(text)) }

  private static func plain(_ text: String) -> String {
    String(text.map { "(" == $0 ? "（" : ")" == $0 ? "）" : $0 })
  }

  /// The only type that a misread text of the same length can be: one wrong letter in ten.
  ///
  /// - Returns: `nil` where the text is a type already, or where none or several are as near.
  static func nearest(to text: String) -> String? {
    let (own, plain) = (Array(text), plain(text))
    guard !all.contains(plain) else { return nil }
    let near = all.filter { type in
      type.count == plain.count && zip(type, plain).count(where: !=) * 10 <= plain.count + 3
    }
    guard near.count == 1, let only = near.first else { return nil }
    return String(zip(only, own).map { "（）".contains($0) ? $1 : $0 })
  }
}
