import Model
import Testing

@Suite struct NoticeTests {
  @Test func detailsFillBothLanguages() {
    let notice = Notice(
      file: "a.jpg", stage: .ingest, code: .fileTooLarge, details: ["size": "9", "limit": "5"])
    #expect(notice.message.chinese.contains("文件 9 字节，超过上限 5 字节"))
    #expect(notice.message.english.contains("9 bytes, more than the limit of 5"))
  }

  @Test func localizedDetailsDiffer() {
    var details = ["line": "3", "column": "1"]
    details.set("reason", to: LocalizedText("缺少冒号", "a colon is missing"))
    let message = Notice(
      file: "declared.yaml", stage: .declare, code: .declarationInvalid, details: details
    ).message
    #expect(message.chinese == "申报文件无法读取，第 3 行：缺少冒号")
    #expect(message.english == "the declaration cannot be read, line 3: a colon is missing")
  }

  @Test func missingDetailsStayVisible() {
    let notice = Notice(file: "a.jpg", stage: .ingest, code: .fileUnreadable)
    #expect(notice.message.english.contains("{reason}"))
  }

  @Test(arguments: NoticeCode.allCases)
  func everyCodeHasTextsInBothLanguages(code: NoticeCode) {
    #expect(!code.text.chinese.isEmpty)
    #expect(!code.text.english.isEmpty)
    #expect(code.text.chinese != code.text.english)
  }
}
