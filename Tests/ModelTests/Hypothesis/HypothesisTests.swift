import Model
import Testing

/// A line as a recognizer would keep it: for each letter its own frame, then a blank; `doubts` say what else a
/// letter could be and how likely.
func lattice(_ text: String, doubts: [Int: [(String, Float)]] = [:]) -> Lattice {
  var frames: [[Lattice.Choice]] = [[Lattice.Choice(symbol: "", probability: 0.9999)]]
  for (index, character) in text.enumerated() {
    let rivals = doubts[index] ?? []
    let rest = rivals.reduce(Float(0)) { $0 + $1.1 }
    let own = Lattice.Choice(symbol: String(character), probability: max(0.0001, 0.9998 - rest))
    let others = rivals.map { Lattice.Choice(symbol: $0.0, probability: $0.1) }
    frames.append(([own] + others).sorted { $0.probability > $1.probability })
    frames.append([
      Lattice.Choice(symbol: "", probability: 0.9998),
      Lattice.Choice(symbol: String(character), probability: 0.0002),
    ])
  }
  return Lattice(frames: frames)
}

@Suite struct HypothesisTests {
  private func evidence(_ lattices: Lattice...) -> Evidence {
    Evidence(file: "a.jpg", page: 0, method: .ocr, lattices: lattices)
  }

  private func test(
    _ value: Value, _ evidence: [Evidence], kind: Hypothesis.Kind = .text,
    profile: String = "company"
  ) throws -> HypothesisTest? {
    let normalization = try #require(TextNormalization(profile: profile))
    let hypothesis = try #require(
      Hypothesis(value, kind: kind, normalization: normalization))
    return hypothesis.test(evidence, fact: "license.name", against: "declared.company.name")
  }

  @Test(arguments: ["深圳市星河科技有限公司", "深圳市星河科技 有限公司"])
  func whatTheLineSaysAgrees(_ text: String) throws {
    let test = try test(.string(text), [evidence(lattice("深圳市星河科技有限公司"))])
    #expect(test?.outcome == .agree)
  }

  @Test func clearlyAnotherLetterContradicts() throws {
    let test = try test(.string("深圳市银河科技有限公司"), [evidence(lattice("深圳市星河科技有限公司"))])
    #expect(test?.outcome == .contradict)
    #expect(test?.place == 4)
    #expect(test?.wanted == "银")
    #expect(test?.seen == "星")
    #expect((test?.score).map { $0 < -8 } == true)
  }

  @Test func unsureLetterMayBeTheDeclaredOne() throws {
    let line = lattice("深圳市星河科技有限公司", doubts: [3: [("银", 0.3)]])
    #expect(try test(.string("深圳市银河科技有限公司"), [evidence(line)])?.outcome == .agree)
    #expect(try test(.string("深圳市星河科技有限公司"), [evidence(line)])?.outcome == .agree)
  }

  @Test func letterThatIsHardlyPossibleIsForAPerson() throws {
    let line = lattice("深圳市星河科技有限公司", doubts: [3: [("银", 0.005)]])
    #expect(try test(.string("深圳市银河科技有限公司"), [evidence(line)])?.outcome == .unclear)
  }

  @Test(arguments: ["深圳市星河科技限公司", "深圳市星河河科技有限公司", "深圳市星河科技有限公司分"])
  func lettersTooFewOrTooManyDoNotAgree(_ text: String) throws {
    let test = try test(.string(text), [evidence(lattice("深圳市星河科技有限公司"))])
    #expect(test?.outcome != .agree)
  }

  @Test func anotherLineAltogetherIsNoProof() throws {
    let test = try test(.string("北京明月贸易有限公司"), [evidence(lattice("住所广州市天河区体育西路"))])
    #expect(test?.outcome == .unclear)
  }

  @Test func valueOverTwoLines() throws {
    let lines = evidence(lattice("深圳市星河科技"), lattice("技术有限公司"))
    #expect(try test(.string("深圳市星河科技技术有限公司"), [lines])?.outcome == .agree)
    #expect(try test(.string("深圳市星河科技术有限公司"), [lines])?.outcome != .agree)
  }

  @Test func punctuationBesideTheValueIsFree() throws {
    let test = try test(.string("深圳市星河科技有限公司"), [evidence(lattice("：深圳市星河科技有限公司。"))])
    #expect(test?.outcome == .agree)
  }

  @Test func bracketsCountAsOneSign() throws {
    let line = evidence(lattice("云铭（长沙）贸易有限公司"))
    #expect(try test(.string("云铭(长沙)贸易有限公司"), [line])?.outcome == .agree)
  }

  @Test func shortNamesMustFitBetter() throws {
    // A loss of 2.5: enough for a long text, too much for a name of three letters.
    let doubt: [(String, Float)] = [("未", 0.076)]
    let long = evidence(lattice("末深圳市星河科技", doubts: [0: doubt]))
    let short = evidence(lattice("末小明", doubts: [0: doubt]))
    #expect(try test(.string("未深圳市星河科技"), [long])?.outcome == .agree)
    #expect(try test(.string("未小明"), [short], profile: "person")?.outcome == .unclear)
  }

  @Test(arguments: ["2015年3月2日", "2015年03月02日", "2015.03.02", "二〇一五年三月二日"])
  func datesInTheWaysTheyArePrinted(_ printed: String) throws {
    let right = try #require(CalendarDate(iso: "2015-03-02"))
    let wrong = try #require(CalendarDate(iso: "2015-03-12"))
    let line = evidence(lattice("成立日期" + printed))
    #expect(try test(.date(right), [line], kind: .date)?.outcome == .agree)
    #expect(try test(.date(wrong), [line], kind: .date)?.outcome != .agree)
  }

  @Test func codeWithWrongCheckCharactersIsRefusedByArithmetic() throws {
    let line = evidence(lattice("91430100MAGER0L0X7"))
    let test = try test(
      .string("91430100MAGER0L0X8"), [line], kind: .code(.gb32100), profile: "code")
    #expect(test?.outcome == .contradict)
    #expect(test?.method == .checkDigits)
  }

  @Test func codeWithBlurredDigitsAgrees() throws {
    // Read as ...100V43, which no credit code holds.
    let line = lattice("91350100M0O0100Y43", doubts: [4: [("0", 0.001)], 13: [("1", 0.4)]])
    let test = try test(
      .string("91350100M000100Y43"), [evidence(line)], kind: .code(.gb32100), profile: "code")
    #expect(test?.outcome == .agree)
    #expect(test?.method == .wholeText)
  }

  @Test func copiesMustNotContradictEachOther() throws {
    let same = evidence(lattice("深圳市星河科技有限公司"))
    let other = evidence(lattice("深圳市银河科技有限公司"))
    #expect(try test(.string("深圳市星河科技有限公司"), [same, same])?.outcome == .agree)
    #expect(try test(.string("深圳市星河科技有限公司"), [same, other])?.outcome == .unclear)
  }

  @Test func withoutLinesThereIsNothingToTry() throws {
    let plain = Evidence(file: "a.pdf", page: 0, method: .textLayer, raw: "深圳")
    #expect(try test(.string("深圳"), [plain]) == nil)
    #expect(try test(.string("深圳"), [evidence(Lattice(frames: []))]) == nil)
  }

  @Test func lineTooShortForTheTextIsUnclear() throws {
    let test = try test(.string("深圳市星河科技有限公司"), [evidence(lattice("深"))])
    #expect(test?.outcome == .unclear)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func anyFramesGiveAnAnswer(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let symbols = ["", "深", "圳", " ", "1", "㈱", "（", "一"]
    let frames = (0..<next(30)).map { _ in
      (0..<next(4)).map { _ in
        Lattice.Choice(
          symbol: symbols[next(symbols.count)], probability: Float(next(10_001)) / 10_000)
      }
    }
    let test = try test(.string("深圳1一"), [evidence(Lattice(frames: frames))])
    if let test { #expect(test.score <= 0.01) }
  }
}
