import CEL
import Model
import Testing

@testable import Rules

/// Coverage and mutation testing of rules.
@Suite struct RuleTestingTests {
  private static let term = "{before: [submission.submitted_on, license.term_to], null_means: pass}"

  private func library(_ check: String, _ rest: String, before: String = "") throws -> RuleLibrary {
    let text = packText(ruleText(check, rest), before: before, id: "enterprise-basic")
    let (library, diagnostics) = try loadLibrary(["a.yaml": text])
    #expect(diagnostics.map(\.message.english) == [])
    return try #require(library)
  }

  private static func tests(_ dates: [(term: String, verdict: String)]) -> String {
    "tests:\n"
      + dates.map {
        "  - {given: {license.term_to: \($0.term), submission.submitted_on: 2026-11-22}, expect: \($0.verdict)}"
      }.joined(separator: "\n")
  }

  @Test func branchesThatNoTestTriesAreListed() throws {
    let some = try library(Self.term, Self.tests([("2030-01-01", "pass"), ("2020-01-01", "fail")]))
    let coverage = try #require(some.coverage(filter: nil).first)
    let open = coverage.branches.filter { $0.seen < 2 }
    #expect(open.map(\.expression) == ["license.term_to == null"])
    #expect(open.first?.wasFalse == true && open.first?.wasTrue == false)
    #expect(coverage.seen == 3 && coverage.total == 4)
    let none = try library(Self.term, "")
    #expect(none.coverage(filter: nil).first?.testCount == 0)
    #expect(none.coverage(filter: nil).first?.seen == 0)
  }

  @Test func mutantsThatNoTestNoticesSurvive() throws {
    let some = try library(Self.term, Self.tests([("2030-01-01", "pass"), ("2020-01-01", "fail")]))
    let survivors = some.mutants(filter: nil).filter { $0.fate == .survived }.map(\.name)
    #expect(
      survivors == [
        "without license.term_to == null",
        "submission.submitted_on < license.term_to => submission.submitted_on <= license.term_to",
      ])
    let all = try library(
      Self.term,
      Self.tests([
        ("2030-01-01", "pass"), ("2026-11-22", "fail"), ("null", "pass"),
      ]))
    #expect(all.mutants(filter: nil).allSatisfy { $0.fate == .noticed })
    #expect(all.mutants(filter: nil).count >= 5)
  }

  @Test func anAcceptedMutantHasItsReason() throws {
    let accepted = try library(
      Self.term,
      Self.tests([("2030-01-01", "pass"), ("2020-01-01", "fail")]) + """

        accepted_mutants:
          - {mutant: "without license.term_to == null", reason: 长期执照不在此列}
        """)
    let fates = accepted.mutants(filter: nil).map(\.fate)
    #expect(fates.contains(.accepted(reason: "长期执照不在此列")))
    #expect(fates.count { $0 == .survived } == 1)
  }

  @Test func boundsInParametersAreMoved() throws {
    let parameters = "params: {floor: {type: int, default: 3}}"
    let check = "{at_least: [declared.organization.headcount, {param: floor}]}"
    func survivors(_ counts: [Int]) throws -> [String] {
      let tests = counts.map {
        "  - {given: {declared.organization.headcount: \($0)}, expect: \($0 < 3 ? "fail" : "pass")}"
      }
      let library = try library(
        check, "tests:\n" + tests.joined(separator: "\n"), before: parameters)
      return library.mutants(filter: nil).filter { $0.fate == .survived }.map(\.name)
    }
    #expect(try survivors([2, 3]) == [])
    #expect(
      try survivors([1, 9]) == [
        "declared.organization.headcount >= params.floor => declared.organization.headcount > params.floor",
        "params.floor: 3 => 4", "params.floor: 3 => 2",
      ])
  }

  @Test func testsAssertWhatTheyListAndNoMore() throws {
    let library = try library(
      equalNames,
      """
      message: {zh-CN: "「{license.name}」不符", en: "\\"{license.name}\\" differs"}
      tests:
        - given: {license.name: 甲公司, declared.company.name: 乙公司}
          expect: fail
          expected: 甲公司
          actual: 丙公司
          message: {zh-CN: 「甲公司」不符, en: wrong}
        - given: {license.name: 甲公司, declared.company.name: 乙公司}
          doubtful: [license.name]
          expect: cannot_tell
          tentative: pass
      """)
    let results = library.runTests(filter: nil)
    #expect(results[0].differences.map(\.field) == ["actual", "message.en"])
    #expect(results[0].differences[1].actual == "\"甲公司\" differs")
    #expect(
      results[1].differences == [.init(field: "tentative", expected: "pass", actual: "fail")])
  }

  /// `source` writes trees as an author would.
  @Test(arguments: [
    (equalNames, "norm(license.name, 'company') == norm(declared.company.name, 'company')"),
    ("{not: {one_of: license.name, values: [a, \"b'c\"]}}", #"!(license.name in ['a', 'b\'c'])"#),
    (
      "{any: [{required: license.name}, {all: [{unique: org.departments}, {checksum: license.credit_code, scheme: gb32100}]}]}",
      #"license.name.matches('[^\\s　]') || size(duplicates(org.departments)) == 0 && checksum(license.credit_code, 'gb32100')"#
    ),
    (
      "{within: run.as_of, to: id_back.valid_to, margin_after: {value: 30d}}",
      "id_back.valid_to == null || run.as_of <= id_back.valid_to - days(30)"
    ),
    (
      "{one_of: license.name, values: [甲], normalize: company}",
      "['甲'].exists(@value, norm(@value, 'company') == norm(license.name, 'company'))"
    ),
  ])
  func treesAreWrittenAsCEL(check: String, source: String) throws {
    let (pack, diagnostics) = load(packText(ruleText(check)))
    #expect(diagnostics.map(\.message.english) == [])
    #expect(pack?.rules.first?.check.expression.source == source)
  }
}
