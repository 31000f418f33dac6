import Model
import Testing

@testable import Recognition

/// 赟 is read as 赞, surely, with a small share of itself in the lattice.
@Suite struct RareNameLettersTests {
  private func line(_ text: String, _ rival: (place: Int, symbol: String, share: Float)? = nil)
    -> RecognizedLine
  {
    let letters = text.map(String.init)
    return RecognizedLine(
      characters: letters.indices.map {
        RecognizedCharacter(
          symbol: letters[$0], probability: 0.97,
          position: (Double($0) + 0.5) / Double(letters.count))
      },
      lattice: Lattice(
        frames: letters.indices.map { index in
          [Lattice.Choice(symbol: letters[index], probability: 0.97)]
            + [rival].compactMap { $0 }.filter { $0.place == index }.map {
              Lattice.Choice(symbol: $0.symbol, probability: $0.share)
            }
        }),
      frames: Array(letters.indices))
  }

  @Test(arguments: [("赟", 0.02, true), ("赟", 0.001, false), ("费", 0.02, false)])
  func aCommonLetterInPlaceOfARareOneIsDoubtful(symbol: String, share: Float, isDoubtful: Bool) {
    let read = line("向彤赞", (2, symbol, share)).doubtingRareLetters()
    #expect(read.text == "向彤赞")
    #expect(read.characters.prefix(2).allSatisfy { $0.probability == 0.97 })
    #expect((read.characters[2].probability < 0.8) == isDoubtful)
  }

  @Test func aRareLetterThatIsReadIsNotDoubtedForItself() {
    let read = line("向彤赟", (2, "赟", 0.9)).doubtingRareLetters()
    #expect(read.characters[2].probability == 0.97)
  }

  /// A second reading makes others surer; it sees the same picture.
  @Test(arguments: [true, false])
  func aSecondReadingLeavesItDoubtful(isInTheFirst: Bool) {
    let doubtful = line("向彤赞", (2, "赟", 0.02)).doubtingRareLetters()
    let sure = line("向彤赞")
    let merged =
      isInTheFirst
      ? SecondReading.merged(doubtful, sure) : SecondReading.merged(sure, doubtful)
    #expect(merged.characters[2].probability < 0.8)
    #expect(merged.characters[0].probability > 0.97)
  }

  /// Both neighbours differ, so that it is at neither end of what agrees.
  @Test func itStaysDoubtfulBetweenLettersThatDiffer() {
    let merged = SecondReading.merged(
      line("甲赞乙", (1, "赟", 0.02)).doubtingRareLetters(), line("丙赞丁"))
    #expect(merged.characters[1].probability < 0.8)
  }
}
