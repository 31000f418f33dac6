internal import Model

/// A seal's name apart: whose it is, and what for.
///
/// Makers write `某公司`, `某公司(合同专用章)`, `某公司电子证照专用章` and `某公司公章` alike.
package struct SealName: Hashable {
  package let owner: String
  /// `nil` where the name says none.
  package let purpose: String?

  package init(_ name: String) {
    let text = name.trimmed
    if let last = text.last, last == ")" || last == "）",
      let open = text.lastIndex(where: { $0 == "(" || $0 == "（" }), open != text.startIndex,
      let inside = Optional(String(text[text.index(after: open)...].dropLast())),
      inside.hasSuffix("章") || Self.purposes.contains(inside)
    {
      owner = String(text[..<open]).trimmed
      purpose = inside.trimmed
      return
    }
    guard text.hasSuffix("章"), let end = Self.endOfOrganization(text), end != text.endIndex else {
      owner = text
      purpose = nil
      return
    }
    owner = String(text[..<end])
    purpose = String(text[end...])
  }

  private static let purposes: Set<String> = ["合同", "财务", "发票", "业务", "人事"]

  /// Where a name's last word for an organization ends.
  private static func endOfOrganization(_ text: String) -> String.Index? {
    let words = [
      "公司", "局", "委员会", "政府", "中心", "事务所", "合作社", "学校", "大学", "学院", "医院", "厂", "协会", "基金会", "银行",
      "分行", "支行", "工作室", "经营部", "商行", "(有限合伙)", "（有限合伙）", "(普通合伙)", "（普通合伙）",
    ]
    let characters = Array(text)
    var last: Int?
    for word in words.map(Array.init) where word.count < characters.count {
      let starts = 0...(characters.count - word.count)
      if let start = starts.last(where: { characters[$0..<($0 + word.count)].elementsEqual(word) })
      {
        last = max(last ?? 0, start + word.count)  // allowed: the first word found
      }
    }
    return last.map { text.index(text.startIndex, offsetBy: $0) }
  }
}
