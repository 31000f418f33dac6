import Model
import Testing

@Suite struct ContactsTests {
  private static func facts(_ text: String) -> [String: Value] {
    let extraction = ChartSpecimens.read(Array(text.utf8))
    #expect(extraction.documents.map(\.kind) == [.contacts])
    let facts = extraction.documents.flatMap(\.facts).map { ($0.key, $0.value) }
    return Dictionary(facts, uniquingKeysWith: { first, _ in first })
  }

  private static func list(_ texts: String...) -> Value { .list(texts.map(Value.string)) }

  @Test func weComTemplate() {
    let facts = Self.facts(
      """
      人员信息类
      填写须知：1、账号为1-64个字母
      姓名,账号,别名,职务,部门,性别,手机,座机,邮箱
      张三,zhangsan,,部门经理,星河公司/市场部,男,13800000001,,
      李四,lisi,,工程师,星河公司/研发中心；星河公司/市场部,女,013800000002,,
      王五,,,工程师,星河公司／研发中心,女,13800000001,,
      """)
    #expect(facts["contacts.count"] == .int(3))
    #expect(facts["contacts.departments"] == Self.list("市场部", "研发中心"))
    #expect(
      facts["contacts.paths"] == Self.list("星河公司", "星河公司/市场部", "星河公司/研发中心"))
    #expect(facts["contacts.positions"] == Self.list("部门经理", "工程师"))
    #expect(
      facts["contacts.defects"]
        == Self.list("account_missing: 1 (rows 6)", "mobile_repeated: 1 (rows 6)"))
  }

  @Test func olderHeaderAndBrokenValues() {
    let facts = Self.facts(
      "姓名,英文ID/帐号,职务,部门,手机\n,中文,,\(String(repeating: "长", count: 33)),\n")
    #expect(
      facts["contacts.defects"]
        == Self.list(
          "name_missing: 1 (rows 2)", "account_invalid: 1 (rows 2)", "unreachable: 1 (rows 2)",
          "department_too_long: 1 (rows 2)"))
  }

  @Test func dingTalk() {
    let facts = Self.facts(
      "员工UserID,姓名,部门,职位,手机号\nu1,张三,\"星河公司-市场部,星河公司-研发部\",主管,13800000001\n")
    #expect(facts["contacts.departments"] == Self.list("市场部", "研发部"))
  }

  /// Roles stand in a column of their own, in the interface's `role` or in a custom attribute; a leader's flag is none.
  @Test(arguments: [
    "姓名,账号,部门,手机,角色\n张三,a,甲公司,13800000001,超级管理员\n李四,b,甲公司,13800000002,成员\n王五,c,甲公司,13800000003,\n",
    """
    {"userlist": [{"userid": "a", "name": "张三", "department": [1], "role": "超级管理员"},
     {"userid": "b", "name": "李四", "department": [1], "roles": [{"name": "成员"}]}]}
    """,
    """
    {"userlist": [{"userid": "a", "name": "张三", "department": [1],
      "extattr": {"attrs": [{"name": "工号", "value": "7"}, {"name": "角色", "value": "超级管理员；成员"}]}}]}
    """,
  ])
  func rolesAreRead(text: String) {
    #expect(Self.facts(text)["contacts.roles"] == Self.list("超级管理员", "成员"))
    let silent = """
      {"userlist": [{"userid": "a", "name": "张三", "department": [1], "is_leader_in_dept": [1]}]}
      """
    #expect(Self.facts(silent)["contacts.roles"] == nil)
  }

  @Test func listsOfTheInterface() {
    let facts = Self.facts(
      """
      {"department": [{"id": 1, "name": "星河公司", "parentid": 0}, {"id": 2, "name": "市场部", "parentid": 1}],
       "userlist": [{"userid": "a", "name": "张三", "department": [2], "position": "总监", "is_leader_in_dept": [1]}]}
      """)
    #expect(facts["contacts.paths"] == Self.list("星河公司", "星河公司/市场部"))
    #expect(facts["contacts.count"] == .int(1))
  }

  @Test func headsStayAndOthersGo() {
    let extraction = ChartSpecimens.read(
      Array("姓名,账号,职务,部门,手机\n张三,a,经理,甲公司/市场部,1\n李四,b,专员,甲公司/市场部,2\n".utf8))
    let names = extraction.documents.first?.hierarchy?.nodes.map(\.name)
    #expect(names == ["甲公司", "市场部", "张三"])
  }
}
