import Testing

@testable import Model

@Suite struct DefectWordsTests {
  @Test(arguments: [
    ("account_repeated: 2 (rows 7, 8)", "账号重复 2 处（第 7、8 行）", "repeated account: 2 (rows 7, 8)"),
    (
      "unreachable: 9 (rows 3, 4, …)", "手机和邮箱都没有 9 处（第 3、4 行等）",
      "neither mobile nor mail: 9 (rows 3, 4, …)"
    ),
    ("orphan: 综合组、后勤组", "没有连线：综合组、后勤组", "not linked: 综合组、后勤组"),
    ("cycle", "连线成环", "links in a circle"),
    ("orphan: 甲 (rows )组", "没有连线：甲 (rows )组", "not linked: 甲 (rows )组"), ("", "", ""),
    ("something: else", "something: else", "something: else"), ("orphan:", "没有连线", "not linked"),
  ])
  func inBothLanguages(defect: String, chinese: String, english: String) {
    #expect(
      DefectWords.words(for: defect) == LocalizedText(chinese, english))
  }

  /// No code is left in a Chinese sentence.
  @Test func everyDefectHasWords() {
    let codes =
      HierarchyDefect.Kind.allCases.map(\.rawValue) + ContactsDefect.allCases.map(\.rawValue)
    for code in codes {
      let words = DefectWords.words(for: code)
      #expect(words.chinese.allSatisfy { !$0.isASCII })
      #expect(words.english != code && words.english.allSatisfy(\.isASCII))
    }
  }
}
