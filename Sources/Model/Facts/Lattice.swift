/// What each frame of a line could have been: the recognizer's likeliest symbols with their probabilities.
///
/// Check digits and declared values are tested against it later (docs/domain.md#reading-by-hypothesis), so that
/// extraction stays independent of what was declared. Symbols below ``floor`` are left out: against a
/// best symbol near 1 that is a loss of more than 9 in the natural logarithm, past "contradict" (-8).
package struct Lattice: Hashable, Sendable {
  /// One symbol of one frame; the empty string is CTC's blank.
  package struct Choice: Hashable, Sendable {
    package let symbol: String
    package let probability: Float

    package init(symbol: String, probability: Float) {
      self.symbol = symbol
      self.probability = probability
    }
  }

  /// The least probability that is kept.
  package static let floor: Float = 1e-4

  /// The frames go from left to right, each with its choices from the likeliest down.
  package let frames: [[Choice]]

  package init(frames: [[Choice]]) { self.frames = frames }
}
