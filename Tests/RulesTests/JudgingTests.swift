import Model
import Testing

@testable import Rules

@Suite struct JudgingTests {
  private let names = ["license.name", "declared.company.name"]

  private func judge(_ check: String, _ rest: String = "", _ facts: FactSet) throws -> (
    verdict: Verdict?, findings: [Finding]
  ) {
    let judgement = try ruleSet(packText(ruleText(check, rest))).judge(facts)
    return (judgement.verdicts.first?.verdict, judgement.findings)
  }

  private let equalNames = "{equals: [license.name, declared.company.name], normalize: company}"

  // MARK: States

  @Test(arguments: [FactState.unread, .noDocument, .conflicting, .doubtful])
  func allStatesButKnownAreUnknown(state: FactState) throws {
    let facts = factSet([
      known("license.name", state == .doubtful ? .string("甲公司") : nil, state: state),
      known("declared.company.name", .string("乙公司")),
    ])
    let (verdict, findings) = try judge(equalNames, facts)
    #expect(verdict == .cannotTell)
    #expect(
      findings.first?.unknown == [.init(fact: "license.name", state: state, file: "a.jpg")])
    #expect(findings.first?.tentative == (state == .doubtful ? .fail : nil))
    #expect(findings.first?.actual == (state == .doubtful ? "乙公司" : nil))
  }

  private func judge(_ check: String, _ facts: FactSet) throws -> (
    verdict: Verdict?, findings: [Finding]
  ) { try judge(check, "", facts) }

  @Test func doubtfulFactsDoNotHinderADecidedAnswer() throws {
    let check = "{all: [\(equalNames), {matches: license.name, pattern: 公司$}]}"
    let facts = factSet([
      known("license.name", .string("甲商行")),
      known("declared.company.name", .string("甲公司"), state: .doubtful),
    ])
    let (verdict, findings) = try judge(check, facts)
    #expect(verdict == .fail)
    #expect(findings.first?.tentative == nil)
    #expect(findings.first?.expected == "公司$")
    #expect(findings.first?.actual == "甲商行")
  }

  @Test func aFactOfAnotherTypeThanDeclaredIsUnknown() throws {
    let facts = factSet([
      known("license.name", .int(1)), known("declared.company.name", .string("甲")),
    ])
    #expect(try judge(equalNames, facts).verdict == .cannotTell)
  }

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
    #expect(finding.expected == "甲{declared.company.name}")
    #expect(finding.actual == "乙公司")
    #expect(finding.expectedSource == .value("license.name"))
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
    #expect(finding.expected == "1949-12-31")
    #expect(finding.expectedSource == .derived(["id_front.number"]))
    #expect(finding.actualSource == .value("id_front.born_on"))
  }

  @Test func boundsAreShownWithTheirSign() throws {
    let facts = factSet([
      known("license.term_to", .date(try day("2026-01-01"))),
      known("submission.submitted_on", .date(try day("2026-11-22"))),
    ])
    let check = "{within: submission.submitted_on, to: license.term_to, margin_after: {value: 30d}}"
    let finding = try #require(try judge(check, facts).findings.first)
    #expect(finding.expected == "≤ 2025-12-02")
    #expect(finding.actual == "2026-11-22")
  }

  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
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

  // MARK: Materials

  @Test(arguments: [([String](), Verdict.notApplicable), (["x.jpg"], .cannotTell)])
  func missingMaterial(unclassified: [String], expected: Verdict) throws {
    let facts = factSet(
      [known("declared.company.name", .string("甲"))], unclassified: unclassified)
    let (verdict, findings) = try judge(equalNames, "materials: [business_license]", facts)
    #expect(verdict == expected)
    #expect(findings.first?.unknown.map(\.file) == (unclassified.isEmpty ? nil : ["x.jpg"]))
    #expect(findings.first.map { $0.filledMessage(\.text).chinese.contains("x.jpg") } != false)
  }

  @Test(arguments: [
    ([MaterialKind.idCardFront], [String](), Verdict.pass), ([], [], .fail),
    ([], ["x.jpg"], .cannotTell), ([.idCardFront], ["x.jpg"], .pass),
  ])
  func requiredMaterial(kinds: [MaterialKind], unclassified: [String], expected: Verdict) throws {
    let facts = factSet([], kinds: kinds, unclassified: unclassified)
    let (verdict, findings) = try judge("{required: {material: id_card_front}}", facts)
    #expect(verdict == expected)
    #expect(findings.first?.facts ?? ["submission.materials"] == ["submission.materials"])
  }

  @Test(arguments: [
    (Value.null, Verdict.fail), (.string(" 　"), .fail), (.string("13800000000"), .pass),
  ])
  func requiredFact(value: Value, expected: Verdict) throws {
    let facts = factSet([known("declared.operator.phone", value)])
    #expect(try judge("{required: declared.operator.phone}", facts).verdict == expected)
  }

  @Test func requiredFactThatIsNotReadIsOpen() throws {
    #expect(try judge("{required: declared.operator.phone}", factSet([])).verdict == .cannotTell)
    let empty = factSet([known("org.departments", .list([]))])
    #expect(try judge("{required: org.departments}", empty).verdict == .fail)
  }

  // MARK: Conditions and time

  @Test(arguments: [
    (Optional(Value.string("wecom")), "甲", Verdict.pass), (.string("wecom"), "乙", .fail),
    (.string("icp"), "乙", .notApplicable), (nil, "甲", .pass), (nil, "乙", .cannotTell),
  ])
  func condition(channel: Value?, name: String, expected: Verdict) throws {
    let facts = factSet([
      known("license.name", .string("甲")), known("declared.company.name", .string(name)),
      known("declared.channel", channel, state: channel == nil ? .unread : .known),
    ])
    let rest = "when: {one_of: declared.channel, values: [wecom]}"
    let (verdict, findings) = try judge(equalNames, rest, facts)
    #expect(verdict == expected)
    if expected == .cannotTell {
      #expect(findings.first?.unknown.map(\.fact) == ["declared.channel"])
    }
  }

  @Test(arguments: [
    (FactState.known, Verdict.fail), (.unread, .notApplicable), (.doubtful, .notApplicable),
  ])
  func conditionOnWhatIsKnown(state: FactState, expected: Verdict) throws {
    let facts = factSet([
      known("license.name", .string("甲")),
      known("declared.company.name", .string("乙"), state: state),
    ])
    let rest = "when: {known: declared.company.name}"
    let (verdict, findings) = try judge(equalNames, rest, facts)
    #expect(verdict == expected)
    if expected == .fail {
      #expect(findings.first?.facts == ["declared.company.name", "license.name"])
    }
  }

  @Test(arguments: [
    ("2026-11-21", Verdict.fail, Severity.warning), ("2026-11-22", .fail, .error),
    ("2027-01-01", .notApplicable, .error),
  ])
  func rulesAreInForceForATime(today: String, expected: Verdict, severity: Severity) throws {
    let facts = factSet([
      known("license.name", .string("甲")), known("declared.company.name", .string("乙")),
      known("run.as_of", .date(try day(today))),
    ])
    let rest = "since: 2026-11-22\nuntil: 2026-12-31"
    let (verdict, findings) = try judge(equalNames, rest, facts)
    #expect(verdict == expected)
    #expect(findings.first.map { $0.severity == severity } != false)
  }

  @Test func draftedDeclarationsProveNothing() throws {
    let facts = factSet(
      [
        known("license.name", .string("甲")), known("declared.company.name", .string("甲")),
        known("license.credit_code", .string("91350100M000100Y43")),
        known("declared.channel", .string("wecom")),
      ], isDrafted: true)
    #expect(try judge(equalNames, facts).verdict == .cannotTell)
    let own = "{checksum: license.credit_code, scheme: gb32100}"
    let rest = "when: {one_of: declared.channel, values: [wecom]}"
    #expect(try judge(own, rest, facts).verdict == .pass)
    let other = "when: {one_of: declared.channel, values: [icp]}"
    #expect(try judge(equalNames, other, facts).verdict == .notApplicable)
  }

  // MARK: Repaired facts

  @Test(arguments: [
    ([EvidenceMethod.ocrChecksum], false, Verdict.cannotTell),
    ([.ocrChecksum, .ocrChecksum], false, .cannotTell),
    ([.ocr], false, .pass), ([.ocrChecksum, .ocr], false, .pass), ([.ocrChecksum], true, .pass),
  ])
  func repairedCodesDoNotProveThemselves(
    methods: [EvidenceMethod], hasCode: Bool, expected: Verdict
  ) throws {
    let code = Value.string("91350100M000100Y43")
    let printed = known("license.credit_code", code, methods)
    let qr = known("license.qr_credit_code", code, [.qr])
    let facts = factSet(hasCode ? [printed, qr] : [printed])
    let (verdict, findings) = try judge(
      "{checksum: license.credit_code, scheme: gb32100}", facts)
    #expect(verdict == expected)
    #expect(findings.first.map { $0.unknown.map(\.state) == [.doubtful] } != false)
    #expect(findings.first?.tentative == nil)
  }

  @Test func aDeclaredCodeDoesNotConfirmARepair() throws {
    let code = Value.string("91350100M000100Y43")
    let facts = factSet([
      known("license.credit_code", code, [.ocrChecksum]),
      known("declared.company.credit_code", code, [.declared]),
    ])
    let check = "{checksum: license.credit_code, scheme: gb32100}"
    #expect(try judge(check, facts).verdict == .cannotTell)
    let equal = "{equals: [license.credit_code, declared.company.credit_code]}"
    #expect(try judge(equal, facts).verdict == .pass)
  }

  // MARK: for_each

  private let each = """
    for_each: {in: documents.id_card_front, as: card}
    materials: [id_card_front]
    """

  private func cards(_ sexes: [Value?], pages: Bool = false) -> FactSet {
    FactSet(
      facts: [:],
      documents: sexes.enumerated().map { index, sex in
        document(
          "m\(index + 1)", .idCardFront, file: pages ? "cards.pdf" : "card\(index + 1).jpg",
          page: pages ? index : 0,
          [known("id_front.sex", sex, state: sex == nil ? .unread : .known)])
      })
  }

  @Test(arguments: [
    ([Optional(Value.string("男")), .string("女")], Verdict.pass, 0),
    ([.string("男"), .string("x"), nil, .string("y")], .fail, 3),
    ([.string("男"), nil], .cannotTell, 1),
    ([], .notApplicable, 0),
  ])
  func eachDocument(sexes: [Value?], expected: Verdict, count: Int) throws {
    let check = "{one_of: card.sex, values: [男, 女]}"
    let (verdict, findings) = try judge(check, each, cards(sexes))
    #expect(verdict == expected)
    #expect(findings.count == count)
    for finding in findings {
      #expect(finding.facts == ["id_front.sex"])
      #expect(finding.element?.hasPrefix("card") == true)
    }
  }

  @Test func elementsOfOneFileHavePages() throws {
    let check = "{one_of: card.sex, values: [男, 女]}"
    let facts = cards([.string("x"), .string("男"), .string("y")], pages: true)
    let (_, findings) = try judge(check, each, facts)
    #expect(findings.map(\.element) == ["cards.pdf#1", "cards.pdf#3"])
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
