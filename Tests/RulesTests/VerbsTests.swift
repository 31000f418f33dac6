import Model
import Testing

@testable import Rules

@Suite struct VerbsTests {
  private static func day(_ text: String) -> Value {
    CalendarDate(iso: text).map(Value.date) ?? .null
  }

  private static let facts = factSet([
    known("license.name", .string("é甲公司")), known("declared.company.name", .string("e\u{301}甲公司")),
    known("license.legal_representative", .string("李明远")),
    known("license.registered_capital_amount", .double(1_000_000)),
    known("license.established_on", day("2015-03-02")),
    known("license.issued_on", day("2019-06-10")),
    known("license.term_to", .null), known("id_back.valid_to", day("2030-01-01")),
    known("run.as_of", day("2026-11-22")), known("submission.submitted_on", day("2026-11-22")),
    known("declared.channel", .string("wecom")),
    known("id_front.number", .string("11010519491231002X")),
    known("org.departments", .list([.string("技术部")])),
  ])

  static let cases: [(String, Verdict)] = [
    // Scalars, not canonical forms.
    ("{equals: [license.name, declared.company.name]}", .fail),
    ("{equals: [license.registered_capital_amount, {value: 1000000}]}", .pass),
    ("{equals: [license.term_to, {value: null}]}", .pass),
    ("{equals: [license.term_to, id_back.valid_to]}", .fail),
    ("{equals: [license.term_to, id_back.valid_to], null_means: pass}", .pass),
    ("{equals: [license.established_on, {value: 2015-03-02}]}", .pass),
    ("{all_equal: [license.established_on, {value: 2015-03-02}, {value: 2015-03-03}]}", .fail),
    ("{all_equal: [license.credit_code, {value: a}, {value: b}]}", .fail),
    ("{all_equal: [license.credit_code, {value: a}, {value: a}]}", .cannotTell),
    ("{matches: license.name, pattern: 公司$}", .pass),
    ("{matches: license.name, pattern: ^公司}", .fail),
    ("{one_of: declared.channel, values: [wecom, icp]}", .pass),
    ("{one_of: declared.channel, values: [icp]}", .fail),
    ("{one_of: declared.channel, values: [ＷＥＣＯＭ], normalize: code}", .pass),
    ("{one_of: license.registered_capital_amount, values: [1000000]}", .pass),
    ("{before: [license.established_on, license.issued_on]}", .pass),
    ("{before: [license.issued_on, license.issued_on]}", .fail),
    ("{after: [license.established_on, license.issued_on]}", .fail),
    ("{before: [run.as_of, license.term_to], null_means: pass}", .pass),
    ("{before: [run.as_of, license.term_to], null_means: fail}", .fail),
    ("{before: [run.as_of, id_back.valid_to], null_means: fail}", .pass),
    ("{within: run.as_of, from: license.issued_on, to: license.term_to}", .pass),
    ("{within: run.as_of, to: license.issued_on}", .fail),
    ("{within: license.issued_on, from: license.issued_on, to: license.issued_on}", .pass),
    ("{within: license.issued_on, from: license.issued_on, margin_before: {value: 1d}}", .fail),
    ("{within: run.as_of, to: id_back.valid_to, margin_after: {value: 160w}}", .pass),
    ("{within: run.as_of, to: id_back.valid_to, margin_after: {value: 170w}}", .fail),
    ("{at_least: [license.registered_capital_amount, {value: 1000000}]}", .pass),
    ("{at_least: [license.registered_capital_amount, {value: 1000000.5}]}", .fail),
    ("{at_most: [license.registered_capital_amount, {value: 999999}]}", .fail),
    ("{checksum: id_front.number, scheme: gb11643}", .pass),
    ("{checksum: id_front.number, scheme: gb32100}", .fail),
    ("{required: [org.departments, license.name]}", .pass),
    ("{required: [org.departments, license.credit_code]}", .cannotTell),
    ("{contains: org.departments, value: {value: 技术部}}", .pass),
    ("{contains: org.departments, value: license.legal_representative}", .fail),
    ("{contains: license.legal_representative, value: {value: 明远}}", .pass),
    ("{subset_of: [org.departments, {value: [技 术 部, 财务部]}]}", .fail),
    ("{subset_of: [org.departments, {value: [技 术 部, 财务部]}], normalize: department}", .pass),
    ("{superset_of: [org.departments, {value: [技术部, 财务部]}]}", .fail),
    ("{superset_of: [org.departments, submission.materials]}", .cannotTell),
    ("{unique: org.departments}", .pass),
    ("{not: {matches: license.name, pattern: 公司$}}", .fail),
    ("{any: [{matches: license.name, pattern: 商行$}, {required: org.departments}]}", .pass),
    (
      "{any: [{matches: license.name, pattern: 商行$}, {required: license.credit_code}]}", .cannotTell
    ),
    ("{all: [{matches: license.name, pattern: 商行$}, {required: license.credit_code}]}", .fail),
  ]

  @Test(arguments: cases)
  func verdicts(check: String, expected: Verdict) throws {
    let judgement = try ruleSet(packText(ruleText(check))).judge(Self.facts)
    #expect(judgement.verdicts.map(\.verdict) == [expected])
  }

  @Test func kindsOfMaterialAreCalledByTheirTitles() throws {
    let message =
      "message: {zh-CN: '缺 {check.missing|material}', en: 'no {check.missing|material}'}"
    let check = "{superset_of: [org.departments, {value: [技术部, org_chart, dns_records]}]}"
    let finding = try #require(
      try ruleSet(packText(ruleText(check, message))).judge(Self.facts).findings.first)
    #expect(finding.filledMessage(\.text).chinese == "缺 组织架构图、DNS 解析记录")
    #expect(finding.filledMessage(\.text).english == "no organization chart, DNS records")
  }

  @Test func defectsAreToldInWords() throws {
    let message = "message: {zh-CN: '有 {check.missing|defect}', en: 'has {check.missing|defect}'}"
    let check = "{superset_of: [org.departments, {value: [技术部, 'orphan: 甲组', cycle]}]}"
    let finding = try #require(
      try ruleSet(packText(ruleText(check, message))).judge(Self.facts).findings.first)
    #expect(finding.filledMessage(\.text).chinese == "有 没有连线：甲组；连线成环")
    #expect(finding.filledMessage(\.text).english == "has not linked: 甲组; links in a circle")
  }

  @Test func listsTellWhatIsMissing() throws {
    let message = "message: {zh-CN: '缺 {check.missing}', en: '{check.detail}'}"
    let check = "{superset_of: [org.departments, {value: [技术部, 财务部, 法务部]}]}"
    let finding = try #require(
      try ruleSet(packText(ruleText(check, message))).judge(Self.facts).findings.first)
    #expect(finding.filledMessage(\.text).chinese == "缺 财务部、法务部")
    #expect(finding.filledMessage(\.text).english == "技术部 lacks 财务部, 法务部")
    #expect(finding.actual?.source == .derived(["org.departments"]))
    #expect(finding.expected?.text == "技术部、财务部、法务部")
    #expect(finding.actual?.text == "财务部、法务部")
    #expect(finding.valueRelation == .missing)
    let twice = "{unique: org.departments, normalize: department}"
    let facts = factSet([
      known("org.departments", .list(["技术部", "技 术 部", "技术部", "财务部"].map(Value.string)))
    ])
    let unique = try ruleSet(packText(ruleText(twice))).judge(facts).findings.first
    #expect(unique?.actual?.text == "技 术 部")
  }

  @Test func parametersAndLookups() throws {
    let before = """
      params: {floor: {type: double, default: 50}, kinds: {type: list<string>, default: [icp, wecom]}}
      lookups:
        floors: {key: channel, columns: {channel: string, floor: double}, rows: [[wecom, 2000000]]}
      """
    let checks = [
      "{at_least: [license.registered_capital_amount, {param: floor}]}",
      "{one_of: declared.channel, values: {param: kinds}}",
      """
      {at_least: [license.registered_capital_amount, \
      {lookup: floors, key: declared.channel, column: floor}]}
      """,
    ]
    let rules = checks.enumerated().map { ruleText($1, id: "TEST-00\($0)") }
    let set = try ruleSet(packText(rules.joined(separator: "\n"), before: before))
    #expect(set.judge(Self.facts).verdicts.map(\.verdict) == [.pass, .pass, .fail])
  }

  /// A cell that a table does not have is null: the verb says what that means.
  @Test func cellsMayBeNull() throws {
    let before = """
      lookups:
        floors:
          key: channel
          columns: {channel: string, floor: double?, kinds: list<string>?, margin: duration?}
          rows: [[wecom, null, null, null], [icp, 2000000, [wecom], 400d]]
      """
    let checks = [
      "{at_least: [license.registered_capital_amount, {lookup: floors, key: declared.channel, column: floor}], null_means: pass}",
      "{at_least: [license.registered_capital_amount, {lookup: floors, key: declared.channel, column: floor}], null_means: fail}",
      "{one_of: declared.channel, values: {lookup: floors, key: declared.channel, column: kinds}, null_means: pass}",
      "{within: run.as_of, to: license.established_on, margin_after: {lookup: floors, key: declared.channel, column: margin}}",
    ]
    let rules = checks.enumerated().map { ruleText($1, id: "TEST-00\($0)") }
    let set = try ruleSet(packText(rules.joined(separator: "\n"), before: before))
    func verdicts(_ channel: String) throws -> [Verdict] {
      let facts = factSet([
        known("license.registered_capital_amount", .double(1_000_000)),
        known("declared.channel", .string(channel)),
        known("run.as_of", Self.day("2026-11-22")),
        known("license.established_on", Self.day("2027-01-01")),
      ])
      return set.judge(facts).verdicts.map(\.verdict)
    }
    #expect(try verdicts("wecom") == [.pass, .fail, .pass, .pass])
    #expect(try verdicts("icp") == [.fail, .fail, .fail, .fail])
    let unguarded = ruleText(
      "{at_least: [license.registered_capital_amount, {lookup: floors, key: declared.channel, column: floor}]}"
    )
    #expect(load(packText(unguarded, before: before)).diagnostics.map(\.code) == ["null-means"])
  }

  @Test func functionsMayTakeFurtherOperands() throws {
    let check =
      "{at_least: [{fact: id_front.born_on, apply: age_at, with: [run.as_of]}, {value: 18}]}"
    func verdict(_ born: String) throws -> Verdict? {
      let facts = factSet([
        known("id_front.born_on", Self.day(born)),
        known("run.as_of", Self.day("2026-11-22")),
      ])
      return try judge(check, facts).verdict
    }
    #expect(try verdict("2008-11-22") == .pass)
    #expect(try verdict("2008-11-23") == .fail)
    #expect(try judge(check, factSet([])).verdict == .cannotTell)
    let wrong = [
      "with: [license.name]", "with: [run.as_of, run.as_of]", "with: [id_back.valid_to]",
    ]
    for text in wrong {
      let broken = check.replacing("with: [run.as_of]", with: text)
      #expect(load(packText(ruleText(broken))).diagnostics.count == 1, "\(text)")
    }
    #expect(
      load(packText(ruleText("{required: {fact: license.name, with: [run.as_of]}}"))).diagnostics
        .map(\.code) == ["operand"])
  }

  @Test func aTestMayBeOfADraft() throws {
    let rule = ruleText(
      "{matches: declared.company.name, pattern: 甲}",
      "tests: [{given: {declared.company.name: 甲}, drafted: true, expect: cannot_tell}]")
    let pack = try #require(load(packText(rule)).pack)
    let library = RuleLibrary(packs: [pack], catalogue: catalogue, folder: "packs")
    #expect(library.runTests(filter: nil).map(\.hasPassed) == [true])
  }
}
