internal import Model
package import Recognition

/// Lines of a page written by hand, as the recognizer would give them.
package struct HandPage {
  package static let em = 30.0

  package var lines: [PageLine] = []

  /// A line whose letters are `em` wide, half that for ASCII.
  ///
  /// - Parameters:
  ///   - alternatives: by place in the text, what else the recognizer held possible there.
  ///   - height: of the box; letters are 0.72 of it.
  package mutating func write(
    _ text: String, x: Double, y: Double, alternatives: [Int: [(String, Float)]] = [:],
    probability: Double = 0.99, height: Double = em / 0.72, angle: Double = 0
  ) {
    let symbols = text.map(String.init)
    let letter = height * 0.72
    let widths = symbols.map { $0.utf8.count == 1 ? letter / 2 : letter }
    let width = widths.reduce(0, +)
    var left = 0.0
    var characters: [RecognizedCharacter] = []
    var frames: [[Lattice.Choice]] = []
    for (index, symbol) in symbols.enumerated() {
      characters.append(
        RecognizedCharacter(
          symbol: symbol, probability: probability, position: (left + widths[index] / 2) / width))
      left += widths[index]
      frames.append(
        [Lattice.Choice(symbol: symbol, probability: Float(probability))]
          + (alternatives[index] ?? []).map { Lattice.Choice(symbol: $0.0, probability: $0.1) })
    }
    lines.append(
      PageLine(
        line: RecognizedLine(
          characters: characters, lattice: Lattice(frames: frames),
          frames: Array(symbols.indices)),
        box: TextBox(
          center: Point(x: x + width / 2, y: y), width: width, height: height, angle: angle,
          score: 1)))
  }

  package init() {}
}
