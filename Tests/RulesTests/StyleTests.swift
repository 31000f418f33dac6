import Model
import Testing

@testable import Rules

/// What is unwise in rules that load.
@Suite struct StyleTests {
  private static let fine = """
    fix: {zh-CN: 改, en: mend it}
    basis: [{kind: house, ref: x}]
    tests:
      - {given: {org.departments: [a]}, expect: pass}
      - {given: {org.departments: []}, expect: fail}
    """
  private static let check = "{required: org.departments}"

  private func codes(_ rules: String, before: String = "") throws -> [String] {
    let (library, diagnostics) = try loadLibrary(
      ["a.yaml": packText(rules, before: before)],
      beside: ["sources.csv": "id,title,place,seen\nx,X,a shelf,2026-11-22\n"])
    #expect(diagnostics.map(\.message.english) == [])
    return try #require(library).style().map(\.code)
  }

  @Test func aWholeRuleIsFine() throws {
    #expect(try codes(ruleText(Self.check, Self.fine)) == [])
  }

  @Test(arguments: [
    (check, "", ["no-tests", "no-basis", "no-fix", "unused-source"]),
    (check, fine + "\nsince: 2027-01-01\nuntil: 2026-01-01", ["never-in-force"]),
    (check, fine + "\nwhen: {at_least: [{value: 1}, {value: 2}]}", ["never-applies"]),
    ("{at_least: [{value: 2}, {value: 1}]}", fine, ["never-fails"]),
    ("{equals: [license.name, license.name]}", fine, ["compared-with-itself"]),
    (check, fine + "\naccepted_mutants: [{mutant: x, reason: y}]", ["stale-mutant"]),
    (check, fine + "\nmessage: {zh-CN: 部门为空, en: 部门为空}", ["untranslated"]),
  ])
  func isTold(check: String, rest: String, expected: [String]) throws {
    #expect(try codes(ruleText(check, rest)) == expected)
  }

  /// A condition on a parameter that a profile turns on does hold at times.
  @Test func whatAProfileSetsIsNotDecided() throws {
    let rule = ruleText(
      Self.check, Self.fine + "\nwhen: {one_of: {param: wanted}, values: [true]}", id: "A-001")
    let parameter = "params: {wanted: {type: bool, default: false}}"
    #expect(try codes(rule, before: parameter) == ["never-applies"])
    let profile = parameter + "\nprofiles: {strict: {A-001: {params: {wanted: true}}}}"
    #expect(try codes(rule, before: profile) == [])
  }

  @Test func duplicatesAndUnusedNamesAreTold() throws {
    let rules =
      ruleText(Self.check, Self.fine, id: "A-001") + "\n"
      + ruleText(Self.check, Self.fine, id: "A-002")
    #expect(try codes(rules) == ["duplicate-rule"])
    let names = "params: {a: {type: int, default: 1}}\nnormalizers: {b: [nfkc]}"
    #expect(
      try codes(ruleText(Self.check, Self.fine), before: names) == ["unused-name", "unused-name"])
  }

  @Test func hiddenUnknownsAreTold() throws {
    let rule = ruleText(Self.check, Self.fine).replacing(
      "    check: \(Self.check)\n",
      with: "    assert: |-\n      [license.name][?0].orValue('') == '甲'\n")
    #expect(try codes(rule).contains("hides-unknown"))
  }
}
