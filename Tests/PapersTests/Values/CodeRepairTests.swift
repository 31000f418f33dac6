import Model
import Native
import ReadingBench
import Recognition
import Testing

@testable import Papers

/// Check digits confirm what was read; they mend one letter where the recognizer itself saw the other.
@Suite struct CodeRepairTests {
  private static let code = WashCard.code
  private static let schemes: (credit: String, identity: String, registration: String) = (
    "[0-9A-HJ-NPQRTUWXY]{18}", "[0-9]{17}[0-9X]", "[0-9]{15}|[0-9]{13}"
  )

  /// The card with another text as its code, and what else its letters could be.
  private func card(
    code: String, alternatives: [Int: [(String, Float)]] = [:], method: EvidenceMethod = .ocr,
    height: Double = HandPage.em / 0.72
  ) throws -> (fact: Fact?, notices: [Notice]) {
    var page = HandPage()
    page.write("洗车会员证", x: 400, y: 60)
    page.write("会员名称", x: 110, y: 200)
    page.write("海蓝汽车服务部", x: 340, y: 200)
    page.write("信用代码", x: 110, y: 300, height: height)
    page.write(code, x: 340, y: 300, alternatives: alternatives, height: height)
    page.write("发证单位", x: 110, y: 400)
    page.write("星河市洗车协会", x: 340, y: 400)
    let read = page.read(as: try WashCard.definition(), method: method)
    let document = try #require(read.documents.first)
    return (document.facts.first { $0.key == "wash.code" }, read.notices)
  }

  private static func with(_ letter: String, at place: Int) -> String {
    var letters = code.map(String.init)
    letters[place] = letter
    return letters.joined()
  }

  @Test func aRightCodeIsConfirmed() throws {
    let fact = try #require(try card(code: Self.code).fact)
    #expect(fact.value == .string(Self.code) && fact.confidence >= 0.99)
    #expect(fact.evidence.first?.method == .ocr)
  }

  /// Dirt between two letters is a point in the reading; the check digits say that it is none on the paper.
  @Test(arguments: [".", "·", ","])
  func aSpeckWithinARightCodeIsLeftOut(speck: String) throws {
    var letters = Self.code.map(String.init)
    letters.insert(speck, at: 6)
    let fact = try #require(try card(code: letters.joined()).fact)
    #expect(fact.value == .string(Self.code) && fact.confidence >= 0.85 && fact.confidence < 0.97)
    #expect(fact.evidence.first?.raw == letters.joined())
    #expect(fact.evidence.first?.method == .ocrChecksum)
    letters[2] = letters[2] == "7" ? "4" : "7"
    #expect(try card(code: letters.joined()).fact == nil)
  }

  @Test(arguments: ["-", ":", "年"])
  func otherSignsPartNumbers(sign: String) throws {
    var letters = Self.code.map(String.init)
    letters.insert(sign, at: 6)
    #expect(try card(code: letters.joined()).fact == nil)
  }

  @Test(arguments: [0, 5, 8, 11, 16, 17])
  func oneWrongLetterIsMendedFromItsAlternatives(place: Int) throws {
    let right = String(Array(Self.code)[place])
    let wrong = Self.with(right == "7" ? "4" : "7", at: place)
    let fact = try #require(try card(code: wrong, alternatives: [place: [(right, 0.2)]]).fact)
    #expect(fact.value == .string(Self.code))
    #expect(fact.evidence.first?.method == .ocrChecksum)
    #expect(fact.evidence.first?.raw == wrong)
    #expect(fact.confidence > 0.85 && fact.confidence < 0.99)
  }

  @Test func anUnlikelyAlternativeIsDoubtful() throws {
    let wrong = Self.with("7", at: 5)
    let right = String(Array(Self.code)[5])
    let fact = try #require(try card(code: wrong, alternatives: [5: [(right, 0.002)]]).fact)
    #expect(fact.value == .string(Self.code) && fact.confidence < 0.85)
  }

  /// Two codes with right check digits are one letter away each: nobody knows which.
  @Test func twoCandidatesAreNone() throws {
    // 91440300MA5ABCD19W and 914403001U5ABCD19W are both right.
    let wrong = "914403001A5ABCD19W"
    let fact = try card(code: wrong, alternatives: [8: [("M", 0.2)], 9: [("U", 0.2)]]).fact
    #expect(fact?.value == .string(wrong))
    #expect(fact?.evidence.first?.method == .ocr)
    #expect((fact?.confidence ?? 0) < 0.85)
    let one = try card(code: wrong, alternatives: [8: [("M", 0.2)]]).fact
    #expect(one?.value == .string(Self.code))
  }

  @Test func aLetterThatTheRecognizerDidNotSeeIsNotPutIn() throws {
    let wrong = Self.with("7", at: 5)
    let fact = try card(code: wrong, alternatives: [5: [("4", 0.1)], 9: [("H", 0.1)]]).fact
    #expect(fact?.value == .string(wrong) && fact?.evidence.first?.method == .ocr)
    #expect((fact?.confidence ?? 0) < 0.85)
  }

  /// What would need two letters mended is not mended.
  @Test func twoWrongLettersStay() throws {
    var letters = Self.code.map(String.init)
    (letters[3], letters[12]) = ("7", "7")
    let right = Self.code.map(String.init)
    let wrong = letters.joined()
    let fact = try card(
      code: wrong, alternatives: [3: [(right[3], 0.2)], 12: [(right[12], 0.2)]]
    ).fact
    #expect(fact?.value != .string(Self.code))
    #expect(fact?.evidence.first?.method != .ocrChecksum)
  }

  @Test(arguments: [-1, -2, 1])
  func nothingIsAddedOrDropped(change: Int) throws {
    let text = change > 0 ? "1" + Self.code : String(Self.code.dropLast(-change))
    let all = Dictionary(
      uniqueKeysWithValues: text.indices.enumerated().map { index, _ in
        (index, [("W", Float(0.2)), ("", 0.3), ("1", 0.1)])
      })
    let read = try card(code: text, alternatives: all)
    #expect(read.fact == nil)
    #expect(read.notices.contains { $0.details["fact"] == "wash.code" })
  }

  /// A choice of "nothing" (CTC's blank) or of two letters is no other letter.
  @Test func blanksAndLigaturesAreNoAlternatives() throws {
    let wrong = Self.with("7", at: 5)
    let fact = try card(code: wrong, alternatives: [5: [("", 0.4), ("03", 0.3)]]).fact
    #expect(fact?.value == .string(wrong) && fact?.evidence.first?.method == .ocr)
  }

  @Test func aTextLayerIsNeverMended() throws {
    let wrong = Self.with("7", at: 5)
    let right = String(Array(Self.code)[5])
    let fact = try card(code: wrong, alternatives: [5: [(right, 0.2)]], method: .textLayer).fact
    #expect(fact?.value == .string(wrong) && fact?.evidence.first?.method == .textLayer)
  }

  @Test func tinyPrintIsNotMended() throws {
    let wrong = Self.with("7", at: 5)
    let right = String(Array(Self.code)[5])
    let fact = try card(code: wrong, alternatives: [5: [(right, 0.2)]], height: 10.5).fact
    #expect(fact?.value != .string(Self.code))
  }

  /// One check digit lets one of eleven wrong numbers pass: only the likeliest alternative is tried.
  @Test func identityNumbersHaveOneTry() throws {
    let number = "11010119900307761X"
    let pattern = try RegularExpression(Self.schemes.identity)
    let reader = CodeReader(scheme: .gb11643, pattern: pattern)
    let check = try #require(
      Array("0123456789X").first { reader.isRight(String(number.dropLast()) + String($0)) })
    let right = String(number.dropLast()) + String(check)
    var letters = right.map(String.init)
    letters[4] = "7"
    let wrong = letters.joined()
    func mended(_ alternatives: [Int: [(String, Float)]]) -> String? {
      var page = HandPage()
      page.write(wrong, x: 0, y: 0, alternatives: alternatives)
      let text = PageText(lines: page.lines, level: PageLevel(boxes: [], width: 9, height: 9))
      let reading = text.reading(
        of: [text.segment(line: 0, range: 0..<18)],
        at: PagePlace(file: "a", page: 0, toEvidence: { $0 }, method: .ocr))
      return reader.repaired(reading, lines: text.lines)?.text
    }
    #expect(mended([4: [("0", 0.2)]]) == right)
    #expect(mended([4: [("0", 0.2)], 16: [("3", 0.3)]]) == nil)
    #expect(mended([:]) == nil)
  }

  @Test(arguments: [("I", "1"), ("O", "0"), ("Z", "2"), ("Ｓ", "5"), ("l", "L"), ("a", "A")])
  func lettersThatCodesLeaveOutAreDigits(symbol: String, folded: String) throws {
    let reader = CodeReader(
      scheme: .gb32100, pattern: try RegularExpression(Self.schemes.credit))
    #expect(reader.fold(symbol) == folded)
  }

  @Test(arguments: ["码", "-", " ", "", "①", "12"])
  func otherSignsAreNoLetters(symbol: String) throws {
    let reader = CodeReader(
      scheme: .gb32100, pattern: try RegularExpression(Self.schemes.credit))
    #expect(reader.fold(symbol) == nil)
  }
}
