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
    for (frame, choices) in kept.enumerated() {
      let best = choices.first
      let index = best?.index ?? 0  // allowed: a frame without a likely symbol says nothing
      // Consecutive frames that can only be blank say no more than one of them.
      let isSureBlank = choices.count == 1 && index == 0
      if !(isSureBlank && lattice.last?.count == 1 && lattice.last?[0].symbol == "") {
        lattice.append(
          choices.map { choice in
            Lattice.Choice(
              symbol: symbols.indices.contains(choice.index) ? symbols[choice.index] : "",
              probability: (choice.probability * 10_000).rounded() / 10_000)
          })
      }
      if let best, index != 0, symbols.indices.contains(index) {
        let probability = Double(best.probability)
        if index == previous, var last = characters.popLast() {
          last.probability = max(last.probability, probability)
          characters.append(last)
        } else {
          characters.append(
            RecognizedCharacter(
              symbol: symbols[index], probability: probability,
              position: min(1, (Double(frame) + 0.5) / max(1, frameCount))))
          places.append(lattice.count - 1)
        }
      }
      previous = index
    }
    return RecognizedLine(
      characters: characters, lattice: Lattice(frames: lattice), frames: places)
  }
}
