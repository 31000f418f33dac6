import Ingest
import Model
import Testing

@Suite struct DeclarationTests {
  private func declaration(_ text: String, file: String = "declared.yaml") throws -> Declaration {
    Declaration(bytes: Array(text.utf8), file: file, schema: try ScratchFolder.schema())
  }

  private func values(_ declaration: Declaration) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: declaration.facts.map { ($0.key, $0.value) })
  }

  @Test func designsExampleReadsWhole() throws {
    let declared = try declaration(
      """
      schema: dossier/declared-v1
      channel: wecom
      submitted_on: 2026-11-22
      company:
        name: 深圳市星河科技有限公司
        credit_code: 9144030071526726XG
        legal_representative: 张三
        registered_capital: 100万元人民币
        established_on: 2015-03-02
        address: 深圳市南山区科技园1号
        scope: 软件开发
        short_name: 星河
      legal_representative: {id_number: 11010519491231002X, phone: 13800138000}
      operator: {name: 李四, id_number: 440524188001010014, phone: 013900139000, mail: a@example.com}
      mail: {address: contact@example.com.cn, domain: example.com.cn, provider: tencent_exmail, registered_on: 2024-01-01, daily_messages: 120}
      organization: {departments: [研发部, 市场部], positions: [经理], headcount: 80}
      admin_settings: {domain_allowlist: [example.com], totp: true, second_factor: [sms, mail], lockout_threshold: 3, log_retention_days: 365, ip_ranges: [10.0.0.0/8], keyword_update_hours: 24}
      data_export: false
      consent: {basis: separate_consent, on: 2026-11-01}
      """)
    #expect(declared.notices.isEmpty)
    #expect(!declared.isBroken)
    #expect(!declared.isDrafted)
    let values = values(declared)
    #expect(values.count == 36)
    #expect(values["declared.company.name"] == .string("深圳市星河科技有限公司"))
    #expect(values["declared.company.registered_capital"] == .string("100万元人民币"))
    #expect(values["declared.company.registered_capital_amount"] == .double(1_000_000))
    #expect(values["declared.company.registered_capital_currency"] == .string("CNY"))
    #expect(values["declared.company.established_on"]?.date?.iso == "2015-03-02")
    #expect(values["declared.legal_representative.phone"] == .string("13800138000"))
    #expect(values["declared.operator.phone"] == .string("013900139000"))
    #expect(values["declared.mail.daily_messages"] == .int(120))
    #expect(values["declared.organization.departments"] == .list([.string("研发部"), .string("市场部")]))
    #expect(values["declared.admin_settings.totp"] == .bool(true))
    #expect(values["declared.data_export"] == .bool(false))
    #expect(values["declared.consent.on"]?.date?.iso == "2026-11-01")
    #expect(declared.submittedOn?.iso == "2026-11-22")
  }

  /// The source's DKLM does not exist: it is read as DMARC, and said to be.
  @Test(arguments: ["[SPF, DKIM, DKLM]", "spf、dkim、ＤＫＬＭ", "[DKLM, dklm, dkim, spf]"])
  func mistakenWordsAreReadWithANotice(value: String) throws {
    let declared = try declaration("邮箱:\n  邮件防伪: \(value)\n")
    guard case .list(let read)? = values(declared)["declared.mail.protections"] else {
      Issue.record("no list")
      return
    }
    #expect(Set(read) == [.string("spf"), .string("dkim"), .string("dmarc")])
    #expect(declared.notices.map(\.code) == [.declarationWordMistaken])
    #expect(declared.notices[0].details["meant"] == "dmarc")
    #expect(declared.notices[0].details["line"] == "2")
    let right = try declaration("mail: {protections: [spf, dkim, DMARC]}\n")
    #expect(right.notices == [])
  }

  @Test func valuesHaveTheirPlace() throws {
    let declared = try declaration("channel: wecom\ncompany:\n  name:   星河\n")
    let fact = try #require(declared.facts.first { $0.key == "declared.company.name" })
    #expect(fact.confidence == 1)
    #expect(
      fact.evidence == [
        Evidence(
          file: "declared.yaml", method: .declared, raw: "星河",
          position: TextPosition(line: 3, column: 11))
      ])
  }

  @Test func chineseKeysAtEveryLevel() throws {
    let declared = try declaration(
      """
      渠道: 企业微信
      提交日期: 2026年11月22日
      企业:
        企业名称: 星河
        成立日期: 2015/3/2
      法定代表人: {手机号: 13800138000}
      安全设置: {二次验证: 短信、邮箱, 动态口令: 是}
      数据出境: 否
      """)
    #expect(declared.notices.isEmpty)
    let values = values(declared)
    #expect(values["declared.channel"] == .string("wecom"))
    #expect(values["declared.submitted_on"]?.date?.iso == "2026-11-22")
    #expect(values["declared.company.established_on"]?.date?.iso == "2015-03-02")
    #expect(values["declared.legal_representative.phone"] == .string("13800138000"))
    #expect(
      values["declared.admin_settings.second_factor"] == .list([.string("sms"), .string("mail")]))
    #expect(values["declared.admin_settings.totp"] == .bool(true))
    #expect(values["declared.data_export"] == .bool(false))
  }

  @Test(arguments: [
    ("chanel: wecom", "channel"), ("company: {nmae: 星河}", "name"), ("企业: {经营范国: 软件}", "经营范围"),
    ("drafted_from_material: true", "drafted_from_materials"),
  ])
  func unknownKeysAreSuggested(text: String, suggestion: String) throws {
    let notice = try #require(declaration(text).notices.first)
    #expect(notice.code == .declarationMisspelt)
    #expect(notice.details["meant"] == suggestion)
    #expect(notice.message.english.contains("\"\(suggestion)\""))
    #expect(notice.message.chinese.contains("「\(suggestion)」"))
  }

  @Test func keysLikeNothingHaveNoSuggestion() throws {
    let notice = try #require(declaration("channel: wecom\nxyzzy: 1").notices.first)
    #expect(notice.details["line"] == "2")
    #expect(!notice.message.english.contains("Did you mean"))
  }

  @Test(arguments: [
    ("channel: weixin", "channel"), ("submitted_on: 2026-02-30", "submitted_on"),
    ("company: 星河", "company"), ("company: {name: [a]}", "name"),
    ("company: {registered_capital: 1000000}", "registered_capital"),
    ("organization: {headcount: 约80人}", "headcount"), ("data_export: maybe", "data_export"),
    ("schema: dossier/declared-v9", "schema"),
    ("organization: {departments: {a: b}}", "departments"),
    ("admin_settings: {second_factor: [sms, pigeon]}", "second_factor"),
    ("drafted_from_materials: 7", "drafted_from_materials"),
  ])
  func wrongValuesAreIgnoredWithANotice(text: String, key: String) throws {
    let declared = try declaration(text)
    #expect(declared.facts.isEmpty)
    #expect(!declared.isBroken)
    #expect(declared.notices.map(\.code) == [.declarationBadValue])
    #expect(declared.notices.first?.details["key"] == key)
  }

  @Test func sameKeyInTwoLanguagesCountsOnce() throws {
    let declared = try declaration("company: {name: 甲, 企业名称: 乙}")
    #expect(values(declared)["declared.company.name"] == .string("甲"))
    #expect(declared.notices.map(\.code) == [.declarationDuplicate])
  }

  @Test(arguments: [
    "company: {name: }", "company: {name: \"  \"}", "company:", "company: {name: null}",
  ])
  func emptyValuesAreNotDeclared(text: String) throws {
    let declared = try declaration(text)
    #expect(declared.facts.isEmpty)
    #expect(declared.notices.isEmpty)
  }

  /// Whoever sends 90,000 keys wants the whole batch to wait.
  @Test(arguments: [1000, 1001, 20_000]) func keysHaveALimit(count: Int) throws {
    let text = "channel: wecom\ncompany:\n" + (3...count).map { "  k\($0): 1\n" }.joined()
    let declared = try declaration(text)
    #expect(declared.isBroken == (count > 1000))
    if declared.isBroken {
      #expect(declared.notices.map(\.code) == [.declarationInvalid])
      let reason = try #require(declared.notices.first?.details["reason@en"])
      #expect(reason.contains("\(count) keys") && reason.contains("at most 1000"))
    }
  }

  @Test func draftsAreMarked() throws {
    #expect(try declaration("drafted_from_materials: true\nchannel: wecom").isDrafted)
    #expect(try !declaration("drafted_from_materials: false").isDrafted)
  }

  @Test(arguments: [
    ("company:\n  name: 甲\n bad", 3), ("channel: wecom\na: 1\na: 2", 2), ("- a", 1), ("", 1),
    ("x: &a 1\ny: *a", 1),
  ])
  func brokenFilesSayWhere(text: String, line: Int) throws {
    let declared = try declaration(text)
    #expect(declared.isBroken)
    #expect(declared.facts.isEmpty)
    let notice = try #require(declared.notices.first)
    #expect(notice.code == .declarationInvalid)
    #expect(notice.details["line"].flatMap(Int.init).map { $0 >= line } == true)
  }

  @Test func otherEncodingsAreNamed() throws {
    let schema = try ScratchFolder.schema()
    let gbk: [UInt8] = Array("company: {name: ".utf8) + [0xD0, 0xC7, 0xBA, 0xD3] + Array("}".utf8)
    let declared = Declaration(bytes: gbk, file: "declared.yaml", schema: schema)
    #expect(declared.isBroken)
    #expect(declared.notices.first?.message.english.contains("GBK") == true)
    let utf16: [UInt8] = [0xFF, 0xFE, 0x63, 0]
    #expect(
      Declaration(bytes: utf16, file: "declared.yaml", schema: schema)
        .notices.first?.message.english.contains("UTF-16") == true)
  }

  @Test func byteOrderMarkAndJSONAreFine() throws {
    let declared = try declaration(
      "\u{FEFF}{\"company\": {\"name\": \"\\u661f河\", \"credit_code\": \"0123\"}}",
      file: "declared.json")
    #expect(declared.notices.isEmpty)
    #expect(values(declared)["declared.company.name"] == .string("星河"))
  }

  @Test func foldersWithOneReadableDeclarationOnly() throws {
    let folder = try ScratchFolder()
    try folder.add("two/declared.yaml", "channel: wecom")
    try folder.add("two/declared.json", "{}")
    try folder.add("sheet/declared.xlsx")
    try folder.add("bak/declared.yml", "channel: icp")
    try folder.add("bak/declared.yaml.bak", "x")
    try folder.add("huge/declared.yaml", "# " + String(repeating: "x", count: 1024 * 1024))
    let result = try folder.intake("two", "sheet", "bak", "huge")
    #expect(result.submissions.map(\.declaration.isBroken) == [true, true, false, true])
    #expect(result.submissions[2].declaration.channel == "icp")
  }
}
