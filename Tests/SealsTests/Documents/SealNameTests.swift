internal import Model
internal import Testing

@testable internal import Seals

@Suite struct SealNameTests {
  @Test(arguments: [
    ("深圳市星河科技有限公司", "深圳市星河科技有限公司", nil),
    ("深圳市星河科技有限公司(合同专用章)", "深圳市星河科技有限公司", "合同专用章"),
    ("深圳市星河科技有限公司（财务专用章）", "深圳市星河科技有限公司", "财务专用章"),
    ("深圳市星河科技有限公司公章", "深圳市星河科技有限公司", "公章"),
    ("某某市场监督管理局电子证照专用章", "某某市场监督管理局", "电子证照专用章"),
    ("星河投资合伙企业（有限合伙）", "星河投资合伙企业（有限合伙）", nil),
    ("星河投资合伙企业（有限合伙）合同专用章", "星河投资合伙企业（有限合伙）", "合同专用章"),
    ("印章", "印章", nil), ("", "", nil),
  ])
  func nameComesApart(_ name: String, _ owner: String, _ purpose: String?) {
    let parts = SealName(name)
    #expect(parts.owner == owner)
    #expect(parts.purpose == purpose)
  }
}
