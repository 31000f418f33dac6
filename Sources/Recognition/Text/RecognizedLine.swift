package import Model

/// A character of a line has its own probability.
package struct RecognizedCharacter: Hashable, Sendable {
  package var symbol: String
  /// The recognizer's probability is 0 to 1; a text layer has 1.
  package var probability: Double
  /// Where its middle lies along the line, 0 (start) to 1 (end).
  package var position: Double

  package init(symbol: String, probability: Double, position: Double) {
    self.symbol = symbol
    self.probability = probability
    self.position = position
  }
}

/// A line of text as it was read.
package struct RecognizedLine: Hashable, Sendable {
  package var characters: [RecognizedCharacter]
  package var lattice: Lattice
  /// The 0-based frames of the lattice in which the characters stand.
  package var frames: [Int]

  package init(characters: [RecognizedCharacter], lattice: Lattice, frames: [Int]) {
    self.characters = characters
    self.lattice = lattice
    self.frames = frames
  }

  package var text: String { characters.map(\.symbol).joined() }

  /// The mean of the characters' probabilities; 0 for no characters.
  package var meanProbability: Double {
    characters.isEmpty
      ? 0 : characters.reduce(0) { $0 + $1.probability } / Double(characters.count)
  }
}
