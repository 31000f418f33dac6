internal import Foundation
internal import Native

/// The repository's samples of a registration with a mail domain: the clean sample's company with everything in order,
/// and the same with ten faults.
struct MailSamples {
  static let company = "云铭（长沙）贸易有限责任公司"
  static let domain = "yunming-example.cn"
  private static let seed: UInt64 = 20_261_125

  /// What is wrong with the second one: each fault in a paper of its own.
  private enum Fault: CaseIterable {
    case filedByAnother, otherDomainFiled, domainOfPerson, wrongInclude, madeUpKey, foreignReports
    case otherProvider, otherAgent, openRange, shortLogs
  }

  /// - Parameter samples: the folder with `clean` and `sealed`, whose license, cards, declaration and seal are taken over.
  func write(to samples: String) throws {
    try write("mail-ready", faults: [], to: samples)
    try write("mail-faults", faults: Set(Fault.allCases), to: samples)
  }

  private func write(_ name: String, faults: Set<Fault>, to samples: String) throws {
    let folder = try OutputFolder(samples + "/" + name)
    for (source, file) in [
      ("clean", "营业执照.jpg"), ("clean", "身份证正面.jpg"), ("clean", "身份证反面.jpg"), ("sealed", "公章.esl"),
    ] {
      try folder.write(try bytes(of: samples + "/\(source)/\(file)"), to: file)
    }
    let base = try bytes(of: samples + "/clean/declared.yaml")
    try folder.write(
      text: String(decoding: base, as: UTF8.self) + declaration(faults), to: "declared.yaml")
    for (file, text) in texts(faults) { try folder.write(text: text, to: file) }
    var dice = Dice(seed: Self.seed, stream: faults.count, part: 6)
    let shooting = Shooting(quality: .scan, isHeldOut: false, longestSide: 1350, turn: 0)
    for (file, paper) in papers(faults) {
      try folder.write(try shooting.shoot(paper.sheet(&dice), &dice).jpeg, to: file + ".jpg")
    }
  }

  private func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  // MARK: Texts

  private func declaration(_ faults: Set<Fault>) -> String {
    """
    operator:
      name: "林知远"
      phone: "13800138000"
      mail: "linzhiyuan@\(Self.domain)"
    mail:
      address: "admin@\(Self.domain)"
      domain: \(Self.domain)
      provider: \(faults.contains(.otherProvider) ? "netease_qiye" : "tencent_exmail")
      registered_on: 2024-03-01
    organization:
      departments: [市场部, 采购部, 财务部, 技术部]
      headcount: 6
    data_export: false
    consent: {basis: separate_consent, on: 2026-11-01}

    """
  }

  private func texts(_ faults: Set<Fault>) -> [(file: String, text: String)] {
    [
      ("备案查询.json", filing(faults)), ("域名注册信息.txt", registration(faults)),
      ("解析记录.txt", records(faults)), ("邮件统计.csv", Self.statistics),
      ("季度指标.csv", "指标,数值\n邮箱活跃度,92%\n消息打开率,81%\n客户满意度,4.7\n检查日期,2026-10-12\n"),
      ("管理后台设置.json", settings(faults)), ("组织架构.md", Self.chart), ("通讯录.csv", Self.contacts),
      ("邮件服务器加密.txt", MailServerConnection.text),
    ]
  }

  private func filing(_ faults: Set<Fault>) -> String {
    let unit = faults.contains(.filedByAnother) ? "云铭（长沙）商贸有限责任公司" : Self.company
    let domain = faults.contains(.otherDomainFiled) ? "yunming-example.com" : Self.domain
    return """
      {"code": 200, "success": true, "queryTime": "2026-11-15 09:30:12", "params": {"total": 1, "list": [
        {"unitName": "\(unit)", "natureName": "企业", "mainLicence": "湘ICP备2019012345号",
         "serviceLicence": "湘ICP备2019012345号-1", "domain": "\(domain)", "limitAccess": "否",
         "contentTypeName": "", "updateRecordTime": "2019-06-18 10:20:30"}]}}

      """
  }

  private func registration(_ faults: Set<Fault>) -> String {
    """
    Domain Name: \(Self.domain)
    ROID: 20190301s10001s00000001-cn
    Domain Status: ok
    Registrant: \(faults.contains(.domainOfPerson) ? "林知远" : Self.company)
    Sponsoring Registrar: 示例域名注册服务有限公司
    Name Server: ns1.dns-example.cn
    Name Server: ns2.dns-example.cn
    Registration Time: 2019-03-01 10:12:13
    Expiration Time: 2028-03-01 10:12:13
    DNSSEC: unsigned

    """
  }

  private func records(_ faults: Set<Fault>) -> String {
    let include = faults.contains(.wrongInclude) ? "_spf.qq.com" : "spf.mail.qq.com"
    let key = faults.contains(.madeUpKey) ? Self.madeUpKey : Self.key
    let reports = faults.contains(.foreignReports) ? "domain@dmarc.com" : "dmarc@" + Self.domain
    var answers: [(name: String, type: String, data: [String])] = [
      (Self.domain, "MX", ["5 mxbiz1.qq.com.", "10 mxbiz2.qq.com."]),
      (Self.domain, "TXT", ["\"v=spf1 include:\(include) ~all\""]),
      ("s2026._domainkey." + Self.domain, "TXT", [quoted("v=DKIM1; k=rsa; p=" + key)]),
      ("_dmarc." + Self.domain, "TXT", ["\"v=DMARC1; p=quarantine; rua=mailto:\(reports)\""]),
    ]
    if faults.contains(.foreignReports) {
      answers.append((Self.domain + "._report._dmarc.dmarc.com", "TXT", []))
    }
    return answers.map { answer in
      let status = answer.data.isEmpty ? "NXDOMAIN" : "NOERROR"
      let lines = answer.data.map { "\(answer.name).\t600\tIN\t\(answer.type)\t\($0)\n" }.joined()
      return """

        ; <<>> DiG 9.18.28 <<>> \(answer.name) \(answer.type)
        ;; global options: +cmd
        ;; Got answer:
        ;; ->>HEADER<<- opcode: QUERY, status: \(status), id: 4711
        ;; flags: qr rd ra; QUERY: 1, ANSWER: \(answer.data.count), AUTHORITY: 0, ADDITIONAL: 1

        ;; QUESTION SECTION:
        ;\(answer.name).\t\tIN\t\(answer.type)

        \(lines.isEmpty ? "" : ";; ANSWER SECTION:\n" + lines)
        ;; Query time: 12 msec
        ;; SERVER: 10.20.0.53#53(10.20.0.53) (UDP)
        ;; WHEN: Sun Nov 15 09:41:05 CST 2026
        ;; MSG SIZE  rcvd: 128

        """
    }.joined()
  }

  /// Strings of at most 255 octets.
  private func quoted(_ text: String) -> String {
    var rest = text[...]
    var parts: [String] = []
    while !rest.isEmpty {
      parts.append("\"\(rest.prefix(250))\"")
      rest = rest.dropFirst(250)
    }
    return parts.joined(separator: " ")
  }

  /// A public key whose private half was thrown away.
  private static let key =
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAt22e1wQptv7N9xOhFMUaxw25cNozcKDWnB+C"
    + "luzqowjenNUMaCS29yj06McqOr5BrriQSlRTAuBr3TTkb7zsRsZQ2I2QzouB7fvxjSlisT9DbY8MRMFh"
    + "M0cz+EQZYy1Eur2SY0QyY5KfMfmNJRCivaha+Uic5l/pswPvwnymUk9kq9Rzzww1CI4EojYKPNSsWH/t"
    + "4nB/cV1brLhup7E1OVBPwrFTbX2Mu2h6F+GhmXXSl/GJkfkQtaCYnqMf8B0/Htbu0GOaC6O6FxFHgEMi"
    + "vFjS9caZMCRpt8/RSeuesYTmie3zmCXNlRi09PSSRBckoD2nGuCC0r0qUE9vrXJ4RwIDAQAB"
  /// What the source's sample begins with: no RSA key, but PKCS#7's object identifier.
  private static let madeUpKey = "MIGfMA0GCSqGSIb3DQEHAQUAA4GNADCBiQKBgQC7exampleexampleexample"

  private static let statistics =
    "日期,发送量,接收量\n"
    + (1...31).map { day in
      "2026-10-\(padded(day, 2)),\(24 + day * 7 % 11),\(38 + day * 5 % 13)\n"
    }.joined()

  private func settings(_ faults: Set<Fault>) -> String {
    """
    {"admin_settings": {
      "domain_allowlist": ["\(Self.domain)", "partner-example.com"],
      "totp": true, "second_factor": ["sms", "mail"], "lockout_threshold": 3,
      "ip_ranges": ["10.20.0.0/16"\(faults.contains(.openRange) ? ", \"0.0.0.0/0\"" : "")],
      "keyword_update_hours": 24, "log_retention_days": \(faults.contains(.shortLogs) ? 90 : 365),
      "roles": ["超级管理员", "部门负责人", "成员"]}}

    """
  }

  private static let chart = """
    - \(company)
      - 市场部
      - 采购部
      - 财务部
      - 技术部

    """

  private static let contacts = """
    姓名,账号,别名,职务,部门,性别,手机,座机,邮箱
    杜新珂,duxinke,,总经理,\(company),,13700137000,,duxinke@\(domain)
    林知远,linzhiyuan,,部门经理,\(company)/技术部,,13800138000,,linzhiyuan@\(domain)
    苏远航,suyuanhang,,部门经理,\(company)/市场部,,13900139000,,suyuanhang@\(domain)
    何清越,heqingyue,,采购员,\(company)/采购部,,13600136000,,heqingyue@\(domain)
    孟书宁,mengshuning,,会计,\(company)/财务部,,13500135000,,mengshuning@\(domain)
    叶听澜,yetinglan,,工程师,\(company)/技术部,,13400134000,,yetinglan@\(domain)

    """

  // MARK: Papers

  private func papers(_ faults: Set<Fault>) -> [(file: String, paper: CompanyPaper)] {
    let agent = faults.contains(.otherAgent) ? "何清越" : "林知远"
    func preparation(_ title: String, _ label: String, _ lines: [String]) -> CompanyPaper {
      CompanyPaper(
        title: title,
        rows: [("编制单位", Self.company), (label, "2026年9月12日")], lines: lines,
        stamp: Self.company)
    }
    return [
      (
        "授权书",
        CompanyPaper(
          title: "授权委托书",
          rows: [
            ("授权单位", Self.company), ("统一社会信用代码", "91430100MAGER0L0X7"), ("被授权人", agent),
            ("联系电话", "13800138000"), ("授权事项", "办理企业微信注册与认证"), ("授权日期", "2026年11月10日"),
          ], lines: ["兹授权上述人员代表我单位办理有关事宜。"], stamp: Self.company)
      ),
      (
        "数据安全风险评估",
        preparation("数据安全风险评估报告", "评估日期", ["评估结论：邮件系统的数据安全风险可控。", "风险等级：低。"])
      ),
      ("内部合规审查", preparation("内部合规审查报告", "审查日期", ["审查结论：邮箱管理制度符合要求。"])),
      ("员工操作培训", preparation("员工操作培训记录", "培训日期", ["培训内容：邮箱与企业微信的安全使用。", "参训人员共六人。"])),
      ("应急预案", preparation("邮件系统应急预案", "发布日期", ["应急响应分为三级。", "应急处置由技术部负责。"])),
    ]
  }
}
