internal import Model

/// Two readings of one line made into one: where they agree it is surer, where they differ less.
package enum SecondReading {
  /// Returns the box a little higher: other margins, other sampling, the same letters.
  package static func box(for box: TextBox) -> TextBox {
    var wider = box
    wider.height *= 1.14
    wider.width += 0.1 * box.height
    return wider
  }

  /// How sure two readings that agree are, the second being no independent one.
  private static func agreement(_ own: Double, _ same: Double) -> Double {
    1 - (1 - own) * (1 - 0.8 * same)
  }

  /// Equal letters side by side run into one: such lines are read wider.
  static func squeeze(for line: RecognizedLine) -> Double {
    let symbols = line.characters.map(\.symbol)
    let hasRun = zip(symbols, zip(symbols.dropFirst(), symbols.dropFirst(2))).contains {
      $0 == $1.0 && $0 == $1.1
    }
    return hasRun ? 1.3 : 1
  }

  static func merged(_ first: RecognizedLine, _ second: RecognizedLine) -> RecognizedLine {
    // A reading without a hole has what the other missed, one without a crowd what the other invented.
    if !first.lettersBeforeHoles.isEmpty, second.lettersBeforeHoles.isEmpty,
      second.characters.count > first.characters.count
    {
      return second
    }
    if !first.lettersBeforeCrowds.isEmpty, second.lettersBeforeCrowds.isEmpty,
      second.lettersBeforeHoles.isEmpty, second.characters.count < first.characters.count
    {
      return second
    }
    // The one that is surer on the whole gives the lattice; letters are judged one by one.
    let (main, other) =
      first.meanProbability >= second.meanProbability ? (first, second) : (second, first)
    var merged = main
    let head = zip(main.characters, other.characters).prefix { $0.symbol == $1.symbol }.count
    let tail = zip(
      main.characters.dropFirst(head).reversed(), other.characters.dropFirst(head).reversed()
    ).prefix { $0.symbol == $1.symbol }.count
    let shift = other.characters.count - main.characters.count
    for index in main.characters.indices {
      let own = main.characters[index].probability
      let isAtEnd = index < head || index >= main.characters.count - tail
      if isAtEnd || shift == 0 {
        let twin = index < head ? index : index + shift
        let same = other.characters[twin]
        if same.symbol != main.characters[index].symbol {
          // The share of the two probabilities that speaks for this letter.
          merged.characters[index].probability = own * own / max(0.01, own + same.probability)
        } else if main.mayBeRarer(index) || other.mayBeRarer(twin) {
          // Two readings of one picture take a rare letter for the same common one.
          merged.characters[index].probability = min(
            own, same.probability, RareNameLetters.doubt)
        } else {
          merged.characters[index].probability = agreement(own, same.probability)
        }
      } else {
        // A letter more or less: nobody can say which is one too many.
        merged.characters[index].probability = min(own, 0.7)
      }
    }
    // A letter that only the other reading has makes its neighbours doubtful.
    if shift > 0, head + tail == main.characters.count {
      for index in [head - 1, head] where main.characters.indices.contains(index) {
        merged.characters[index].probability = min(merged.characters[index].probability, 0.8)
      }
    }
    return merged
  }
}
