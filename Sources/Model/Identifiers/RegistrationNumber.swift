/// A registration number of the years before the unified code (GS 15-2006).
///
/// 15 digits: 1-6 authority, 7-14 serial, 15 check digit. Numbers from before 2007 have 13 digits and
/// no check digit.
package struct RegistrationNumber: Hashable, Sendable {
  /// The number has 15 or 13 digits.
  package let text: String

  /// Reads a number after folding width, spaces and hyphens; `nil` unless it is 15 or 13 digits.
  package init?(_ text: String) {
    let folded = CodeText.folded(text)
    guard folded.count == 15 || folded.count == 13, CodeText.digits(folded) != nil else {
      return nil
    }
    self.text = folded
  }

  /// The six digits of the authority that registered it; the national one has `100000`.
  package var authority: String { String(text.prefix(6)) }

  /// Whether it is one of the 13-digit numbers, which cannot be checked.
  package var hasNoCheckDigit: Bool { text.count == 13 }

  /// Whether the check digit is right; `nil` for 13 digits.
  package var isCheckRight: Bool? {
    guard !hasNoCheckDigit else { return nil }
    return Self.checkDigit(ofBody: String(text.prefix(14))) == text.last
  }

  /// Returns the 15th digit by ISO 7064 MOD 11,10; `nil` unless `body` is 14 digits.
  package static func checkDigit(ofBody body: String) -> Character? {
    guard body.count == 14, let digits = CodeText.digits(body) else { return nil }
    var product = 10
    for digit in digits {
      let sum = (product + digit) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return Array("0123456789")[(11 - product) % 10]
  }
}
