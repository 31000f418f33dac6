internal import Model

/// From the recognizer's probabilities to the probability that a value is exactly right.
///
/// The curve was fitted on development specimens (`make accuracy` prints the reliability table it must hold).
enum Confidence {
  /// No reading of paper is surer than this without a check.
  static let ceiling = 0.995
  /// A text layer says exactly what it says; whether it is shown is checked apart.
  static let textLayer = 0.999
  /// Both check characters of a code agree: 1 in 341 wrong codes would.
  static let checked = 0.998

  /// The recognizer is surer than it is right near the top, and righter than it is sure below.
  static func ofCharacter(_ probability: Double) -> Double {
    let miss = 1 - min(1, max(0, probability))
    return 1 - min(1, miss * 0.35)
  }

  /// Of a value without check digits.
  static func ofReading(_ reading: FieldReading) -> Double {
    reading.isTextLayer ? textLayer : min(ceiling, reading.probability)
  }
}
