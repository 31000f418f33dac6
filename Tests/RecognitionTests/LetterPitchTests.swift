import Model
import Testing

@testable import Recognition

/// Letters of one width, as printed; a space is a place that nothing was read in.
@Suite struct LetterPitchTests {
  private func line(_ text: String, squeezed: Set<Int> = []) -> RecognizedLine {
    var place = 0.0
    var characters: [RecognizedCharacter] = []
    for (index, letter) in text.enumerated() {
      place += squeezed.contains(index) ? 0 : 1
      if letter != " " {
        characters.append(
          RecognizedCharacter(symbol: String(letter), probability: 1, position: place))
      }
    }
    for index in characters.indices { characters[index].position /= place + 1 }
    return RecognizedLine(
      characters: characters, lattice: Lattice(frames: []),
      frames: [Int](repeating: 0, count: characters.count))
  }

  @Test(arguments: [
    ("办公用品销售 物业管理服务", [5]), ("礼仪用品销售（制品除外） 许可项目", [10]), ("广州市光华大道 段三楼", [6]),
    ("办公用品销售；物业管理服务", []), ("礼仪用品销售（制品除外）。许可项目", []), ("光 大", []),
    ("光华大道一段750 号嘉禾大厦三楼西侧", []),
  ])
  func aPlaceWithoutALetterIsSeen(text: String, before: [Int]) {
    #expect(line(text).lettersBeforeHoles == before)
  }

  /// A sign with no place of its own.
  @Test func aSpeckIsNoSign() {
    #expect(line("太阳能发.电技术服务", squeezed: [4]).lettersBeforeCrowds == [3])
    #expect(line("太阳能发、电技术服务").lettersBeforeCrowds.isEmpty)
    #expect(line("太阳能发电技术服务").lettersBeforeCrowds.isEmpty)
  }

  @Test func aReadingWithoutASpeckIsPreferred() {
    let speck = line("太阳能发.电技术服务", squeezed: [4])
    let plain = line("太阳能发电技术服务")
    #expect(SecondReading.merged(speck, plain).text == plain.text)
  }
}
