import Model
import Testing

@testable import Rules

/// Facts read from a line that keeps its lattice: each letter sure but for the rivals that are given.
private func read(
  _ key: String, _ text: String, state: FactState, rivals: [Int: (String, Float)] = [:]
) -> ResolvedFact {
  let frames = text.enumerated().flatMap { index, character -> [[Lattice.Choice]] in
    let own = Lattice.Choice(
      symbol: String(character), probability: 0.9999 - (rivals[index]?.1 ?? 0))
    let other = rivals[index].map { [Lattice.Choice(symbol: $0.0, probability: $0.1)] } ?? []
    return [[own] + other, [Lattice.Choice(symbol: "", probability: 0.9999)]]
  }
  return ResolvedFact(
    key: key, state: state, value: .string(text), confidence: state == .doubtful ? 0.6 : 0.95,
    evidence: [
      Evidence(
        file: "a.jpg", page: 0, method: .ocr, raw: text, lattices: [Lattice(frames: frames)])
    ])
}

@Suite struct HypothesisTrialsTests {
  private let declared = known("declared.company.name", .string("北京银河科技有限公司"), [.declared])

  private func judged(
    _ license: ResolvedFact, declared: ResolvedFact? = nil, rest: String = "",
    check: String = equalNames
  ) throws -> (verdict: Verdict?, findings: [Finding]) {
    try judge(check, rest, factSet([license, declared ?? self.declared]))
  }

  @Test func doubtfulReadingThatCanSayTheDeclaredTextPasses() throws {
    let license = read("license.name", "北京银河科技有限公司", state: .doubtful)
    #expect(try judged(license).verdict == .pass)
    let misread = read(
      "license.name", "北京星河科技有限公司", state: .doubtful, rivals: [2: ("银", 0.3)])
    #expect(try judged(misread).verdict == .pass)
  }

  @Test func passByHypothesisIsOnRecord() throws {
    let license = read("license.name", "北京银河科技有限公司", state: .doubtful)
    let set = try ruleSet(packText(ruleText(equalNames)))
    let tests = set.judge(factSet([license, declared])).verdicts.first?.hypotheses
    #expect(tests?.map(\.fact) == ["license.name"])
    #expect(tests?.map(\.against) == ["declared.company.name"])
    #expect(tests?.map(\.outcome) == [.agree])
  }

  @Test func doubtfulReadingThatSaysSomethingElseFails() throws {
    let license = read("license.name", "北京星河科技有限公司", state: .doubtful)
    let (verdict, findings) = try judged(license)
    #expect(verdict == .fail)
    let test = findings.first?.hypotheses.first
    #expect(test?.outcome == .contradict)
    #expect(test?.wanted == "银")
    #expect(test?.seen == "星")
    let message = findings.first?.filledMessage(\.text)
    #expect(message?.chinese.contains("第 3 个字，所比对的值为「银」，图中明确为「星」") == true)
    #expect(message?.english.contains("letter 3 is \"银\"") == true)
  }

  @Test func doubtfulReadingBetweenTheTwoIsForAPerson() throws {
    let license = read(
      "license.name", "北京星河科技有限公司", state: .doubtful, rivals: [2: ("银", 0.004)])
    let (verdict, findings) = try judged(license)
    #expect(verdict == .cannotTell)
    #expect(findings.first?.hypotheses.first?.outcome == .unclear)
    #expect(findings.first?.filledMessage(\.text).chinese.contains("「银」") == true)
  }

  @Test func cleanDisagreementStands() throws {
    let license = read("license.name", "北京星河科技有限公司", state: .known)
    #expect(try judged(license).verdict == .fail)
  }

  @Test func sureReadingThatCanSayTheOtherTextIsForAPersonAndNeverPasses() throws {
    let license = read(
      "license.name", "北京星河科技有限公司", state: .known, rivals: [2: ("银", 0.2)])
    #expect(try judged(license).verdict == .cannotTell)
  }

  @Test(arguments: ["exact: true", ""])
  func exactRulesCompareWhatWasRead(_ rest: String) throws {
    let license = read("license.name", "北京银河科技有限公司", state: .doubtful)
    let verdict = try judged(license, rest: rest).verdict
    #expect(verdict == (rest.isEmpty ? .pass : .cannotTell))
  }

  @Test func profileTurnsItOffForAllRules() throws {
    let text = packText(
      ruleText(equalNames), before: "profiles: {strict: {\"*\": {exact: true, why: 审计}}}")
    let (pack, diagnostics) = load(text)
    let loaded = try #require(pack, "\(diagnostics)")
    let library = RuleLibrary(packs: [loaded], catalogue: catalogue, folder: "packs")
    let set = try #require(
      library.ruleSet(packs: [loaded.id], channel: nil, profile: "strict").ruleSet)
    let license = read("license.name", "北京银河科技有限公司", state: .doubtful)
    #expect(set.judge(factSet([license, declared])).verdicts.first?.verdict == .cannotTell)
  }

  @Test func withoutALineNothingChanges() throws {
    let license = known("license.name", .string("北京银河科技有限公司"), state: .doubtful)
    #expect(try judged(license).verdict == .cannotTell)
  }

  @Test func unknownDeclarationIsNoHypothesis() throws {
    let license = read("license.name", "北京银河科技有限公司", state: .doubtful)
    #expect(
      try judged(license, declared: known("declared.company.name", nil, state: .unread)).verdict
        == .cannotTell)
  }

  @Test func threeValuesOfWhichOneIsDoubtful() throws {
    let check =
      "{all_equal: [license.legal_representative, id_front.name, declared.company.legal_representative], normalize: person}"
    let facts = { (card: ResolvedFact) in
      factSet([
        read("license.legal_representative", "李明远", state: .known), card,
        known("declared.company.legal_representative", .string("李明远"), [.declared]),
      ])
    }
    let same = read("id_front.name", "李明远", state: .doubtful)
    #expect(try judge(check, facts(same)).verdict == .pass)
    let other = read("id_front.name", "李明达", state: .doubtful)
    #expect(try judge(check, facts(other)).verdict == .fail)
  }

  @Test func repairedValueIsNotTakenForAContradiction() throws {
    // The value was repaired to what is declared; the line itself says otherwise.
    var license = read("license.credit_code", "91350100M000100Y48", state: .doubtful)
    license.value = .string("91350100M000100Y43")
    let code = known("declared.company.credit_code", .string("91350100M000100Y43"), [.declared])
    let check = "{equals: [license.credit_code, declared.company.credit_code], normalize: code}"
    #expect(try judge(check, factSet([license, code])).verdict != .fail)
  }
}
