import Model
import Testing

@testable import Specimens

/// What is invented must hold by the checks of `Model`, which know nothing of the forge.
@Suite struct InventionTests {
  @Test(arguments: 0..<60)
  func licensesAreInOrder(index: Int) throws {
    var dice = Dice(seed: 7, stream: index)
    let license = License(index.isMultiple(of: 2) ? .landscape2019 : .portrait2014, &dice)
    switch license.number {
    case .creditCode(let text):
      let code = try #require(UnifiedSocialCreditCode(text))
      #expect(code.isValid)
      #expect(code.holderClass == (license.entity == .soleTrader ? "92" : "91"))
    case .registration(let text):
      #expect(try #require(RegistrationNumber(text)).isCheckRight == true)
    }
    #expect(license.established <= license.issued)
    #expect(ChineseDate.parse(license.establishedText) == license.established)
    #expect(ChineseDate.parse(license.issuedText) == license.issued)
    if let capital = license.capital {
      let amount = try #require(ChineseAmount(parsing: capital.text), "\(capital.text)")
      #expect(amount.amount == capital.yuan)
      #expect(amount.currency == capital.currency)
    }
  }

  @Test(arguments: 0..<60)
  func peopleAreInOrder(index: Int) throws {
    var dice = Dice(seed: 8, stream: index)
    let card = Card(Person(&dice), &dice)
    let person = card.person
    let number = try #require(ResidentIdentityNumber(person.number))
    #expect(number.isValid)
    #expect(number.birthDate == person.born)
    #expect(number.sex.chinese == person.sex)
    #expect(card.authority.contains("公安局"))
    #expect(card.validTo.map { $0 > card.validFrom } != false)
  }

  @Test func everyLayoutShowsEveryField() {
    let fields: Set<License.Field> = [
      .name, .type, .form, .head, .capital, .established, .term, .address, .scope,
    ]
    for generation in [Generation.landscape2019, .portrait2014] {
      for layout in LicenseLayout.all(generation) {
        #expect(Set(layout.columns.flatMap(\.fields)) == fields)
      }
    }
  }
}
