import Model
import Testing

@testable import Recognition

@Suite struct LineEndTests {
  private func reading(_ text: String, probability: Double = 1) -> RecognizedLine {
    let letters = Array(text)
    return RecognizedLine(
      characters: letters.indices.map {
        RecognizedCharacter(
          symbol: String(letters[$0]), probability: probability,
          position: (Double($0) + 0.5) / Double(letters.count))
      },
      lattice: Lattice(
        frames: letters.map {
          [Lattice.Choice(symbol: String($0), probability: Float(probability))]
        }),
      frames: Array(letters.indices))
  }

  private let box = TextBox(
    center: Point(x: 500, y: 100), width: 400, height: 40, angle: 0, score: 1)

  private func completed(_ text: String, _ end: String, probability: Double = 1) -> PageLine {
    LineEnd.completed(
      PageLine(line: reading(text), box: box), reading(end, probability: probability))
  }

  @Test(arguments: [
    ("劳务服务（不含劳务派遣）", "派遣）。", "劳务服务（不含劳务派遣）。"), ("3幢1单元803", "单元803室", "3幢1单元803室"),
    ("开展经营活动", "营活动）。", "开展经营活动）。"),
  ])
  func whatStandsBehindTheEndIsAdded(text: String, end: String, whole: String) {
    let line = completed(text, end)
    #expect(line.line.text == whole)
    #expect(line.line.frames.count == whole.count)
    for (character, frame) in zip(line.line.characters, line.line.frames) {
      #expect(line.line.lattice.frames[frame].first?.symbol == character.symbol)
    }
    // The letters stay where they were, and what was added stands behind them.
    let first = line.box.point(at: line.line.characters[0].position)
    let before = box.point(at: 0.5 / Double(text.count))
    #expect(abs(first.x - before.x) < 0.01 && abs(first.y - before.y) < 0.01)
    #expect(line.line.characters.map(\.position) == line.line.characters.map(\.position).sorted())
    #expect(line.line.characters.allSatisfy { (0...1).contains($0.position) })
  }

  @Test(arguments: [
    ("派遣）", "派遣）|"), ("派遣）", "派遣）"), ("派遣）", "别的字。"), ("派遣）", "派遣）登记机"), ("派", "派。"), ("派遣）", ""),
  ])
  func nothingElseIsAdded(text: String, end: String) {
    #expect(completed(text, end).line.text == text)
    #expect(completed(text, end).box == box)
  }

  @Test func aDoubtfulLetterIsNotAdded() {
    #expect(completed("派遣）", "派遣）。", probability: 0.6).line.text == "派遣）")
  }
}

extension TextBox {
  fileprivate func point(at share: Double) -> Point {
    Point(x: center.x + (share - 0.5) * width, y: center.y)
  }
}
