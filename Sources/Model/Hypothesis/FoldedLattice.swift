/// The frames of one or more lines with symbols folded to the characters in which texts are compared.
struct FoldedLattice {
  /// One frame: what it may be, by character; the blank and whatever folds to nothing is `nil`.
  struct Frame {
    let probabilities: [Character?: Double]
    /// Of the likeliest character or the blank.
    let best: Double
    let bestSymbol: Character?

    /// At least ``Lattice/floor``: what was left out lies below it.
    func probability(of character: Character?) -> Double {
      max(Double(Lattice.floor), probabilities[character, default: 0])
    }
  }

  let frames: [Frame]

  /// - Parameters:
  ///   - lattices: of the lines of one value, from top to bottom.
  ///   - fold: a symbol in comparable form; an empty text counts as blank.
  init(_ lattices: [Lattice], fold: (String) -> String) {
    var frames: [Frame] = []
    for (number, lattice) in lattices.enumerated() {
      // Lines are apart: equal letters at the end of one and the start of the next are two.
      if number > 0 {
        frames.append(Frame(probabilities: [nil: 1], best: 1, bestSymbol: nil))
      }
      frames += lattice.frames.map { Self.frame($0, fold) }
    }
    self.frames = frames
  }

  private static func frame(_ choices: [Lattice.Choice], _ fold: (String) -> String) -> Frame {
    var probabilities: [Character?: Double] = [:]
    for choice in choices {
      let folded = choice.symbol.isEmpty ? "" : fold(choice.symbol)
      // ㎡ and the like are no single character of a text.
      guard folded.count <= 1 else { continue }
      probabilities[folded.first, default: 0] += Double(choice.probability)
    }
    // Of equals the first by its letter, whatever the dictionary's order.
    let ranked = probabilities.sorted { left, right in
      if left.value != right.value { return left.value > right.value }
      guard let first = left.key, let second = right.key else { return left.key == nil }
      return first < second
    }
    let best = ranked.first
    return Frame(
      probabilities: probabilities, best: max(best?.value ?? 1, Double(Lattice.floor)),
      bestSymbol: best?.key ?? nil)
  }

  /// The likeliest text: the best character of each frame, repeats and blanks dropped.
  var greedy: [Character] {
    var text: [Character] = []
    var previous: Character?
    for frame in frames {
      if let symbol = frame.bestSymbol, symbol != previous { text.append(symbol) }
      previous = frame.bestSymbol
    }
    return text
  }
}
