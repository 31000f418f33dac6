import Model
import Testing

@testable import Papers

/// Letters and other papers as people write them: what they say, however they say it.
@Suite struct LetterTests {
  private static let company = "深圳市星河科技有限公司"
  private static let number = "440305198503123018"

  private func expect(
    _ text: String, _ facts: [String: String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let page = try TextPage(text)
    for (key, value) in facts {
      #expect(page.sure[key] == value, "\(key)", sourceLocation: sourceLocation)
    }
  }

  @Test func labelsWithTails() throws {
    try expect(
      """
      授权委托书
      委托单位名称：\(Self.company)
      统一社会信用代码：91440300MA5K3N7P2D
      受托人姓名：林知远
      身份证号：\(Self.number)
      2026年11月1日
      """,
      [
        "letter.company": Self.company, "letter.agent_name": "林知远",
        "letter.agent_number": Self.number, "letter.issued_on": "2026-11-01",
      ])
    try expect(
      """
      授权书
      授权单位（加盖公章）：\(Self.company)（盖章）
      被授权人（签字）：欧阳知远　性别：女　职务：经理
      签署日期：2026.11.01
      """,
      [
        "letter.company": Self.company, "letter.agent_name": "欧阳知远",
        "letter.issued_on": "2026-11-01",
      ])
  }

  @Test func sentences() throws {
    try expect(
      """
      授权书
      兹授权本公司员工李晓梅（身份证号：\(Self.number)，手机号：13900139001）代表我单位办理企业微信认证。
      授权单位：\(Self.company)（盖章）
      2026年11月1日
      """,
      [
        "letter.company": Self.company, "letter.agent_name": "李晓梅",
        "letter.agent_number": Self.number, "letter.agent_phone": "13900139001",
      ])
    try expect(
      """
      企业微信认证申请公函
      致：深圳市远山计算机系统有限公司
      我单位（企业全称）\(Self.company)，现申请企业微信认证。
      账号运营者姓名：李晓梅
      日期：2026年11月1日
      """, ["letter.company": Self.company, "letter.agent_name": "李晓梅"])
    try expect(
      """
      法定代表人授权书
      兹声明：\(Self.company)的法定代表人王建国授权林知远办理企业微信认证。
      授权单位（盖章）：________________
      被授权人（签字）：________________
      日期：____年__月__日
      """, ["letter.company": Self.company, "letter.agent_name": "林知远"])
  }

  @Test func companyAndDateAtTheFoot() throws {
    try expect(
      """
      介绍信
      兹介绍我单位李晓梅同志前往贵处办理企业微信认证事宜，请予接洽。
      >\(Self.company)
      >二〇二六年十一月一日
      """,
      [
        "letter.company": Self.company, "letter.agent_name": "李晓梅",
        "letter.issued_on": "2026-11-01",
      ])
    try expect(
      """
      邮箱系统应急预案
      为规范突发事件的应急处置，制定本预案。
      >\(Self.company)（盖章）
      >2026年10月8日
      """, ["contingency.company": Self.company, "contingency.issued_on": "2026-10-08"])
    try expect(
      """
      员工操作培训签到表
      培训单位：\(Self.company)
      培训时间：2026年10月9日 14:00
      """, ["training.company": Self.company, "training.issued_on": "2026-10-09"])
  }

  /// 此致 stands before the one who is written to.
  @Test func theAddresseeIsNotTheCompany() throws {
    let page = try TextPage(
      """
      授权书
      现授权林知远办理企业微信认证。
      此致
      深圳市远山计算机系统有限公司
      2026年11月1日
      """)
    #expect(page.sure["letter.company"] == nil)
  }

  @Test func aFormThatNobodyFilledIn() throws {
    let page = try TextPage(
      """
      授权书
      授权单位（盖章）：____________
      被授权人：____________
      身份证号：____________
      授权期限：　年　月　日至　年　月　日
      日期：20__年__月__日
      """)
    #expect(page.documents.flatMap(\.facts).isEmpty)
    #expect(page.blank == ["letter.company", "letter.agent_name", "letter.issued_on"])
  }

  /// Each number is that of the person named before it.
  @Test func anotherPersonsNumberIsNotTheAgents() throws {
    let text = """
      授权委托书
      授权单位：\(Self.company)
      法定代表人：王建国　身份证号：11010519491231002X
      被授权人：林知远　身份证号：\(Self.number)
      授权日期：2026年11月1日
      """
    try expect(text, ["letter.agent_number": Self.number])
    let page = try TextPage(text.replacing("林知远　身份证号：\(Self.number)", with: "林知远"))
    #expect(page.sure["letter.agent_number"] == nil)
  }

  /// What is not understood behind a label is not said surely.
  @Test func aValueThatHoldsALabelIsNotSure() throws {
    let page = try TextPage(
      """
      授权委托书
      委托单位登记名：\(Self.company)
      受托人：林知远办理
      授权日期：2026年11月1日
      """)
    #expect(page.sure["letter.company"] == nil)
    #expect(page.sure["letter.agent_name"] == nil)
  }

  @Test func latinNamesKeepTheirSpaces() throws {
    try expect(
      """
      授权委托书
      授权单位：\(Self.company)
      被授权人：SMITH JONATHAN MICHAEL
      """, ["letter.agent_name": "SMITH JONATHAN MICHAEL"])
    #expect(DisplayText.cleaned("CHAN, TAI MAN（陈大文)", profile: "person") == "CHAN, TAI MAN（陈大文）")
  }
}
