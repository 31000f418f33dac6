import Model
import Native
import Testing

@testable import Specimens

@Suite struct PaperFormTests {
  private func papers(_ form: PaperForm, _ count: Int = 4) throws -> [FormPaper] {
    try (0..<count).flatMap { index in
      try [false, true].map { isHeldOut in
        var dice = Dice(seed: 21, stream: index, part: isHeldOut ? 4 : 3)
        return try form.paper(isHeldOut: isHeldOut, &dice)
      }
    }
  }

  @Test(arguments: PaperForm.allCases)
  func truthHoldsByItself(form: PaperForm) throws {
    for document in try papers(form).flatMap(\.documents) {
      #expect(document.material == "business_license")
      #expect(document.facts.keys.sorted() == document.printed.keys.sorted())
      let illegible = document.illegible ?? []
      #expect(illegible == illegible.sorted())
      #expect(Set(document.facts.keys).isDisjoint(with: illegible))
      #expect(Set(document.implied.keys).isDisjoint(with: illegible))
    }
  }

  @Test(arguments: PaperForm.allCases)
  func numbersHaveTheirCheckDigits(form: PaperForm) throws {
    for document in try papers(form).flatMap(\.documents) {
      if let code = document.printed["license.credit_code"] {
        #expect(try #require(UnifiedSocialCreditCode(code)).isValid)
      }
      if let number = document.printed["license.registration_number"] {
        #expect(try #require(RegistrationNumber(number)).isCheckRight == true)
      }
    }
  }

  @Test(arguments: PaperForm.allCases)
  func everyPaperCanBeDrawnTwice(form: PaperForm) throws {
    let first = try papers(form, 2).map { try $0.sheet.picture(width: 300) }
    let second = try papers(form, 2).map { try $0.sheet.picture(width: 300) }
    #expect(first == second)
    #expect(Set(first.map(\.samples)).count > 1)
  }

  @Test func coveredValuesAreNotInTheTruth() throws {
    for document in try papers(.covered).flatMap(\.documents) {
      #expect(document.illegible?.isEmpty == false)
    }
  }

  @Test func rareLettersStandInTheTruth() throws {
    let rare = Set("囯䶮乂喆昇燚犇镕㛃龑垚啟峯叕㑇")
    for document in try papers(.rareLetters).flatMap(\.documents) {
      let head = try #require(document.printed["license.legal_representative"])
      #expect(!rare.isDisjoint(with: head))
    }
  }

  @Test func smallPicturesAreSmall() throws {
    for paper in try papers(.small, 2) {
      var dice = Dice(seed: 1, stream: 0)
      let shot = try shoot(paper, &dice)
      #expect((500...900).contains(max(shot.width, shot.height)))
    }
  }

  @Test func whatIsCutOffIsNotSeen() throws {
    var dice = Dice(seed: 1, stream: 0)
    var paper = try #require(try papers(.cut, 1).first)
    paper.view.cut = (0.5, 0, 0, 0)
    let visible = try #require(try shoot(paper, &dice).visible)
    let sheet = paper.sheet
    func share(_ from: Double, _ to: Double) -> Double {
      visible.share(
        of: SheetBox(
          x: sheet.width * from, y: sheet.height / 2, width: sheet.width * (to - from), height: 9))
    }
    #expect(share(0.1, 0.4) == 0)
    #expect(share(0.6, 0.9) == 1)
    #expect((0.3...0.7).contains(share(0.25, 0.75)))
    var document = paper.documents[0]
    document.show(.row(.name), 0)
    #expect(document.facts["license.name"] == nil)
    #expect(document.illegible?.contains("license.name") == true)
  }

  private func shoot(_ paper: FormPaper, _ dice: inout Dice) throws -> Shot {
    var shooting = Shooting(quality: .scan, isHeldOut: false)
    shooting.view = paper.view
    shooting.turn = 0
    return try shooting.shoot(paper.sheet, &dice)
  }

  @Test func theSameNumberGivesTheSameBytes() throws {
    let maker = SpecimenMaker(
      seed: 3, isHeldOut: false, quality: .scan, kinds: SpecimenKind.allCases,
      forms: [.issueDate, .openTerms])
    let first = try maker.make(1)
    #expect(first.truth.form == .openTerms)
    #expect(try maker.make(1).bytes == first.bytes)
  }

  @Test func neatPapersHaveNoForm() throws {
    let maker = SpecimenMaker(
      seed: 3, isHeldOut: false, quality: .scan, kinds: [.licensePortrait])
    let truth = try maker.make(0).truth
    #expect(truth.form == nil)
    #expect(truth.documents.allSatisfy { $0.illegible == nil })
  }
}
