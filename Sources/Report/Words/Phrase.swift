package import Model

/// The fixed words of terminal and Markdown reports, in both languages.
package enum Phrase {
  static func status(_ status: SubmissionStatus) -> LocalizedText {
    switch status {
    case .ready: text("可提交", "ready")
    case .review: text("需复核", "review")
    case .blocked: text("不可提交", "blocked")
    case .undelivered: text("未交材料", "undelivered")
    }
  }

  /// Returns what reports call a severity.
  package static func severity(_ severity: Severity) -> LocalizedText {
    switch severity {
    case .error: text("错误", "error")
    case .warning: text("警告", "warning")
    case .note: text("提示", "note")
    }
  }

  /// Returns what reports call a verdict.
  package static func verdict(_ verdict: Verdict) -> LocalizedText {
    switch verdict {
    case .pass: text("通过", "pass")
    case .fail: text("不符", "fail")
    case .cannotTell: text("无法判断", "cannot tell")
    case .notApplicable: text("不适用", "not applicable")
    case .ruleError: text("规则出错", "rule error")
    }
  }

  /// `第 2 页`, from 0-based pages; empty where there is none.
  static func pages(_ pages: [Int]) -> LocalizedText {
    guard !pages.isEmpty else { return text("", "") }
    let numbers = pages.map { String($0 + 1) }.joined(separator: ", ")
    return text("第 \(numbers) 页", (pages.count == 1 ? "page " : "pages ") + numbers)
  }

  static let drafted = text(
    "申报由工具起草，尚未确认：核对后删除 drafted_from_materials 一行再检查。",
    "the declaration is a draft: confirm it, remove its line drafted_from_materials, and check again"
  )
  static let expected = text("应为", "expected")
  static let actual = text("实为", "found")
  static let missing = text("缺少", "missing")
  static let fix = text("处理", "to do")
  static let place = text("位置", "at")
  static let notices = text("读取提示", "Notices")
  static func waived(_ waiver: Waiver) -> LocalizedText {
    text(
      "\(waiver.owner) 至 \(waiver.expires.iso)：\(waiver.reason.chinese)",
      "\(waiver.owner) until \(waiver.expires.iso): \(waiver.reason.english)")
  }
  static func known(_ count: Int) -> LocalizedText {
    text(
      "上次已列、仍未解决的 \(count) 项不再逐条列出，仍计入状态。",
      "told before and still open: \(count); not told one by one again, but they count for the status."
    )
  }
  static func resolved(_ resolved: [ResolvedFinding]) -> LocalizedText {
    text(
      "已解决 \(resolved.count) 项：" + resolved.map(\.title.chinese).joined(separator: "、"),
      "resolved since: \(resolved.count): " + resolved.map(\.title.english).joined(separator: ", "))
  }
  static func joined(_ count: Int) -> LocalizedText {
    text("上次没有、新来的 \(count) 家：", "new since the last run: \(count): ")
  }
  static func left(_ count: Int) -> LocalizedText {
    text("上次有、本次没有的 \(count) 家：", "in the last run and not in this one: \(count): ")
  }
  /// Of what an earlier run had told.
  static let stillOpen = text("上次已列", "told before")
  static let waiver = text("豁免", "waived")
  /// An entry of `confirmed.yaml` to copy.
  static let confirm = text("确认", "confirm")
  /// An entry of `waivers.yaml` to copy.
  static let waive = text("豁免", "waive")
  static let waiting = text("待定", "waiting")
  /// Ids of rules that wait for a cause: how many, and the first of them.
  static func rules(_ ids: [String]) -> LocalizedText {
    let unique = ids.uniqued()
    let first = unique.prefix(8)
    let rest = unique.count > first.count
    return text(
      "\(unique.count) 条规则：" + first.joined(separator: "、") + (rest ? " 等" : ""),
      "\(unique.count): " + first.joined(separator: ", ") + (rest ? ", ..." : ""))
  }
  static let tentative = text("倾向", "likely")

  private static func text(_ chinese: String, _ english: String) -> LocalizedText {
    LocalizedText(chinese, english)
  }
}
