/// The first step that all readers of codes share.
package enum CodeText {
  /// Plain width, upper case, no spaces, no hyphens.
  static func folded(_ text: String) -> String {
    normalization.applied(to: text)
  }

  /// The value of an ASCII digit; `nil` for everything else, other scripts' digits too.
  static func digit(_ character: Character) -> Int? {
    guard let ascii = character.asciiValue, (0x30...0x39).contains(ascii) else { return nil }
    return Int(ascii) - 0x30
  }

  /// The values of a text of ASCII digits alone.
  static func digits(_ text: some StringProtocol) -> [Int]? {
    let values = text.compactMap(digit)
    return values.count == text.count ? values : nil
  }

  /// Returns the number that a text of one to nine ASCII digits says; `nil` for any other text.
  package static func number(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.count <= 9, let values = digits(text) else { return nil }
    return values.reduce(0) { $0 * 10 + $1 }
  }

  private static let normalization = TextNormalization(
    steps: [.compatibility, .noSpace, .noDash, .upper])
}
