import Model
import Testing

@testable import Rules

/// Broken packs: each is told at its line and column, with a hint in words.
@Suite struct DiagnosticsTests {
  struct Broken: CustomTestStringConvertible, Sendable {
    let text: String
    let code: String
    let line: Int
    let column: Int
    let hint: String

    var testDescription: String { code + " " + hint }
  }

  // `packText` puts the first rule's `check` in line 8, its further keys from line 9 on.
  private static func check(
    _ check: String, _ code: String, column: Int, _ hint: String, _ rest: String = "",
    line: Int = 8
  ) -> Broken {
    Broken(
      text: packText(ruleText(check, rest)), code: code, line: line, column: column, hint: hint)
  }

  private static let right = "{required: org.departments}"

  private static func key(
    _ line: String, _ code: String, column: Int, _ hint: String
  ) -> Broken {
    check(right, code, column: column, hint, line, line: 9)
  }

  private static func before(
    _ before: String, _ code: String, line: Int, column: Int, _ hint: String
  ) -> Broken {
    Broken(
      text: packText(ruleText(right), before: before), code: code, line: line, column: column,
      hint: hint)
  }

  static let checks: [Broken] = [
    check(
      "{equals: [license.nmae, declared.company.name]}", "unknown-fact", column: 22,
      "did you mean \"license.name\"?"),
    check("{equls: [license.name, license.name]}", "unknown-verb", column: 13, "\"equals\"?"),
    check(
      "{equals: [license.name, declared.company.name], normalise: company}", "unknown-key",
      column: 60, "\"normalize\"?"),
    check(
      "{equals: [license.name, declared.company.name], normalize: compny}", "unknown-normalizer",
      column: 71, "\"company\"?"),
    check("{equals: [license.name]}", "operands", column: 21, "2 operands"),
    check("{equals: license.name}", "operands", column: 21, "2 operands"),
    check(
      "{equals: [license.name, license.established_on]}", "type-mismatch", column: 36,
      "a date cannot be compared with a string"),
    check(
      "{before: [license.name, license.established_on]}", "type-mismatch", column: 22,
      "a date is wanted"),
    check(
      "{before: [submission.submitted_on, license.term_to]}", "null-means", column: 47,
      "null_means: pass"),
    check(
      "{before: [run.as_of, license.term_to], null_means: maybe}", "unknown-value", column: 63,
      "pass"),
    check(
      "{at_least: [license.registered_capital_amount, 5]}", "operand", column: 59, "{value: 5}"),
    check(
      "{at_least: [license.registered_capital_amount, {param: floor}]}", "unknown-param",
      column: 67, "parameter \"floor\""),
    check(
      "{equals: [license.name, {lookup: spf, key: declared.channel, column: a}]}",
      "unknown-lookup", column: 45, "lookup \"spf\""),
    check("{matches: license.name, pattern: '(a'}", "pattern", column: 45, "missing ): (a"),
    check(
      "{checksum: license.credit_code, scheme: gb32101}", "unknown-value", column: 52,
      "\"gb32100\"?"),
    check("{checksum: license.credit_code}", "missing-key", column: 12, "\"scheme\" is missing"),
    check(
      "{required: {material: id_card_fornt}}", "unknown-kind", column: 34, "\"id_card_front\"?"),
    check(
      "{equals: [id_front.born_on, {fact: id_front.number, apply: birth_dat}]}",
      "unknown-function", column: 71, "\"birth_date\"?"),
    check(
      "{equals: [id_front.born_on, {fact: id_front.born_on, apply: birth_date}]}",
      "type-mismatch", column: 72, "birth_date does not take a date"),
    check("{all: []}", "wrong-type", column: 18, "a list of checks"),
    check(
      "{before: [run.as_of, run.as_of], after: [run.as_of, run.as_of]}", "two-verbs", column: 45,
      "all or any"),
    check(
      "{within: run.as_of, to: id_back.valid_to, margin_after: {value: 30}}", "type-mismatch",
      column: 68, "{value: 30d}"),
    check("{within: run.as_of}", "missing-key", column: 12, "from or to"),
    check("license.name == 'a'", "cel-text", column: 12, "assert: |-"),
    check(
      "{one_of: license.established_on, values: [yes]}", "wrong-type", column: 54, "type date"),
    check(
      "{subset_of: [org.departments, license.name]}", "type-mismatch", column: 42,
      "a list is wanted here"),
    check("{known: license.name}", "known", column: 12, "when alone"),
    check("{required: card.name}", "unknown-fact", column: 23, "card.name"),
  ]

  static let keys: [Broken] = [
    key("severty: error", "unknown-key", column: 5, "\"severity\"?"),
    key("materials: [buisness_license]", "unknown-kind", column: 17, "\"business_license\"?"),
    key("when: declared.chanel == 'wecom'", "unknown-fact", column: 11, "declared.channel?"),
    key("assert: true", "two-checks", column: 13, "not both"),
    key("since: 2026-13-01", "wrong-type", column: 12, "YYYY-MM-DD"),
    key("waivable: yes", "wrong-type", column: 15, "true or false"),
    key("fix: {zh-CN: 改}", "missing-key", column: 10, "\"en\" is missing"),
    key(
      "fix: {zh-CN: 改, en: 'correct {license.nam}'}", "unknown-placeholder", column: 35,
      "\"license.name\"?"),
    key("basis: [{kind: lawful, ref: x}]", "unknown-value", column: 20, "house, law"),
    key(
      "message: {zh-CN: '名 {license.nmae}', en: x}", "unknown-placeholder", column: 26,
      "\"license.name\"?"),
    key(
      "message: {zh-CN: x, en: 'a {license.name|dat}'}", "unknown-formatter", column: 46,
      "\"date\"?"),
    key(
      "for_each: {in: documents.id_card_fornt, as: card}", "unknown-list", column: 20,
      "\"documents.id_card_front\"?"),
    key(
      "for_each: {in: documents.id_card_front, as: license}", "variable", column: 49,
      "lower-case name"),
    key("tests: [{expect: passed}]", "unknown-value", column: 22, "\"pass\"?"),
    key(
      "tests: [{given: {license.nam: x}, expect: pass}]", "unknown-fact", column: 22,
      "\"license.name\"?"),
    key(
      "tests: [{given: {license.established_on: x}, expect: pass}]", "wrong-type", column: 46,
      "type date"),
    key(
      "tests: [{given: {license.name: null}, expect: pass}]", "not-nullable", column: 36,
      "is not read"),
    key(
      "tests: [{expect: cannot_tell, because: [license.nam]}]", "unknown-fact", column: 45,
      "\"license.name\"?"),
  ]

  static let heads: [Broken] = [
    before("parms: {}", "unknown-key", line: 3, column: 1, "\"params\"?"),
    before(
      "params: {a: {type: duration, default: 12h}}", "wrong-type", line: 3, column: 39,
      "a value of type duration"),
    before(
      "params: {a: {type: duration, default: 30}}", "wrong-type", line: 3, column: 39,
      "a value of type duration"),
    before(
      "params: {a: {type: strng, default: x}}", "unknown-value", line: 3, column: 20, "\"string\"?"),
    before("normalizers: {a: [nfkd]}", "unknown-value", line: 3, column: 19, "\"nfkc\"?"),
    before(
      "lookups: {a: {key: code, columns: {b: string}, rows: []}}", "unknown-column", line: 3,
      column: 20, "there are: b"),
    before(
      "lookups: {a: {key: b, columns: {b: int}, rows: [[1], [1]]}}", "duplicate-row", line: 3,
      column: 54, "\"1\""),
    before(
      "lookups: {a: {key: b, columns: {b: int}, rows: [[x]]}}", "wrong-type", line: 3, column: 50,
      "a int is wanted"),
    before(
      "lookups: {a: {key: b, columns: {b: int}, file: ../x.csv}}", "lookup-file", line: 3,
      column: 48, "inside the pack's folder"),
    before("extends: [{pack: a, version: new}]", "version", line: 3, column: 30, ">=1.4 <2"),
    before("overrides: {A-001: {enabled: false}}", "missing-key", line: 3, column: 13, "why"),
    // Where Yams tells of keys given twice it names no place but the file's start.
    before("schema: x", "duplicate-key", line: 3, column: 1, "schema"),
    Broken(
      text: packText(ruleText(right)).replacing("pack-v1", with: "pack-v2"), code: "schema",
      line: 1, column: 9, hint: "dossier/pack-v1"),
    Broken(
      text: packText(ruleText(right) + "\n" + ruleText(right)), code: "duplicate-id", line: 9,
      column: 9, hint: "first in line 5"),
    Broken(
      text: packText(ruleText(right, id: "license-name")), code: "rule-id", line: 5, column: 9,
      hint: "LIC-NAME-001"),
    Broken(text: "schema: [", code: "yaml", line: 2, column: 1, hint: "YAML"),
    Broken(text: "[]", code: "wrong-type", line: 1, column: 1, hint: "a mapping is wanted"),
  ]

  @Test(arguments: checks + keys + heads)
  func isToldAtItsPlace(broken: Broken) throws {
    let (pack, diagnostics) = load(broken.text)
    #expect(pack == nil)
    let diagnostic = try #require(diagnostics.first { $0.code == broken.code })
    #expect(diagnostic.position == TextPosition(line: broken.line, column: broken.column))
    #expect(diagnostic.message.english.contains(broken.hint))
    #expect(diagnostic.message.chinese != diagnostic.message.english)
    #expect(diagnostic.file == "p.yaml")
    #expect(diagnostics.filter { $0.level == .error }.count == 1)
  }

  @Test func allErrorsAreToldAtOnce() {
    let text = packText(
      [
        ruleText("{equals: [license.nmae, declared.company.nmae]}", id: "A-001"),
        ruleText("{checksum: license.credit_code, scheme: x}", "materials: [x]", id: "A-002"),
      ].joined(separator: "\n"))
    let codes = load(text).diagnostics.map(\.code)
    #expect(codes == ["unknown-fact", "unknown-fact", "unknown-value", "unknown-kind"])
  }

  @Test func uselessNullMeaningIsAWarning() {
    let (pack, diagnostics) = load(
      packText(ruleText("{before: [run.as_of, license.issued_on], null_means: pass}")))
    #expect(pack != nil)
    #expect(diagnostics.map(\.code) == ["unused-null-means"])
    #expect(diagnostics.map(\.level) == [.warning])
  }

  @Test func checksTooDeepToEvaluateAreRefused() {
    let plain = "{required: org.departments}"
    var nested = plain
    for _ in 0..<20 {
      let others = Array(repeating: plain, count: 31).joined(separator: ", ")
      nested = "{all: [\(others), \(nested)]}"
    }
    let (pack, diagnostics) = load(packText(ruleText(nested)))
    #expect(pack == nil)
    #expect(diagnostics.map(\.code) == ["nesting"])
  }

  /// Whatever a hand slips on, loading ends with a pack or with reasons.
  @Test func mutilatedPacksAreToldNotCrashedOn() {
    let rest = """
      materials: [business_license]
      when: {known: declared.company.name}
      message: {zh-CN: "不符：{license.name}", en: "no: {check.detail}"}
      fix: {zh-CN: 更正, en: correct it}
      tests: [{given: {license.name: 甲}, absent: [id_card_front], expect: not_applicable}]
      """
    let checks = [
      equalNames, "{matches: license.name, pattern: '^[^()]{2,}$'}",
      "{within: run.as_of, to: id_back.valid_to, margin_after: {param: margin}}",
      "{all: [{required: org.departments}, {not: {one_of: declared.channel, values: [icp]}}]}",
      "{equals: [{lookup: t, key: declared.channel, column: b}, {value: 1}]}",
    ]
    let rules = checks.enumerated().map { ruleText($1, rest, id: "TEST-00\($0)") }
    let text = packText(
      rules.joined(separator: "\n"),
      before: """
        params: {margin: {type: duration, default: 30d}}
        lookups: {t: {key: a, columns: {a: string, b: int}, rows: [[icp, 1]]}}
        """)
    #expect(load(text).diagnostics.map(\.message.english) == [])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var broken = 0
    for round in 0..<120 {
      var lines = lines
      let line = round * 7919 % lines.count
      let place = round * 104_729 % max(1, lines[line].count)
      switch round % 5 {
      case 0: lines[line] = String(lines[line].prefix(place))
      case 1: lines[line] = String(lines[line].dropFirst(place))
      case 2:
        lines[line].insert(
          Character(["{", "]", ":", "\"", "&"][round % 4]),
          at: lines[line].index(lines[line].startIndex, offsetBy: place))
      case 3: lines.insert(lines[line], at: line)
      default: lines.swapAt(line, (line + 1) % lines.count)
      }
      let (pack, diagnostics) = load(lines.joined(separator: "\n"))
      if pack == nil {
        broken += 1
        #expect(diagnostics.contains { $0.level == .error })
      }
    }
    #expect(broken > 40)
  }
}
