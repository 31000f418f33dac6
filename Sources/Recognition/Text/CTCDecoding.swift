internal import Model
internal import Native

/// Turns frames of symbol probabilities into a line: the likeliest symbol of each frame, repeats and blanks dropped.
enum CTCDecoding {
  /// - Parameters:
  ///   - symbols: by class; class 0 is the blank.
  ///   - frameCount: how many frames the crop covers; what follows is padding.
  static func line(frames: [[FrameSymbol]], symbols: [String], frameCount: Double)
    -> RecognizedLine
  {
    let kept = frames.prefix(min(frames.count, Int(frameCount.rounded(.up)) + 1))
    var characters: [RecognizedCharacter] = []
    var places: [Int] = []
    var lattice: [[Lattice.Choice]] = []
    var previous = 0
    for (frame, found) in kept.enumerated() {
      let choices = found.map { choice in
        (
          index: choice.index, probability: choice.probability,
          symbol: symbols.indices.contains(choice.index) ? symbols[choice.index] : ""
        )
      }
      let best = choices.first
      let index = best?.index ?? 0  // allowed: a frame without a likely symbol says nothing
      // Consecutive frames that can only be blank say no more than one of them.
      let isSureBlank = choices.count == 1 && index == 0
      if !(isSureBlank && lattice.last?.count == 1 && lattice.last?[0].symbol == "") {
        lattice.append(
          choices.map { choice in
            Lattice.Choice(
              symbol: choice.symbol,
              probability: (choice.probability * 10_000).rounded() / 10_000)
          })
      }
      if let best, index != 0, !best.symbol.isEmpty {
        var symbol = best.symbol
        var probability = Double(best.probability)
        // One letter in two styles of print: where both are possible, the simplified one is meant.
        if let simple = SimplifiedForms.form(of: symbol),
          let other = choices.first(where: { $0.symbol == simple && $0.probability >= 0.01 })
        {
          symbol = simple
          probability = min(1, probability + Double(other.probability))
        }
        // Half and full width are one sign: which of them it was matters to nobody.
        if let signs = PunctuationWidth.equals[symbol] {
          probability = choices.reduce(0) { sum, choice in
            signs.contains(choice.symbol) ? sum + Double(choice.probability) : sum
          }
          probability = min(1, probability)
        }
        if index == previous, var last = characters.popLast() {
          last.probability = max(last.probability, probability)
          characters.append(last)
        } else {
          characters.append(
            RecognizedCharacter(
              symbol: symbol, probability: probability,
              position: min(1, (Double(frame) + 0.5) / max(1, frameCount))))
          places.append(lattice.count - 1)
        }
      }
      previous = index
    }
    return RecognizedLine(
      characters: characters, lattice: Lattice(frames: lattice), frames: places
    ).doubtingRareLetters()
  }
}
