internal import Foundation
package import Model
internal import Native

/// The repository's samples of a registration with a mail domain: one company with everything in order, and another
/// with ten faults.
///
/// Keys of the seals are new each time, so their bytes are too; what comes of them is not.
package struct MailSamples {
  private static let seed: UInt64 = 20_261_126

  /// What is wrong with the second one: each fault in a paper of its own.
  private enum Fault: CaseIterable {
    case filedByAnother, otherDomainFiled, domainOfPerson, wrongInclude, madeUpKey, foreignReports
    case otherProvider, otherAgent, openRange, shortLogs
  }

  private let name: String
  private let company: SampleCompany
  private let domain: String
  /// What `openssl s_client` says of the domain's mail server: taken down once, from a server on the loopback
  /// interface with a certificate of an invented authority, whose key was thrown away.
  private let connection: [UInt8]
  /// Who runs the account: name, mailbox and phone; no two samples share them.
  private let clerk: (name: String, mailbox: String, phone: String)
  private let faults: Set<Fault>
  /// Companies have different numbers in their statistics.
  private let number: Int

  /// Returns both samples of mail evidence.
  ///
  /// - Parameter today: the day that the seals are dated from.
  package static func all(today: CalendarDate) throws -> [MailSamples] {
    [
      try MailSamples(
        name: "mail-ready", domain: "yunming-example.cn",
        connection: PackageResources.connection_ready_txt,
        clerk: ("林知远", "linzhiyuan", "13800138000"), faults: [], number: 2, today: today),
      try MailSamples(
        name: "mail-faults", domain: "qihang-example.cn",
        connection: PackageResources.connection_faults_txt,
        clerk: ("许望舒", "xuwangshu", "13800138001"), faults: Set(Fault.allCases), number: 1,
        today: today),
    ]
  }

  private init(
    name: String, domain: String, connection: [UInt8],
    clerk: (name: String, mailbox: String, phone: String), faults: Set<Fault>, number: Int,
    today: CalendarDate
  ) throws {
    self.name = name
    self.domain = domain
    self.connection = connection
    self.clerk = clerk
    self.faults = faults
    self.number = number
    // The filing numbers of the texts are of Hunan.
    company = try SampleCompany(seed: Self.seed, number: number, today: today) { license in
      license.code?.creditCode?.hasPrefix("9143") == true && license.established.year < 2019
        && license.scope.count <= 60 && !license.name.contains { "(（".contains($0) }
    }
  }

  /// - Parameter samples: the folder of all samples.
  package func write(to samples: String) throws {
    let folder = try OutputFolder(samples + "/" + name)
    for scan in company.scans { try folder.write(scan.bytes, to: scan.name) }
    try folder.write(
      try company.world.draft().made(by: company.world.maker), to: "公章.esl")
    try folder.write(
      text: company.declared.yaml + filled(PackageResources.declaration_yaml), to: "declared.yaml")
    for (file, text) in texts { try folder.write(text: text, to: file) }
    var dice = Dice(seed: Self.seed, stream: number, part: 7)
    let shooting = Shooting(quality: .scan, isHeldOut: false, longestSide: 1350, turn: 0)
    for (file, paper) in papers {
      try folder.write(try shooting.shoot(paper.sheet(&dice), &dice).jpeg, to: file + ".jpg")
    }
  }

  // MARK: Texts

  private var texts: [(file: String, text: String)] {
    [
      ("备案查询.json", filled(PackageResources.filing_json)),
      ("域名注册信息.txt", filled(PackageResources.registration_txt)), ("解析记录.txt", records),
      ("邮件统计.csv", statistics), ("季度指标.csv", filled(PackageResources.indicators_csv)),
      ("管理后台设置.json", filled(PackageResources.settings_json)),
      ("组织架构.md", filled(PackageResources.chart_md)),
      ("通讯录.csv", filled(PackageResources.contacts_csv)),
      ("邮件服务器加密.txt", filled(connection)),
    ]
  }

  /// A text of the folder `Texts` with a value for each `{{name}}`.
  private func filled(_ text: [UInt8]) -> String {
    let declared = company.declared
    let values = [
      "activity": String(92 - number), "clerk": clerk.name, "company": declared.name,
      "domain": domain, "mailbox": clerk.mailbox, "number": String(number), "phone": clerk.phone,
      "representative": declared.representative,
      "filed": faults.contains(.otherDomainFiled)
        ? domain.replacingOccurrences(of: ".cn", with: ".com") : domain,
      "logDays": faults.contains(.shortLogs) ? "90" : "365",
      "openRange": faults.contains(.openRange) ? ", \"0.0.0.0/0\"" : "",
      "provider": faults.contains(.otherProvider) ? "netease_qiye" : "tencent_exmail",
      "registrant": faults.contains(.domainOfPerson) ? clerk.name : declared.name,
      "unit": faults.contains(.filedByAnother)
        ? declared.name.replacingOccurrences(of: "有限", with: "商贸有限") : declared.name,
    ]
    return values.reduce(String(decoding: text, as: UTF8.self)) { text, value in
      text.replacing("{{\(value.key)}}", with: value.value)
    }
  }

  private var records: String {
    let include = faults.contains(.wrongInclude) ? "_spf.qq.com" : "spf.mail.qq.com"
    let key = faults.contains(.madeUpKey) ? Self.madeUpKey : Self.key
    let reports = faults.contains(.foreignReports) ? "domain@dmarc.com" : "dmarc@" + domain
    var answers: [(name: String, type: String, data: [String])] = [
      (domain, "MX", ["5 mxbiz1.qq.com.", "10 mxbiz2.qq.com."]),
      (domain, "TXT", ["\"v=spf1 include:\(include) ~all\""]),
      ("s2026._domainkey." + domain, "TXT", [quoted("v=DKIM1; k=rsa; p=" + key)]),
      ("_dmarc." + domain, "TXT", ["\"v=DMARC1; p=quarantine; rua=mailto:\(reports)\""]),
    ]
    if faults.contains(.foreignReports) {
      answers.append((domain + "._report._dmarc.dmarc.com", "TXT", []))
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

  private var statistics: String {
    "日期,发送量,接收量\n"
      + (1...31).map { day in
        "2026-10-\(padded(day, 2)),\(24 + number + day * 7 % 11),\(38 + day * 5 % 13)\n"
      }.joined()
  }

  // MARK: Papers

  private var papers: [(file: String, paper: CompanyPaper)] {
    let agent = faults.contains(.otherAgent) ? "何清越" : clerk.name
    func preparation(_ title: String, _ label: String, _ lines: [String]) -> CompanyPaper {
      CompanyPaper(
        title: title,
        rows: [("编制单位", company.declared.name), (label, "2026年9月12日")], lines: lines,
        stamp: company.declared.name)
    }
    return [
      (
        "授权书",
        CompanyPaper(
          title: "授权委托书",
          rows: [
            ("授权单位", company.declared.name), ("统一社会信用代码", company.code), ("被授权人", agent),
            ("联系电话", clerk.phone), ("授权事项", "办理企业微信注册与认证"), ("授权日期", "2026年11月10日"),
          ], lines: ["兹授权上述人员代表我单位办理有关事宜。"], stamp: company.declared.name)
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
