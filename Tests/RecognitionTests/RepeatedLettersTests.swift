import Model
import Testing

@testable import Recognition

/// Boxes of one line that show the same letters, ten pixels each.
@Suite struct RepeatedLettersTests {
  private func line(_ text: String, from start: Double, y: Double = 100, angle: Double = 0)
    -> PageLine
  {
    let letters = text.map(String.init)
    let width = 10 * Double(letters.count)
    return PageLine(
      line: RecognizedLine(
        characters: letters.indices.map {
          RecognizedCharacter(
            symbol: letters[$0], probability: 1,
            position: (Double($0) + 0.5) / Double(letters.count))
        },
        lattice: Lattice(frames: letters.map { [Lattice.Choice(symbol: $0, probability: 1)] }),
        frames: Array(letters.indices)),
      box: TextBox(
        center: Point(x: start + width / 2, y: y), width: width, height: 12, angle: angle, score: 1)
    )
  }

  @Test(arguments: [
    ("通讯设备", 0.0, "备销售", 30.0, ["通讯设备", "销售"]),
    // Half of 设, read as another letter, goes with what is repeated.
    ("通讯设备", 0.0, "没备销售", 20.0, ["通讯设备", "销售"]),
    // One box shows nothing of its own.
    ("通讯设备", 0.0, "备", 30.0, ["通讯设备"]),
    // Side by side, and apart.
    ("通讯设备", 0.0, "备销售", 40.0, ["通讯设备", "备销售"]),
    ("通讯设备", 0.0, "备销售", 80.0, ["通讯设备", "备销售"]),
    // Other letters.
    ("通讯设备", 0.0, "用销售", 30.0, ["通讯设备", "用销售"]),
    // Two digits fit into the place of one letter.
    ("2020年01月2", 0.0, "2日", 80.0, ["2020年01月2", "2日"]),
  ])
  func aLetterIsInOneLineAlone(
    left: String, start: Double, right: String, place: Double, texts: [String]
  ) {
    let lines = RepeatedLetters.removed(from: [line(left, from: start), line(right, from: place)])
    #expect(lines.map(\.line.text) == texts)
    let swapped = RepeatedLetters.removed(
      from: [line(right, from: place), line(left, from: start)])
    #expect(Set(swapped.map(\.line.text)) == Set(texts))
  }

  @Test func linesBelowOneAnotherKeepTheirLetters() {
    let lines = [line("通讯设备", from: 0), line("备销售", from: 30, y: 115)]
    #expect(RepeatedLetters.removed(from: lines) == lines)
  }

  /// A stamp's letters lean against the print that they cross.
  @Test func linesThatLeanKeepTheirLetters() {
    let lines = [line("通讯设备", from: 0), line("备销售", from: 30, angle: 0.4)]
    #expect(RepeatedLetters.removed(from: lines) == lines)
  }

  @Test func whatIsLeftKeepsItsPlaceAndItsLattice() throws {
    let rest = try #require(
      RepeatedLetters.removed(from: [line("通讯设备", from: 0), line("备销售", from: 30)]).last)
    #expect(abs(rest.box.point(at: rest.line.characters[0].position).x - 45) < 0.01)
    #expect(abs(rest.box.width - 20) < 0.01)
    for (character, frame) in zip(rest.line.characters, rest.line.frames) {
      #expect(rest.line.lattice.frames[frame].first?.symbol == character.symbol)
    }
    #expect(rest.line.lattice.frames.count == 2)
  }
}
