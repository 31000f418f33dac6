/// Says defects of charts and contact lists in words; facts hold codes, which rules can ask for.
package enum DefectWords {
  /// Returns `duplicate_siblings: 综合组` and `account_invalid: 2 (rows 12, 15)` in both languages; other texts as they
  /// are.
  package static func words(for defect: String) -> LocalizedText {
    let parts = defect.split(separator: ":", maxSplits: 1).map(String.init)
    guard let code = parts.first,
      let words = HierarchyDefect.Kind(rawValue: code)?.words
        ?? ContactsDefect(rawValue: code)?.words
    else { return LocalizedText(chinese: defect, english: defect) }
    guard parts.count == 2 else { return words }
    let rest = parts[1].drop { $0 == " " }
    return LocalizedText(
      chinese: words.chinese + (chineseRows(rest) ?? "：" + rest),
      english: words.english + ": " + rest)
  }

  /// ` 2 处（第 12、15 行）` for `2 (rows 12, 15)`; `nil` for what is no such count.
  private static func chineseRows(_ text: Substring) -> String? {
    let mark = " (rows "
    guard text.hasSuffix(")"), let open = text.firstRange(of: mark) else { return nil }
    let rows = text[open.upperBound...].dropLast().split(separator: ", ")
    let shown = rows.filter { $0 != "…" }
    let more = shown.count < rows.count ? "等" : ""
    return " \(text[..<open.lowerBound]) 处（第 \(shown.joined(separator: "、")) 行\(more)）"
  }
}

extension HierarchyDefect.Kind {
  fileprivate var words: LocalizedText {
    switch self {
    case .severalRoots: LocalizedText(chinese: "有多个顶端", english: "several tops")
    case .cycle: LocalizedText(chinese: "连线成环", english: "links in a circle")
    case .orphan: LocalizedText(chinese: "没有连线", english: "not linked")
    case .duplicateSiblings: LocalizedText(chinese: "同级重名", english: "siblings of one name")
    case .severalParents: LocalizedText(chinese: "有多个上级", english: "below more than one other")
    case .unreadable: LocalizedText(chinese: "未能读取的方框或连线", english: "unreadable boxes or links")
    case .uncertainLink: LocalizedText(chinese: "连线不确定", english: "uncertain links")
    case .tooLarge: LocalizedText(chinese: "超过读取上限", english: "beyond the limit of what is read")
    }
  }
}

extension ContactsDefect {
  fileprivate var words: LocalizedText {
    switch self {
    case .nameMissing: LocalizedText(chinese: "缺少姓名", english: "no name")
    case .nameTooLong: LocalizedText(chinese: "姓名过长", english: "name too long")
    case .accountMissing: LocalizedText(chinese: "缺少账号", english: "no account")
    case .accountInvalid: LocalizedText(chinese: "账号格式不符", english: "invalid account")
    case .accountRepeated: LocalizedText(chinese: "账号重复", english: "repeated account")
    case .mobileRepeated: LocalizedText(chinese: "手机号重复", english: "repeated mobile number")
    case .unreachable: LocalizedText(chinese: "手机和邮箱都没有", english: "neither mobile nor mail")
    case .departmentTooLong: LocalizedText(chinese: "部门名称过长", english: "department name too long")
    case .tooManyDepartments: LocalizedText(chinese: "所属部门过多", english: "too many departments")
    case .wideComma: LocalizedText(chinese: "部门中有全角逗号", english: "wide comma in a department")
    case .titleTooLong: LocalizedText(chinese: "职务过长", english: "title too long")
    }
  }
}
