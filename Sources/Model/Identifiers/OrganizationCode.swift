/// An organization code (GB 11714-1997): eight characters and a check character, `XXXXXXXX-X`.
package struct OrganizationCode: Hashable, Sendable {
  /// The nine characters, written without the hyphen.
  package let text: String

  /// Reads a code after folding width, case, spaces and hyphens; `nil` unless its form is right.
  package init?(_ text: String) {
    let folded = CodeText.folded(text)
    guard folded.count == 9, folded.dropLast().allSatisfy({ Self.value(of: $0) != nil }),
      let last = folded.last, last == "X" || CodeText.digit(last) != nil
    else { return nil }
    self.text = folded
  }

  package var isCheckRight: Bool {
    Self.checkCharacter(ofBody: String(text.prefix(8))) == text.last
  }

  /// Returns the ninth character; `nil` unless `body` is eight digits or capital letters.
  package static func checkCharacter(ofBody body: String) -> Character? {
    let values = body.compactMap(value(of:))
    guard body.count == 8, values.count == 8 else { return nil }
    let sum = zip(values, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    return Array("0X987654321")[sum % 11]
  }

  // All 26 letters, unlike GB 32100's alphabet: A is 10, Z is 35.
  private static func value(of character: Character) -> Int? {
    guard let ascii = character.asciiValue else { return nil }
    switch ascii {
    case 0x30...0x39: return Int(ascii) - 0x30
    case 0x41...0x5A: return Int(ascii) - 0x41 + 10
    default: return nil
    }
  }
}
