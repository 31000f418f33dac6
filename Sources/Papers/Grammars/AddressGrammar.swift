/// Addresses.
enum AddressGrammar {
  private static let units: Set<Character> = Set("省市区县旗州镇乡村街路道巷弄号栋幢座楼层室单元组园")

  static func score(_ text: String) -> Double {
    var score = min(4, Double(text.count(where: units.contains)) * 0.8) - 1.2
    if text.count < 5 { score -= 1.5 }
    if let last = text.last, last.isDigit || "号室栋幢座楼层组园）)房店铺".contains(last) { score += 0.6 }
    if text.hasSuffix("公司") || text.contains("。") { score -= 3 }
    if text.contains("；") { score -= 2 }
    return score
  }
}
