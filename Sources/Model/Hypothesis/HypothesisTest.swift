/// How a value fared that was held against the line it should stand on, instead of against what was read there.
package struct HypothesisTest: Hashable, Sendable {
  package enum Outcome: String, Sendable, CaseIterable {
    /// The reading was unsure, and the line can say the value.
    case agree
    /// The line says something else for certain.
    case contradict
    /// A person has to look.
    case unclear
  }

  package enum Method: String, Sendable {
    /// The loss at the character that fits worst.
    case worstCharacter = "worst_character"
    /// For codes: the loss of the whole text against the likeliest one.
    case wholeText = "whole_text"
    /// Refused by arithmetic: what is printed has right check characters.
    case checkDigits = "check_digits"
  }

  /// The fact that was read from the line.
  package var fact: String
  /// The fact whose value was held against it.
  package var against: String
  package var outcome: Outcome
  package var method: Method
  /// Natural logarithm, 0 or less, to 2 decimals.
  package var score: Double
  /// 1-based place of the character that fits worst; `nil` before the first, or without alignment.
  package var place: Int?
  package var wanted: String?
  /// What the line says there; empty for nothing.
  package var seen: String?
}

extension HypothesisTest {
  /// Whether a reading that is sure of something else is no proof against the value: of misreadings that were
  /// sure, lines still bear out the truth better than this; of values changed in one place, hardly any.
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
