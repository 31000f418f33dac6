import Model
import Recognition
import Testing

@testable import Papers

@Suite struct TextLayerCheckTests {
  /// - Parameter rival: what the frame of the last letter might be as well.
  static func line(_ text: String, probability: Double = 0.99, rival: String? = nil)
    -> RecognizedLine
  {
    let letters = text.map(String.init)
    let frames = letters.enumerated().map { index, letter in
      var choices = [Lattice.Choice(symbol: letter, probability: Float(probability))]
      if let rival, index == letters.count - 1 {
        choices.append(Lattice.Choice(symbol: rival, probability: 0.05))
      }
      return choices
    }
    return RecognizedLine(
      characters: letters.map {
        RecognizedCharacter(symbol: $0, probability: probability, position: 0.5)
      }, lattice: Lattice(frames: frames), frames: Array(letters.indices))
  }

  @Test(arguments: [
    ("青山汽车修理厂", "青山汽车修理厂"), ("（2026）第8号", "(2026)第8号"), ("國務院", "国务院"),
    ("九一〇O", "九一00"), ("l00万", "100万"), ("青山，汽车。", "青山汽车"), ("10000", "1000"), ("。", "青山"),
    ("市", "20"), ("青山汽车", ""),
  ])
  func whatLooksTheSameIsNoDifference(claimed: String, seen: String) {
    #expect(!TextLayerCheck.differs(Self.line(claimed), from: Self.line(seen)))
  }

  @Test(arguments: [
    ("青山汽车修理厂", "海蓝汽车服务部"), ("100万元", "700万元"), ("100万元", "1000万元"), ("张三丰", "张丰"),
  ])
  func anotherLetterIsADifference(claimed: String, seen: String) {
    #expect(TextLayerCheck.differs(Self.line(claimed), from: Self.line(seen)))
  }

  @Test func moreLettersThanALineCanShowAreNotShown() {
    let claimed = Self.line(String(repeating: "青山汽车修理厂", count: 10_000))
    #expect(TextLayerCheck.differs(claimed, from: Self.line("青山汽车修理厂")))
  }

  @Test func anUnsureLetterIsNoWitness() {
    #expect(!TextLayerCheck.differs(Self.line("张三"), from: Self.line("张王", probability: 0.7)))
  }

  @Test func aLetterThatWasHeldPossibleIsNotContradicted() {
    #expect(!TextLayerCheck.differs(Self.line("张三"), from: Self.line("张王", rival: "三")))
    #expect(TextLayerCheck.differs(Self.line("张三"), from: Self.line("张王", rival: "五")))
  }

  @Test(arguments: [
    ("abc", "abc", []), ("abc", "axc", [Alignment.Difference.changed(1, 1)]),
    ("abc", "ac", [.missing(1)]), ("ac", "abc", [.added(1)]), ("", "a", [.added(0)]),
    ("ab", "", [.missing(0), .missing(1)]),
  ])
  func alignmentFindsTheFewestDifferences(
    first: String, second: String, expected: [Alignment.Difference]
  ) {
    #expect(Alignment(first.map(String.init), second.map(String.init)).differences == expected)
  }
}
