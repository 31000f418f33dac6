import Model
import Testing

@testable import Recognition

@Suite struct NumberWindowTests {
  /// A line of letters of one width, with a frame of nothing before each.
  private func reading(_ text: String) -> RecognizedLine {
    let letters = Array(text)
    return RecognizedLine(
      characters: letters.indices.map {
        RecognizedCharacter(
          symbol: String(letters[$0]), probability: 1,
          position: (Double($0) + 0.5) / Double(letters.count))
      },
      lattice: Lattice(
        frames: letters.flatMap {
          [
            [Lattice.Choice(symbol: "", probability: 1)],
            [Lattice.Choice(symbol: String($0), probability: 1)],
          ]
        }),
      frames: letters.indices.map { 2 * $0 + 1 })
  }

  @Test(arguments: [
    ("青秀区中山路41号", [6...7]), ("4幢", [0...0]), ("楼12", [1...2]), ("没有数字", []),
    ("路41号3幢", [1...4]), ("12号楼甲单元乙座345室", [0...1, 9...11]), ("", []),
  ])
  func numbersAreFound(text: String, numbers: [ClosedRange<Int>]) {
    let windows = NumberWindow.windows(of: reading(text))
    #expect(windows.map(\.characters) == numbers)
    for window in windows {
      #expect(window.start >= 0 && window.end <= 1 && window.start < window.end)
    }
  }

  @Test func aWindowHasTwoLettersOnEitherSide() throws {
    let window = try #require(NumberWindow.windows(of: reading("青秀区中山路41号楼甲乙丙")).first)
    #expect(abs(window.start - 4.0 / 13) < 1e-9)
    #expect(abs(window.end - 10.0 / 13) < 1e-9)
  }

  @Test(arguments: [
    // The digits that ran into one, and those that were taken for another.
    ("青秀区中山路41号楼甲乙", "山路411号楼", "青秀区中山路411号楼甲乙"), ("中山路41号楼甲乙", "山路47号楼", "中山路47号楼甲乙"),
    // At the ends of the line.
    ("1号楼甲", "11号楼", "11号楼甲"), ("甲乙楼1", "乙楼111", "甲乙楼111"),
    // Letters cut in half at the window's own ends.
    ("青秀区中山路41号楼甲乙", "一路411号一", "青秀区中山路411号楼甲乙"),
  ])
  func theNumberIsReplaced(text: String, seen: String, better: String) throws {
    let line = reading(text)
    let window = try #require(NumberWindow.windows(of: line).first)
    let whole = try #require(window.replaced(in: line, by: reading(seen)))
    #expect(whole.text == better)
    for (character, frame) in zip(whole.characters, whole.frames) {
      #expect(whole.lattice.frames[frame].first?.symbol == character.symbol)
    }
    let positions = whole.characters.map(\.position)
    #expect(positions == positions.sorted())
    #expect(whole.lattice.frames.count == 2 * better.count)
  }

  @Test(arguments: ["别的字", "", "山路号楼", "411号楼", "山路411", "号楼411山路"])
  func aWindowThatShowsOtherLettersIsNotBelieved(seen: String) throws {
    let line = reading("青秀区中山路41号楼甲乙")
    let window = try #require(NumberWindow.windows(of: line).first)
    #expect(window.replaced(in: line, by: reading(seen)) == nil)
  }

  @Test(arguments: [
    ("信用代码91310108MAYYN6YY6G", true), ("310112197106186205", true), ("31011219710618620", false),
    ("91310108MAYYN6YY6G自2011年", false), ("没有数字", false), ("", false),
  ])
  func onlyWholeNumbersNeedNoSecondReading(text: String, isWhole: Bool) {
    #expect(NumberWindow.hasWholeNumber(reading(text)) == isWhole)
  }

  @Test func severalNumbersAreReplacedFromTheRight() throws {
    var line = reading("12号楼甲单元乙座345室")
    let windows = NumberWindow.windows(of: line)
    for (window, seen) in zip(windows, ["112号楼", "乙座3455室"]).reversed() {
      line = try #require(window.replaced(in: line, by: reading(seen)))
    }
    #expect(line.text == "112号楼甲单元乙座3455室")
  }
}
