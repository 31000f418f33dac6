import Testing

@testable import Papers

/// What looks like a field's value is weighed higher than what belongs to another field, or to nobody.
@Suite struct FieldGrammarTests {
  @Test(
    arguments: [
      (.company, "星河市海蓝汽车服务有限公司", "有限责任公司（自然人独资）"), (.company, "晨光区林记面馆", "林晓舟"),
      (.company, "星河会计师事务所（普通合伙）", "星河会计师事务所（普通合伙）特殊普通合伙企业"),
      (.companyType, "特殊普通合伙企业", "星河会计师事务所（普通合伙）"),
      (.company, "星河远航企业管理合伙企业（有限合伙）", "星河市晨光区海蓝路8号2栋306室"),
      (.companyType, "有限责任公司（自然人投资或控股）", "星河市海蓝汽车服务有限公司"),
      (.companyType, "有限责任公司（自然人投资或控股）", "有限责任公司（自然人投资或控股）（海蓝）"),
      (.companyType, "个体工商户", "林晓舟"), (.person, "林晓舟", "306"), (.person, "欧阳晓舟", "林晓舟海蓝企业之家"),
      (.person, "阿依古丽·买买提", "星河市晨光区海蓝路8号"),
      (.address, "星河市晨光区海蓝路8号2栋306室", "林晓舟"),
      (.address, "星河市晨光区海蓝路科技园2栋306", "星河市海蓝汽车服务有限公司"),
      (.amount, "人民币壹佰万元整", "人民币壹佰万元整海蓝商务网"), (.amount, "500万元", "2019年03月05日"),
      (.date, "2019年03月05日", "林晓舟"), (.period, "2019年03月05日至长期", "500万元"),
      (.scope, "汽车租赁；汽车美容服务；停车场服务。", "有限责任公司（自然人独资）"),
    ] as [(FieldGrammar, String, String)])
  func prefers(grammar: FieldGrammar, own: String, other: String) {
    #expect(grammar.score(own) > grammar.score(other) + 0.5)
    #expect(grammar.score(own) > 0)
  }

  @Test(arguments: FieldGrammar.allCases)
  func nothingIsNoValue(grammar: FieldGrammar) {
    #expect(grammar.score("") < -1)
  }
}
