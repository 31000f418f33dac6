import CEL
import Model
import Testing

@testable import Specimens

@Suite struct PlantingTests {
  private static let maker = SubmissionMaker(seed: 5, isHeldOut: false)

  private static func plan(hasOperator: Bool) -> SubmissionMaker.Plan {
    SubmissionMaker.Plan(
      generation: .landscape2019, quality: .scan, arrangement: .separate, license: { _ in true },
      hasOperator: hasOperator, names: SubmissionMaker.fileNames[0])
  }

  /// What papers and declaration say, in one text.
  private func text(of content: SubmissionContent) -> String {
    let licenses = [content.license, content.strayLicense].compactMap(\.self).map { license in
      license.truth(pages: [0], printsAuthority: false).printed.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
    }
    let cards =
      content.fronts.map { "\($0.frontTruth(pages: [0]).printed.sorted { $0.key < $1.key })" }
      + content.backs.map { "\($0.backTruth(pages: [0]).printed.sorted { $0.key < $1.key })" }
    return (licenses + cards + [content.declared.yaml]).joined(separator: "\n--\n")
  }

  @Test(arguments: Discrepancy.allCases)
  func eachKindChangesSomethingAndSaysWhat(kind: Discrepancy) throws {
    var planted = 0
    for index in 0..<200 where planted < 3 {
      var dice = Dice(seed: 5, stream: index)
      var content = Self.maker.content(
        Self.plan(hasOperator: kind.needsOperator), &dice)
      let before = text(of: content)
      guard let difference = kind.plant(in: &content, &dice) else {
        #expect(text(of: content) == before, "refused, but changed")
        continue
      }
      planted += 1
      #expect(text(of: content) != before)
      #expect(difference.kind == kind.rawValue)
      #expect(!difference.facts.isEmpty && !difference.rules.isEmpty)
    }
    #expect(planted == 3)
  }

  /// A clean submission is one by the law's terms and by its own dates.
  @Test func cleanSubmissionsAreClean() throws {
    for index in 0..<300 {
      var dice = Dice(seed: 6, stream: index)
      let content = Self.maker.content(Self.plan(hasOperator: index.isMultiple(of: 2)), &dice)
      let license = try #require(content.license)
      #expect(license.established <= license.issued)
      #expect(license.issued < DeclaredCompany.submitted)
      for card in content.backs {
        let lawful = CardTerm.byLaw(born: card.person.born, issuedOn: card.validFrom)
        let term = try #require(CardTerm(from: card.validFrom, to: card.validTo))
        #expect(lawful.contains(term))
        #expect(card.validTo.map { DeclaredCompany.submitted < $0 } != false)
      }
      #expect(content.fronts.count == content.backs.count)
      #expect((content.declared.clerk != nil) == (content.fronts.count == 2))
    }
  }

  @Test func kindsAndQualitiesTakeTurns() {
    let planter = SubmissionPlanter(seed: 1, isHeldOut: false, kinds: [.missingBack, .cardSex])
    let drafts = (0..<8).map { planter.draft($0) }
    #expect(
      drafts.map(\.difference.kind)
        == Array(
          repeating: ["missing-emblem-side", "card-sex"], count: 4
        ).flatMap(\.self))
    for kind in [0, 1] {
      let qualities = stride(from: kind, to: 8, by: 2).map { drafts[$0].plan.quality }
      #expect(Set(qualities) == Set(Quality.pictures))
    }
    #expect(text(of: planter.draft(3).content) == text(of: drafts[3].content))
  }

  @Test func aRosterRowHasACellForEachKey() {
    var dice = Dice(seed: 7, stream: 0)
    let declared = Self.maker.content(Self.plan(hasOperator: false), &dice).declared
    let row = declared.rosterRow(folder: "甲 \"一\"")
    #expect(row.count == DeclaredCompany.rosterKeys.count)
    #expect(row[0] == "\"甲 \"\"一\"\"\"")
  }
}
