import Model
import Testing

@Suite struct UnifiedSocialCreditCodeTests {
  @Test(arguments: PublicCodes.valid)
  func bothCheckCharactersAreRight(code: String) throws {
    let parsed = try #require(UnifiedSocialCreditCode(code))
    #expect(parsed.isOuterCheckRight)
    #expect(parsed.isInnerCheckRight)
    #expect(!parsed.isPilotCode)
    #expect(Checksum.isRight(code, scheme: .gb32100) == true)
  }

  @Test(arguments: PublicCodes.invalid)
  func madeUpCodesAreWrong(code: String) {
    #expect(Checksum.isRight(code, scheme: .gb32100) == false)
  }

  @Test func residentNumberThatPassesTheOuterCheckIsNoCode() throws {
    let code = try #require(UnifiedSocialCreditCode("362322198709086409"))
    #expect(code.isOuterCheckRight)
    #expect(!code.isValid)
  }

  @Test(arguments: ["91350100M0001TGQXM", "91350211M0000XUF46", "91350203M0001FUE2P"])
  func pilotCodesAreNeitherRightNorWrong(code: String) throws {
    #expect(try #require(UnifiedSocialCreditCode(code)).isPilotCode)
    #expect(Checksum.isRight(code, scheme: .gb32100) == nil)
  }

  @Test func pilotFormElsewhereIsWrong() {
    // The same organization code under another region: no pilot there.
    #expect(Checksum.isRight("91340100M0001TGQXM", scheme: .gb32100) == false)
  }

  @Test func standardsOwnExample() {
    #expect(UnifiedSocialCreditCode.checkCharacter(ofBody: "91350100M000100Y4") == "3")
    #expect(UnifiedSocialCreditCode("91350100M000100Y43")?.isValid == true)
  }

  @Test(arguments: [
    "９１４４０３００７１５２６７２６ＸＧ", " 91440300 71526726 XG ", "91440300-71526726-X-G",
    "9144030071526726xg",
  ])
  func foldsWidthCaseSpacesAndHyphens(text: String) {
    #expect(UnifiedSocialCreditCode(text)?.text == "9144030071526726XG")
  }

  @Test(arguments: [
    "", "9144030071526726X", "9144030071526726XGG", "91110108MAO1C8JT7A", "9144030071526726XI",
    "91440300715２一726XG",
  ])
  func otherTextsAreNoCode(text: String) {
    #expect(UnifiedSocialCreditCode(text) == nil)
    #expect(Checksum.isRight(text, scheme: .gb32100) == false)
  }

  @Test func parts() throws {
    let code = try #require(UnifiedSocialCreditCode("9144030071526726XG"))
    #expect(code.department == "9")
    #expect(code.holderClass == "91")
    #expect(code.region == "440300")
    #expect(code.organizationCode == "71526726X")
  }

  @Test func everySingleSubstitutionAndSwapIsFound() throws {
    let right = Array("9144030071526726XG")
    for index in right.indices {
      for symbol in UnifiedSocialCreditCode.alphabet where symbol != right[index] {
        var wrong = right
        wrong[index] = symbol
        #expect(UnifiedSocialCreditCode(String(wrong))?.isValid == false)
      }
    }
    for index in right.indices.dropLast() where right[index] != right[index + 1] {
      var wrong = right
      wrong.swapAt(index, index + 1)
      #expect(UnifiedSocialCreditCode(String(wrong))?.isValid == false)
    }
  }

  @Test(arguments: [("M000100Y", "4"), ("71526726", "X"), ("19220382", "1")])
  func organizationCodes(body: String, check: Character) throws {
    #expect(OrganizationCode.checkCharacter(ofBody: body) == check)
    #expect(Checksum.isRight("\(body)-\(check)", scheme: .gb11714) == true)
    let wrong: Character = check == "7" ? "8" : "7"
    #expect(Checksum.isRight("\(body)-\(wrong)", scheme: .gb11714) == false)
  }

  @Test(arguments: ["", "M000100Y", "M000100Y-44", "M000100Y-A", "M00010?Y-4"])
  func otherTextsAreNoOrganizationCode(text: String) {
    #expect(OrganizationCode(text) == nil)
    #expect(Checksum.isRight(text, scheme: .gb11714) == false)
  }
}
