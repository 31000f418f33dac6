internal import Model

/// Two readings of one line made into one: where they agree it is surer, where they differ less.
enum SecondReading {
  /// Lines with a character below this are read once more.
  static let doubtful = 0.9

  static func isDoubtful(_ line: RecognizedLine) -> Bool {
    line.characters.contains { $0.probability < doubtful }
  }

  /// The box a little higher: other margins, other sampling, the same letters.
  static func box(for box: TextBox) -> TextBox {
    var wider = box
    wider.height *= 1.14
    wider.width += 0.1 * box.height
    return wider
  }

  static func merged(_ first: RecognizedLine, _ second: RecognizedLine) -> RecognizedLine {
    guard first.characters.count == second.characters.count else {
      // A letter more or less: the surer reading, and nobody can say which of its letters is one too many.
      var better = first.meanProbability >= second.meanProbability ? first : second
      for index in better.characters.indices {
        better.characters[index].probability = min(better.characters[index].probability, 0.97)
      }
      return better
    }
    // The one that is surer on the whole gives the lattice; letters are judged one by one.
    let (main, other) =
      first.meanProbability >= second.meanProbability ? (first, second) : (second, first)
    var merged = main
    for index in main.characters.indices {
      let own = main.characters[index]
      let same = other.characters[index]
      if own.symbol == same.symbol {
        merged.characters[index].probability =
          1 - (1 - own.probability) * (1 - 0.8 * same.probability)
      } else {
        // The share of the two probabilities that speaks for this letter.
        merged.characters[index].probability =
          own.probability * own.probability / max(0.01, own.probability + same.probability)
      }
    }
    return merged
  }
}
