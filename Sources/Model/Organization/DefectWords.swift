/// Says defects of charts, contact lists and mail in words; facts hold codes, which rules can ask for.
package enum DefectWords {
  /// Returns `duplicate_siblings: 综合组` and `account_invalid: 2 (rows 12, 15)` in both languages; other texts as they
  /// are.
  package static func words(for defect: String) -> LocalizedText {
    let parts = defect.split(separator: ":", maxSplits: 1).map(String.init)
    let subject = parts.count == 2 ? parts[1].trimmed : nil
    if let code = parts.first, let words = MailDefectWords.words(code: code, subject: subject) {
      return words
    }
    guard let code = parts.first,
      let words = HierarchyDefect.Kind(rawValue: code)?.words
        ?? ContactsDefect(rawValue: code)?.words
    else { return LocalizedText(defect, defect) }
    guard parts.count == 2 else { return words }
    let rest = parts[1].drop { $0 == " " }
    return LocalizedText(
      words.chinese + (chineseRows(rest) ?? "：" + rest), words.english + ": " + rest)
  }

  /// The code before the colon, where it is one of the closed lists; `nil` for other texts.
  package static func kind(of defect: String) -> String? {
    let code = String(defect.prefix { $0 != ":" })
    let isKnown =
      MailDefectKind(rawValue: code) != nil || TLSDefectKind(rawValue: code) != nil
      || HierarchyDefect.Kind(rawValue: code) != nil || ContactsDefect(rawValue: code) != nil
    return isKnown ? code : nil
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
    case .severalRoots: LocalizedText("有多个顶端", "several tops")
    case .cycle: LocalizedText("连线成环", "links in a circle")
    case .orphan: LocalizedText("没有连线", "not linked")
    case .duplicateSiblings: LocalizedText("同级重名", "siblings of one name")
    case .severalParents: LocalizedText("有多个上级", "below more than one other")
    case .unreadable: LocalizedText("未能读取的方框或连线", "unreadable boxes or links")
    case .uncertainLink: LocalizedText("连线不确定", "uncertain links")
    case .tooLarge: LocalizedText("超过读取上限", "beyond the limit of what is read")
    }
  }
}

extension ContactsDefect {
  fileprivate var words: LocalizedText {
    switch self {
    case .nameMissing: LocalizedText("缺少姓名", "no name")
    case .nameTooLong: LocalizedText("姓名过长", "name too long")
    case .accountMissing: LocalizedText("缺少账号", "no account")
    case .accountInvalid: LocalizedText("账号格式不符", "invalid account")
    case .accountRepeated: LocalizedText("账号重复", "repeated account")
    case .mobileRepeated: LocalizedText("手机号重复", "repeated mobile number")
    case .unreachable: LocalizedText("手机和邮箱都没有", "neither mobile nor mail")
    case .departmentTooLong: LocalizedText("部门名称过长", "department name too long")
    case .tooManyDepartments: LocalizedText("所属部门过多", "too many departments")
    case .wideComma: LocalizedText("部门中有全角逗号", "wide comma in a department")
    case .titleTooLong: LocalizedText("职务过长", "title too long")
    }
  }
}
