import Model
import Native
import Testing

@testable import Specimens

@Suite struct PaperFormTests {
  private func papers(_ form: PaperForm, _ count: Int = 6) throws -> [FormPaper] {
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
    let first = try papers(form, 3).map { try $0.sheet.picture(width: 300) }
    let second = try papers(form, 3).map { try $0.sheet.picture(width: 300) }
    #expect(first == second)
    #expect(Set(first.map(\.samples)).count > 1)
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
