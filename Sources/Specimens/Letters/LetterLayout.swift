/// The ways in which companies write letters of authorization and the papers of a registration.
package enum LetterLayout: String, CaseIterable, Sendable {
  case labelled, sentence, introduction, official, table, head, contract, numbered, statement
  case columns, training, plan, review, assessment

  /// What it prints of a letter's facts.
  var keys: Set<String> {
    switch self {
    case .labelled, .table:
      [
        "company", "credit_code", "agent_name", "agent_number", "agent_phone", "term_from",
        "term_to", "issued_on",
      ]
    case .sentence: ["company", "agent_name", "agent_number", "agent_phone", "issued_on"]
    case .introduction, .contract, .statement:
      ["company", "agent_name", "agent_number", "issued_on"]
    case .official: ["company", "agent_name", "agent_number", "agent_phone", "issued_on"]
    case .head, .columns: ["company", "agent_name", "issued_on"]
    case .numbered: ["company", "credit_code", "agent_name", "agent_number", "issued_on"]
    case .training, .plan, .review, .assessment: ["company", "issued_on"]
    }
  }

  /// The kind of material and the prefix of its facts.
  var material: (kind: String, prefix: String) {
    switch self {
    case .training: ("training_record", "training")
    case .plan: ("contingency_plan", "contingency")
    case .review: ("compliance_review", "compliance")
    case .assessment: ("security_assessment", "assessment")
    default: ("authorization_letter", "letter")
    }
  }

  /// Whether it is handed out to be filled in.
  var isForm: Bool { [.labelled, .official, .table, .columns, .numbered].contains(self) }

  func blocks(_ facts: LetterFacts, isBlank: Bool) -> [LetterBlock] {
    func value(_ text: String) -> String { isBlank ? "____________" : text }
    let company = value(facts.company)
    let agent = value(facts.agent.name)
    let number = value(facts.agent.number)
    let phone = value(facts.phone)
    let code = value(facts.code)
    let date = isBlank ? "____年__月__日" : facts.dateText
    let term = isBlank ? "　　年　月　日至　　年　月　日" : facts.termText
    let task = "全权办理企业微信的注册与认证事宜"
    switch self {
    case .labelled:
      return [
        .title("授权委托书"), .line("委托单位名称：" + company), .line("统一社会信用代码：" + code),
        .line("受托人姓名：" + agent), .line("身份证号码：" + number), .line("手机号码：" + phone),
        .line("授权期限：" + term), .line("现授权上述受托人\(task)。"),
        isBlank ? .line("日期：" + date) : .right(date),
      ]
    case .sentence:
      return [
        .title("授权书"), .line("腾讯公司："),
        .line("兹授权本公司员工\(agent)（身份证号：\(number)，手机号：\(phone)）代表我单位\(task)。"),
        .line("授权单位：\(company)（盖章）"), .line(date),
      ]
    case .introduction:
      return [
        .title("介绍信"), .line("兹介绍我单位\(agent)同志前往贵处办理企业微信认证事宜，请予接洽。"),
        .line("身份证号：" + number), .right(company), .right(date),
      ]
    case .official:
      return [
        .title("企业微信认证申请公函"), .line("致：深圳市远山计算机系统有限公司"),
        .line("我单位（企业全称）\(company)，现申请企业微信认证，并承诺所提交的材料真实有效。"),
        .line("账号运营者姓名：" + agent), .line("身份证号码：" + number), .line("手机号码：" + phone),
        .line("申请单位：\(company)（盖章）"), .line("日期：" + date),
      ]
    case .table:
      return [
        .title("企业授权书"),
        .table([
          ["授权单位", isBlank ? "" : company], ["统一社会信用代码", isBlank ? "" : code],
          ["被授权人", isBlank ? "" : agent, "性别", isBlank ? "" : facts.agent.sex],
          ["身份证号码", isBlank ? "" : number], ["联系电话", isBlank ? "" : phone],
          ["授权事项", task], ["授权期限", isBlank ? "" : term],
          ["授权日期", isBlank ? "" : date],
        ]),
      ]
    case .head:
      return [
        .title("法定代表人授权书"), .line("兹声明：\(company)的法定代表人\(facts.head)授权\(agent)\(task)。"),
        .line("授权单位（盖章）：" + company), .line("法定代表人（签字）：" + facts.head),
        .line("被授权人（签字）：" + agent), .line("日期：" + date),
      ]
    case .contract:
      return [
        .title("委托书"), .line("委托人：\(company)（以下简称甲方）　法定代表人：\(facts.head)"),
        .line("受托人：\(agent)，性别：\(facts.agent.sex)，身份证号：\(number)"),
        .line("甲方委托受托人\(task)，受托人在委托权限内签署的文件，甲方均予以承认。"),
        .right("委托单位（公章）：" + company), .right(date),
      ]
    case .numbered:
      return [
        .title("授权委托书"), .line("一、授权单位：" + company), .line("二、统一社会信用代码：" + code),
        .line("三、被授权人：" + agent), .line("四、被授权人身份证号码：" + number),
        .line("五、授权事项：" + task), .line("特此授权。"), .right(isBlank ? "（盖章）" : company),
        .right(date),
      ]
    case .statement:
      return [
        .title("授权委托书"),
        .line(
          "本授权书声明：我\(facts.head)系\(company)的法定代表人，现授权委托\(agent)（性别：\(facts.agent.sex)，身份证号：\(number)）"
            + "为我公司代理人，以我公司名义\(task)。代理人无转委托权。"),
        .right("\(company)（盖章）"), .right(date),
      ]
    case .columns:
      return [
        .title("授权书"), .line("授权单位：" + company), .line("被授权人：" + agent),
        .line("授权事项：" + task),
        .line("授权单位（盖章）：　　　　　　被授权人（签字）："), .line("签署日期：" + date),
      ]
    case .training:
      return [
        .title("员工操作培训记录"), .line("培训单位：" + company), .line("培训时间：\(date)　培训地点：三楼会议室"),
        .line("培训内容：企业微信邮箱的使用与信息安全"),
        .table([["姓名", facts.head, "签名", ""], ["姓名", facts.agent.name, "签名", ""]]),
      ]
    case .plan:
      return [
        .title("邮箱系统应急预案"), .line("一、总则"), .line("为规范邮箱系统突发事件的应急处置，制定本预案。"), .line("二、附则"),
        .line("本预案自发布之日起施行。"), .right("\(company)（盖章）"), .right(date),
      ]
    case .review:
      return [
        .title("内部合规审查报告"), .line("审查结论：邮箱的开通与使用符合公司制度。"), .right(company), .right(date),
      ]
    case .assessment:
      return [
        .title("数据安全风险评估报告"), .line("评估单位：" + company), .line("评估结论：风险可控，风险等级为低。"),
        .right("评估日期：" + date),
      ]
    }
  }
}
