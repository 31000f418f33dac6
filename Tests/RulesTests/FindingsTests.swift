import Model
import Testing

@testable import Rules

@Suite struct FindingsTests {
  // MARK: Findings

  @Test func failureSaysWhatWasReadAndWhatDiffers() throws {
    let facts = factSet([
      known("license.name", .string("甲{declared.company.name}")),
      known("declared.company.name", .string("乙公司")),
    ])
    let message = """
      message:
        zh-CN: 执照「{license.name}」申报「{declared.company.name}」：{check.detail}
        en: license "{license.name}"
      fix: {zh-CN: "改为 {license.name}", en: correct it}
      """
    let (_, findings) = try judge(equalNames, message, facts)
    let finding = try #require(findings.first)
    #expect(finding.verdict == .fail)
    // The declared value is the actual one; the paper says what is expected.
    #expect(finding.expected?.text == "甲{declared.company.name}")
    #expect(finding.actual?.text == "乙公司")
    #expect(finding.expected?.source == .value("license.name"))
    #expect(finding.facts == ["declared.company.name", "license.name"])
    #expect(finding.fix?.chinese == "改为 {license.name}")
    let shown = finding.filledMessage(\.text)
    #expect(
      shown.chinese
        == "执照「甲{declared.company.name}」申报「乙公司」：应为「甲{declared.company.name}」，实为「乙公司」")
    let masked = finding.filledMessage { quotation in
      quotation.source == .value("declared.company.name") ? "***" : quotation.text
    }
    #expect(masked.chinese.contains("实为「***」") && !masked.chinese.contains("乙公司"))
  }

  @Test func valuesDerivedFromPersonalFactsSaySo() throws {
    let facts = factSet([
      known("id_front.born_on", .date(try day("1949-12-13"))),
      known("id_front.number", .string("11010519491231002X")),
    ])
    let check = """
      {equals: [id_front.born_on, {fact: id_front.number, apply: birth_date}], null_means: pass}
      """
    let finding = try #require(try judge(check, facts).findings.first)
    #expect(finding.expected?.text == "1949-12-31")
    #expect(finding.expected?.source == .derived(["id_front.number"]))
    #expect(finding.actual?.source == .value("id_front.born_on"))
  }

  @Test func boundsAreShownWithTheirSign() throws {
    let facts = factSet([
      known("license.term_to", .date(try day("2026-01-01"))),
      known("submission.submitted_on", .date(try day("2026-11-22"))),
    ])
    let check = "{within: submission.submitted_on, to: license.term_to, margin_after: {value: 30d}}"
    let finding = try #require(try judge(check, facts).findings.first)
    #expect(finding.expected?.text == "≤ 2025-12-02")
    #expect(finding.actual?.text == "2026-11-22")
  }

  /// People want to know which departments, not how many, whichever way the rule says that there should be none.
  @Test(arguments: [
    "{at_most: [{fact: org.departments, apply: size}, {value: 0}]}",
    "{equals: [{fact: org.departments, apply: size}, {value: 0}]}",
  ])
  func aListThatShouldBeEmptyIsTold(check: String) throws {
    let facts = factSet([
      known("org.departments", .list([.string("市场部"), .string("行政部")]))
    ])
    let finding = try #require(try judge(check, facts).findings.first)
    #expect(finding.expected?.text == "无" && finding.expected?.english == "none")
    #expect(finding.actual?.elements == ["市场部", "行政部"])
  }

  @Test func otherSizesStayNumbers() throws {
    let facts = factSet([
      known("org.departments", .list([.string("市场部"), .string("行政部")]))
    ])
    let check = "{at_most: [{fact: org.departments, apply: size}, {value: 1}]}"
    let finding = try #require(try judge(check, facts).findings.first)
    #expect(finding.expected?.text == "≤ 1" && finding.actual?.text == "2")
  }

  // MARK: Words for what is missing

  @Test func missingFactsAreNamedWithTheirFile() throws {
    let facts = factSet([], kinds: [.businessLicense])
    let finding = try #require(
      try judge("{within: license.issued_on, to: run.as_of}", facts).findings.first)
    let message = finding.filledMessage(\.text)
    #expect(message.chinese.contains("未读出「发照日期」（business_license.jpg）"))
    #expect(message.english.contains("license.issued_on was not read (business_license.jpg)"))
    #expect(finding.fix?.chinese.contains("重新拍摄") == true)
    let without = try judge("{within: license.issued_on, to: run.as_of}", factSet([])).findings
    #expect(
      without.first?.unknown.first
        == .init(fact: "license.issued_on", state: .noDocument, file: nil))
  }

  @Test func bracesInFileNamesAreNoPlaceholders() throws {
    let facts = factSet([
      known("license.name", nil, state: .unread, file: "{file.2}{license.name}.jpg"),
      known("declared.company.name", nil, state: .conflicting, file: "b.yaml"),
    ])
    let finding = try #require(try judge(equalNames, facts).findings.first)
    #expect(finding.filledMessage(\.text).chinese.contains("（{file.2}{license.name}.jpg）"))
  }

  // MARK: Order and errors

  @Test func missingLookupKeysAreRuleErrors() throws {
    let before = """
      lookups:
        spf: {key: provider, columns: {provider: string, include: string}, rows: [[a, spf.a]]}
      """
    let check = """
      {equals: [license.name, {lookup: spf, key: declared.mail.provider, column: include}]}
      """
    let set = try ruleSet(packText(ruleText(check), before: before))
    func verdict(_ provider: String) -> Verdict? {
      set.judge(
        factSet([
          known("license.name", .string("spf.a")),
          known("declared.mail.provider", .string(provider)),
        ])
      ).verdicts.first?.verdict
    }
    #expect(verdict("a") == .pass)
    #expect(verdict("b") == .ruleError)
  }

  @Test func sortsVerdictsByIdAndFindingsBySeverity() throws {
    let note = ruleText("{required: org.departments}", id: "A-002")
      .replacing("severity: error", with: "severity: note")
    let text = [
      ruleText("{required: org.departments}", id: "B-001"), note,
      ruleText("{required: org.departments}", id: "A-001"),
    ].joined(separator: "\n")
    let judgement = try ruleSet(packText(text)).judge(
      factSet([known("org.departments", .list([]))]))
    #expect(judgement.verdicts.map(\.rule) == ["A-001", "A-002", "B-001"])
    #expect(judgement.findings.map(\.rule) == ["A-001", "B-001", "A-002"])
  }
}
