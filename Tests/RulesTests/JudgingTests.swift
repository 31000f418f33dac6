import Model
import Testing

@testable import Rules

@Suite struct JudgingTests {
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
    #expect(findings.first?.actual?.text == (state == .doubtful ? "乙公司" : nil))
  }

  @Test func doubtfulFactsDoNotHinderADecidedAnswer() throws {
    let check = "{all: [\(equalNames), {matches: license.name, pattern: 公司$}]}"
    let facts = factSet([
      known("license.name", .string("甲商行")),
      known("declared.company.name", .string("甲公司"), state: .doubtful),
    ])
    let (verdict, findings) = try judge(check, facts)
    #expect(verdict == .fail)
    #expect(findings.first?.tentative == nil)
    #expect(findings.first?.expected?.text == "公司$")
    #expect(findings.first?.actual?.text == "甲商行")
  }

  @Test func aFactOfAnotherTypeThanDeclaredIsUnknown() throws {
    let facts = factSet([
      known("license.name", .int(1)), known("declared.company.name", .string("甲")),
    ])
    #expect(try judge(equalNames, facts).verdict == .cannotTell)
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
}
