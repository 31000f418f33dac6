import Model
import Testing

@testable import Rules

/// Rules taken apart: no part is skipped because another has decided.
@Suite struct ExplanationTests {
  private static let check = """
    {all: [{equals: [license.name, declared.company.name], normalize: company}, {before: [submission.submitted_on, license.term_to], null_means: pass}]}
    """

  private func explanation(
    _ facts: FactSet?, _ rest: String = "", check: String = check
  ) throws -> RuleExplanation {
    try #require(
      try ruleSet(packText(ruleText(check, rest))).explanation(of: "TEST-001", on: facts))
  }

  @Test func withoutASubmissionItSaysWhatIsAsked() throws {
    let explanation = try explanation(nil)
    let part = try #require(explanation.elements.first?.check)
    #expect(explanation.verdict == nil)
    #expect(part.outcome == nil && part.children.allSatisfy { $0.outcome == nil })
    #expect(part.words.english == "all of these hold")
    #expect(
      part.children.first?.words.english
        == "license.name equals declared.company.name (in the form company)")
  }

  @Test func everyPartIsEvaluatedByItself() throws {
    let facts = factSet([
      known("license.name", .string("甲公司")), known("declared.company.name", .string("乙公司")),
      known("submission.submitted_on", .date(try day("2026-11-22"))),
    ])
    let explanation = try explanation(facts)
    #expect(explanation.verdict == .fail)
    let part = try #require(explanation.elements.first?.check)
    #expect(part.outcome == .fails)
    #expect(part.children.map(\.outcome) == [.fails, .unknown(["license.term_to"])])
    #expect(part.children[0].values.map(\.value?.text) == ["甲公司", "乙公司"])
    #expect(part.children[1].children.map(\.outcome).count == 2)
    #expect(explanation.findings.count == 1)
  }

  @Test func doubtfulValuesSayWhatTheyWouldDecide() throws {
    let facts = factSet([
      known("license.name", .string("甲公司"), state: .doubtful),
      known("declared.company.name", .string("乙公司")),
    ])
    let part = try #require(try explanation(facts, check: equalNames).elements.first?.check)
    #expect(part.outcome == .unknown(["license.name"]))
    #expect(part.ifTrusted == .fails)
    #expect(part.values.first?.state == .doubtful)
    #expect(part.values.first?.evidence.map(\.file) == ["a.jpg"])
  }

  @Test func itSaysWhyItDoesNotApply() throws {
    let facts = factSet([known("run.as_of", .date(try day("2026-11-22")))])
    let gone = try explanation(facts, "materials: [business_license]\nuntil: 2026-01-01")
    #expect(gone.verdict == .notApplicable)
    #expect(gone.remarks.map(\.english).contains { $0.contains("2026-01-01") })
    #expect(gone.remarks.map(\.english).contains { $0.contains("business_license") })
    let each = try explanation(
      facts, "for_each: {in: documents.id_card_front, as: card}", check: "{required: card.name}")
    #expect(each.elements.isEmpty)
    #expect(each.remarks.map(\.english).contains { $0.contains("id_card_front") })
  }

  @Test func elementsOfAQuantifierAreSpelledOut() throws {
    let facts = factSet([known("license.name", .string("乙"))])
    let part = try #require(
      try explanation(
        facts, check: "{one_of: license.name, values: [甲, 乙], normalize: company}"
      ).elements.first?.check)
    #expect(part.outcome == .holds)
    #expect(part.children.map(\.outcome) == [.fails, .holds])
  }
}
