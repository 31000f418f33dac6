/// What came of asking whether a line can say a value, instead of comparing the value with what was read there.
package struct HypothesisTest: Hashable, Sendable {
  /// Whether the line says the value.
  package enum Outcome: String, Sendable, CaseIterable {
    /// The reading was unsure, and the line can say the value.
    case agree
    /// The line says something else for certain.
    case contradict
    /// A person has to look.
    case unclear
  }

  /// How the score was found.
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
  /// The fact whose value was looked for on the line.
  package var against: String
  package var outcome: Outcome
  package var method: Method
  /// The score is a natural logarithm, 0 or less, to 2 decimals.
  package var score: Double
  /// 1-based place of the character that fits worst; `nil` before the first, or without alignment.
  package var place: Int?
  /// The character of the value at that place.
  package var wanted: String?
  /// What the line says there; empty for nothing.
  package var seen: String?
}
