import Model
import Testing

@testable import Native
@testable import Recognition

@Suite struct CTCDecodingTests {
  private static let symbols = ["", "别", "別", "A", "B", " "]

  private func line(_ frames: [[(Int, Float)]], frameCount: Double? = nil) -> RecognizedLine {
    CTCDecoding.line(
      frames: frames.map { $0.map { FrameSymbol(index: $0.0, probability: $0.1) } },
      symbols: Self.symbols, frameCount: frameCount ?? Double(frames.count))
  }

  @Test func repeatsAreOneLetterAndBlanksPartThem() {
    let read = line([[(3, 0.9)], [(3, 0.95)], [(0, 1)], [(3, 0.8)], [(4, 0.7)]])
    #expect(read.text == "AAB")
    #expect(read.characters.map(\.probability).map { ($0 * 100).rounded() } == [95, 80, 70])
  }

  @Test func nothingLikelyIsNoLetter() {
    #expect(line([]).text.isEmpty)
    #expect(line([[], [], []]).text.isEmpty)
    #expect(line([[(0, 0.9)], [(0, 0.9)]]).text.isEmpty)
    // A class that the list does not have.
    #expect(line([[(99, 0.9)]]).text.isEmpty)
  }

  @Test func positionsRunAlongTheLine() {
    let read = line([[(3, 1)], [(0, 1)], [(0, 1)], [(4, 1)]])
    #expect(read.characters.map(\.position) == [0.125, 0.875])
  }

  @Test func framesOfThePaddingAreNotRead() {
    let read = line(
      [[(3, 1)], [(0, 1)], [(4, 1)], [(0, 1)], [(3, 1)]], frameCount: 2)
    #expect(read.text == "AB")
    #expect(read.characters.allSatisfy { (0...1).contains($0.position) })
  }

  @Test func eachLetterKnowsItsFrameInTheLattice() {
    let read = line([
      [(0, 0.99)], [(0, 0.99)], [(3, 0.8), (4, 0.2)], [(0, 0.6), (3, 0.4)], [(0, 0.99)],
      [(4, 0.9), (3, 0.1)],
    ])
    #expect(read.text == "AB")
    #expect(read.frames.count == 2)
    for (character, frame) in zip(read.characters, read.frames) {
      #expect(read.lattice.frames[frame].first?.symbol == character.symbol)
    }
    // Two sure blanks say no more than one; a doubtful one stays.
    #expect(read.lattice.frames.count == 5)
  }

  @Test func aTraditionalFormIsSimplifiedWhereBothArePossible() {
    let both = line([[(2, 0.6), (1, 0.3)]])
    #expect(both.text == "别")
    #expect(abs((both.characters.first?.probability ?? 0) - 0.9) < 1e-6)
    #expect(line([[(2, 0.99), (1, 0.001)]]).text == "別")
    #expect(line([[(2, 0.99)]]).text == "別")
  }

  @Test func aLetterKeepsItsBestFrame() {
    let read = line([[(3, 0.3)], [(3, 0.9)], [(3, 0.5)]])
    #expect(read.characters.map(\.probability) == [Double(Float(0.9))])
    #expect(abs(read.meanProbability - 0.9) < 1e-6)
    #expect(line([]).meanProbability == 0)
  }

  @Test(arguments: [("別", "别"), ("國", "国"), ("國國", nil), ("国", nil), ("A", nil), ("", nil)])
  func simplifiedForms(symbol: String, form: String?) {
    #expect(SimplifiedForms.form(of: symbol) == form)
  }

  @Test func textsAreSimplifiedAsAWhole() {
    #expect(SimplifiedForms.applied(to: "廣東省深圳市A座１樓") == "广东省深圳市A座１楼")
    #expect(SimplifiedForms.applied(to: "") == "")
  }
}
