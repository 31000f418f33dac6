import Model
import Schema
import Testing

@testable import Rules

/// Tests of rules made from real cases.
@Suite struct TestDraftTests {
  private static let number = "11010519491231002X"

  private func draft(_ check: String, _ rest: String = "", _ facts: FactSet) throws -> RuleTestDraft
  {
    let text = packText(ruleText(check, rest))
    let pack = try #require(load(text).pack, "\(load(text).diagnostics.map(\.message.english))")
    let library = RuleLibrary(packs: [pack], catalogue: catalogue, folder: "packs")
    let draft = try #require(library.testDraft(of: "TEST-001", from: facts))
    // Pasted where it says, it is read again and holds.
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.insert(draft.text, at: draft.line)
    let (again, diagnostics) = load(lines.joined(separator: "\n"))
    let pasted = try #require(again, "\(diagnostics.map(\.message.english)) \(draft.text)")
    let results = RuleLibrary(packs: [pasted], catalogue: catalogue, folder: "packs")
      .runTests(filter: nil)
    #expect(results.last?.hasPassed == draft.isFaithful, "\(draft.text)")
    return draft
  }

  @Test func whatIsPersonalIsInventedAndStaysAlike() throws {
    let draft = try draft(
      "{equals: [id_front.number, declared.legal_representative.id_number]}",
      "tests:\n  - {given: {}, expect: cannot_tell}\n",
      factSet([
        known("id_front.number", .string(Self.number)),
        known("declared.legal_representative.id_number", .string(Self.number)),
      ]))
    #expect(draft.isFaithful && draft.verdict == .pass)
    #expect(!draft.text.contains(Self.number) && !draft.text.contains("19491231"))
    let numbers = draft.text.split(separator: "\n").compactMap {
      ResidentIdentityNumber(String($0.split(separator: " ").last ?? "").filter { $0 != "\"" })
    }
    #expect(numbers.count == 2 && Set(numbers).count == 1)
    #expect(numbers.first?.isValid == true && numbers.first?.sex == .female)
  }

  /// One letter that differs still does; company names, which are public, stay.
  @Test func namesAreSpelledAnew() throws {
    let draft = try draft(
      "{all_equal: [id_front.name, license.legal_representative], normalize: person}", "",
      factSet([
        known("id_front.name", .string("欧阳晓梅")),
        known("license.legal_representative", .string("欧阳晓 玫")),
      ]))
    #expect(draft.isFaithful && draft.verdict == .fail)
    for letter in "欧阳晓梅玫" { #expect(!draft.text.contains(letter), "\(draft.text)") }
    let company = try self.draft(
      equalNames, "",
      factSet([
        known("license.name", .string("海口青禾有限公司")),
        known("declared.company.name", .string("海口青禾有限公司")),
      ]))
    #expect(company.isFaithful && company.text.contains("license.name: 海口青禾有限公司"))
  }

  @Test func aWrongCheckDigitStaysWrong() throws {
    let draft = try draft(
      "{checksum: id_front.number, scheme: gb11643}", "",
      factSet([known("id_front.number", .string("110105194912310021"))]))
    #expect(draft.isFaithful && draft.verdict == .fail, "\(draft.text)")
  }

  @Test func whatIsNotReadIsLeftOut() throws {
    let draft = try draft(equalNames, "", factSet([known("license.name", .string("甲有限公司"))]))
    #expect(draft.isFaithful && draft.verdict == .cannotTell)
    #expect(draft.text.contains("because: [declared.company.name]"), "\(draft.text)")
    #expect(draft.text.hasPrefix("    tests:\n      - name:"), "\(draft.text)")
  }

  private static let people = (0..<90).compactMap { number in
    Unicode.Scalar(0x5B50 + number).map { "赵\($0)\($0)" }
  }

  /// Persons are hidden also where the fact is not of persons: in lists, in a chart's paths, in letters, beside phones.
  @Test(arguments: [
    (
      "license.name", Value.string("兹授权林知远（手机 13800138000）办理，0755-26123456"),
      ["林知远", "13800138000", "26123456"]
    ),
    ("license.name", .string("林知远  办理 lin.zhiyuan@example.com"), ["林知远", "lin.zhiyuan"]),
    ("org.departments", .list([.string("总经办/林知远/财务部"), .string("周文博")]), ["林知远", "周文博"]),
    ("org.departments", .list([.string("阿依古丽·艾尼/王登科")]), ["阿依古丽", "王登科"]),
    ("license.name", .string("身份证 11010519491231002X 的持有人"), [number]),
    ("org.departments", .list(people.map(Value.string)), people),
  ])
  func personsAreInventedEverywhere(key: String, value: Value, secrets: [String]) throws {
    let draft = try draft(
      key.hasPrefix("org")
        ? "{contains: org.departments, value: {value: 财务部}}" : "{required: \(key)}",
      "",
      factSet([
        known(key, value),
        known("id_front.name", .string("林知远")),
        known("id_front.number", .string(Self.number)),
      ]))
    for secret in secrets { #expect(!draft.text.contains(secret), "\(secret) in \(draft.text)") }
  }

  private static let rule =
    "id: TEST-001, title: {zh-CN: 测试, en: Test}, severity: error, check: {required: license.name}"

  /// Where lists and mappings stand in brackets a test is put into the brackets.
  @Test(
    arguments: [
      "- {\(rule)}", "- {\(rule), tests: []}",
      "- {\(rule), tests: [{given: {}, expect: cannot_tell}]}",
      "- {\(rule), tests: [{given: {}, expect: cannot_tell}, ]}",
      "- {\(rule),\n    tests: [\n      {given: {license.name: \"a]\"}, expect: pass}  # ] one\n    ]}",
      "- \(rule.split(separator: ", ").joined(separator: "\n  "))\n  tests: []",
      "- \(rule.split(separator: ", ").joined(separator: "\n  "))\n  tests:\n  - {given: {},\n  expect: cannot_tell}",
      "- \(rule.split(separator: ", ").joined(separator: "\n  "))\n  tests: [{given: {}, expect: cannot_tell},\n    {given: {license.name: it's}, expect: pass}]",
    ].map { $0.replacing("{zh-CN: 测试\n  en: Test}", with: "{zh-CN: 测试, en: Test}") })
  func aTestGoesWhereTheAuthorsStyleHasIt(rule: String) throws {
    let text = packText(rule)
    let pack = try #require(
      load(text).pack, "\(load(text).diagnostics.map(\.message.english)) \(text)")
    let library = RuleLibrary(packs: [pack], catalogue: catalogue, folder: "packs")
    let before = library.runTests(filter: nil).count
    let facts = factSet([known("license.name", .string("海口青禾有限公司"))])
    let draft = try #require(library.testDraft(of: "TEST-001", from: facts))
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let column = draft.column {
      var scalars = Array(lines[draft.line - 1].unicodeScalars)
      scalars.insert(contentsOf: draft.text.unicodeScalars, at: column - 1)
      lines[draft.line - 1] = String(String.UnicodeScalarView(scalars))
    } else {
      lines.insert(draft.text, at: draft.line)
    }
    let (again, diagnostics) = load(lines.joined(separator: "\n"))
    let pasted = try #require(again, "\(diagnostics.map(\.message.english)) \(lines)")
    let results = RuleLibrary(packs: [pasted], catalogue: catalogue, folder: "packs")
      .runTests(filter: nil)
    #expect(results.count == before + 1 && results.allSatisfy(\.hasPassed), "\(lines)")
  }

  /// A rule in CEL without a message of its own tells the values that it read.
  @Test func aDefaultMessageSaysWhatWasCompared() throws {
    let text = packText(
      """
        - id: TEST-001
          title: {zh-CN: 五年内颁发, en: Issued within five years}
          severity: note
          assert: |-
            add_months(license.issued_on, 60) >= run.as_of
              && (license.name.startsWith('海口') ? true : id_front.name == '甲')
      """)
    let date = try #require(CalendarDate(iso: "2012-01-13"))
    let today = try #require(CalendarDate(iso: "2026-11-30"))
    let facts = factSet([known("license.issued_on", .date(date)), known("run.as_of", .date(today))])
    let judged = try ruleSet(text).judge(facts)
    let message = try #require(judged.findings.first).filledMessage(\.text)
    #expect(message.chinese.contains("发照日期「2012-01-13」"), "\(message.chinese)")
    #expect(message.english.contains("2012-01-13"))
    let other = factSet([
      known("license.issued_on", .date(today)), known("run.as_of", .date(today)),
      known("license.name", .string("甲公司")), known("id_front.name", .string("乙")),
    ])
    let words = try #require(ruleSet(text).judge(other).findings.first).filledMessage(\.text)
    #expect(words.chinese.contains("「甲公司」"), "\(words.chinese)")
  }
}
