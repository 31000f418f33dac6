extension HypothesisTest {
  /// Whether a reading that is sure of something else is no proof against the value.
  ///
  /// Of misreadings that were sure, lines still bear out the truth better than this; of values changed in one
  /// place, hardly any.
  package var mayTakeBack: Bool {
    switch method {
    case .worstCharacter: score >= Threshold.takeBack
    case .wholeText: outcome == .agree
    case .checkDigits: false
    }
  }

  /// Thresholds, measured on our own decoder (`make accuracy` prints the table; docs/domain.md#reading-by-hypothesis).
  enum Threshold {
    static let agree = -3.0
    /// Names of so few letters differ in one place only.
    static let shortText = 4
    static let agreeOfShortText = -2.0
    /// Of the whole text of a code with right check characters: any other valid one differs in two places.
    static let agreeOfCode = -8.0
    static let takeBack = -5.0
    static let contradict = -8.0
    static let rival = 0.9
    /// More places than that are another line or no line at all.
    static let mostHoles = 2
  }
}
