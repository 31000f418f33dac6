import Testing

@testable import Native

@Suite struct FrameSymbolsTests {
  private func symbols(
    _ values: [Float], shape: [Int], line: Int = 0, floor: Float = 0.1, limit: Int = 8
  ) -> [[FrameSymbol]] {
    frameSymbols(in: values.span, shape: shape, line: line, floor: floor, limit: limit)
  }

  @Test func likeliestFirstAndEqualOnesByIndex() {
    let found = symbols([0.2, 0.05, 0.3, 0.2, 0.25], shape: [1, 1, 5])
    #expect(
      found == [
        [
          FrameSymbol(index: 2, probability: 0.3), FrameSymbol(index: 4, probability: 0.25),
          FrameSymbol(index: 0, probability: 0.2), FrameSymbol(index: 3, probability: 0.2),
        ]
      ])
  }

  @Test func theFloorItselfCounts() {
    #expect(symbols([0.1, 0.0999], shape: [1, 1, 2]).map { $0.map(\.index) } == [[0]])
  }

  @Test func atMostSoManyAFrame() {
    let found = symbols([0.5, 0.4, 0.3, 0.2], shape: [1, 2, 2], limit: 1)
    #expect(found.map { $0.map(\.index) } == [[0], [0]])
  }

  /// 32 classes are looked at together: the first, the last and the rest must not be lost.
  @Test(arguments: [1, 31, 32, 33, 64, 70, 97])
  func everyClassIsSeen(classes: Int) {
    for wanted in 0..<classes {
      var values = [Float](repeating: 0, count: classes)
      values[wanted] = 0.9
      #expect(symbols(values, shape: [1, 1, classes]).map { $0.map(\.index) } == [[wanted]])
    }
  }

  @Test func linesAreApart() {
    let values: [Float] = [0.9, 0, 0, 0.9, 0, 0.8, 0.8, 0]
    let shape = [2, 2, 2]
    #expect(symbols(values, shape: shape, line: 0).map { $0.map(\.index) } == [[0], [1]])
    #expect(symbols(values, shape: shape, line: 1).map { $0.map(\.index) } == [[1], [0]])
  }

  @Test func shapesThatDoNotFitGiveNothing() {
    #expect(symbols([1, 1], shape: [1, 2]).isEmpty)
    #expect(symbols([1, 1], shape: [1, 1, 2], line: 1).isEmpty)
    #expect(symbols([1, 1], shape: [1, 2, 2]).isEmpty)
    #expect(symbols([], shape: [1, 1, 1]).isEmpty)
  }
}
