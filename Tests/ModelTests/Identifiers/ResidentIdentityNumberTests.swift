import Model
import Testing

@Suite struct ResidentIdentityNumberTests {
  @Test(arguments: [
    "11010519491231002X", "440524188001010014", "360426199101010071", "44011320141005001X",
    "412723199010050012", "110102199101010078", "120110198012010073", "120110199212010072",
    "110101199003078670", "440308199901101512", "500154199804106120", "411082198901010002",
    "44040119580101000X", "140120197901010008", "441282198101011230", "362324198001010014",
    "430302199312194239", "110101197810270029", "362322198709086409",
  ])
  func samplesAreValid(text: String) throws {
    #expect(try #require(ResidentIdentityNumber(text)).isValid)
    #expect(Checksum.isRight(text, scheme: .gb11643) == true)
  }

  @Test(arguments: [
    "44030819990110", "111111199901101512", "440308199902301512", "440308199901101513",
    "36042619910102009X", "360426199113010079", "990426199112010074", "11010119900307867X",
    "810000199408230022", "830000199201300021", "", "1101051949123100２一",
  ])
  func othersAreNot(text: String) {
    #expect(Checksum.isRight(text, scheme: .gb11643) == false)
  }

  /// The county is younger than the bearer: no reason to refuse a number (people move and re-register).
  @Test func regionsYoungerThanTheBearerPass() {
    #expect(Checksum.isRight("500154199301135886", scheme: .gb11643) == true)
  }

  @Test(arguments: ["810000199408230021", "830000199201300022"])
  func residencePermits(text: String) throws {
    let number = try #require(ResidentIdentityNumber(text))
    #expect(number.isResidencePermit)
    #expect(number.isValid)
  }

  @Test func upgradesFifteenDigits() {
    #expect(ResidentIdentityNumber(upgrading: "610104620927690")?.text == "610104196209276908")
    #expect(Checksum.isRight("610104620927690", scheme: .gb11643) == nil)
    #expect(ResidentIdentityNumber(upgrading: "610104621327690") == nil)
    #expect(Checksum.isRight("610104621327690", scheme: .gb11643) == false)
  }

  @Test(arguments: [
    "11010519491231002x", "11010519491231002×", "11010519491231002Ⅹ", "11010519491231002✗",
    "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 002X",
  ])
  func foldsWidthSpacesAndFinalX(text: String) {
    #expect(ResidentIdentityNumber(text)?.text == "11010519491231002X")
  }

  @Test func parts() throws {
    let number = try #require(ResidentIdentityNumber("11010519491231002X"))
    #expect(number.region == "110105")
    #expect(number.birthDate == CalendarDate(year: 1949, month: 12, day: 31))
    #expect(number.sex == .female)
    #expect(number.sex.chinese == "女")
    #expect(ResidentIdentityNumber("440524188001010014")?.sex == .male)
  }

  @Test(arguments: ["911398199012310021", "KAZ110090123105"])
  func foreignPermanentResidents(text: String) throws {
    let number = try #require(ForeignPermanentResidentNumber(text))
    #expect(number.birthDate == CalendarDate(year: 1990, month: 12, day: 31))
    #expect(Checksum.isRight(text, scheme: .fpr) == true)
    #expect(Checksum.isRight(text, scheme: .gb32100) == false)
  }

  @Test(arguments: [
    "911398199012310022", "KAZ110090123107", "999398199012310021", "911999199012310021",
    "XXX110090123105", "811398199012310021", "KAZ11009012310", "",
  ])
  func othersAreNoForeignResidents(text: String) {
    #expect(Checksum.isRight(text, scheme: .fpr) == false)
  }

  @Test(arguments: [("999398", "19901231002"), ("911999", "19901231002")])
  func regionAndNationalityAreLookedAtWhereTheCheckIsRight(head: String, tail: String) throws {
    let numbers = "0123456789X".map { head + tail + String($0) }
      .compactMap(ForeignPermanentResidentNumber.init)
    let right = try #require(numbers.first { $0.isCheckRight })
    #expect(!right.isValid)
  }

  @Test(arguments: ["110108000000016", "110108012660422", "110108000673293"])
  func registrationNumbers(text: String) {
    #expect(Checksum.isRight(text, scheme: .gs15) == true)
  }

  @Test(arguments: [
    "110108000000017", "330100400067581", "440300000025945", "440301104001819", "",
    "11010800000001X",
  ])
  func otherRegistrationNumbers(text: String) {
    #expect(Checksum.isRight(text, scheme: .gs15) == false)
  }

  @Test func oldRegistrationNumbersCannotBeChecked() {
    #expect(Checksum.isRight("4403011234567", scheme: .gs15) == nil)
    #expect(RegistrationNumber("110108000000016")?.authority == "110108")
  }
}
