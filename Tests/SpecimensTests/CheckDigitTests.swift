import Testing

@testable import Specimens

@Suite struct CheckDigitTests {
  @Test(arguments: [
    "91350100M000100Y43", "91340600MA2PBP2120", "9144030071526726XG", "914403001922038216",
  ])
  func creditCodes(code: String) {
    let characters = Array(code)
    #expect(CheckDigits.creditCode(Array(characters.prefix(17))) == characters[17])
    #expect(CheckDigits.organizationCode(Array(characters[8..<16])) == characters[16])
  }

  @Test(arguments: ["110108000000016", "110108012660422"])
  func registrationNumbers(number: String) {
    let digits = number.compactMap(\.wholeNumberValue)
    #expect(CheckDigits.registrationNumber(Array(digits.prefix(14))) == digits[14])
  }

  @Test(arguments: ["11010519491231002X", "440524188001010014", "360426199101010071"])
  func identityNumbers(number: String) {
    let digits = number.prefix(17).compactMap(\.wholeNumberValue)
    #expect(CheckDigits.identityNumber(digits) == number.last)
  }

  @Test(arguments: [
    (10, "壹拾万"), (101, "壹佰零壹万"), (600, "陆佰万"), (3050, "叁仟零伍拾万"), (10000, "壹亿"), (12500, "壹亿贰仟伍佰万"),
    (10005, "壹亿零伍万"),
  ])
  func formalNumerals(tenThousands: Int, text: String) {
    #expect(ChineseNumerals.formal(tenThousands: tenThousands) == text)
  }
}
