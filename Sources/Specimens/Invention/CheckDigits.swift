/// Check characters of invented numbers.
///
/// Written apart from the checks in `Model`: specimens must not be right only in the reader's eyes.
enum CheckDigits {
  /// GB 32100-2015: no I, O, S, V, Z.
  static let creditAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  /// The 18th character for the 17 before it (GB 32100-2015).
  static func creditCode(_ body: [Character]) -> Character {
    var weight = 1
    var sum = 0
    for character in body {
      if let value = creditAlphabet.firstIndex(of: character) { sum += value * weight }
      weight = weight * 3 % 31
    }
    return creditAlphabet[(31 - sum % 31) % 31]
  }

  /// The 9th character of an organization code (GB 11714-1997).
  static func organizationCode(_ body: [Character]) -> Character {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { sum, pair in
      guard let value = Int(String(pair.0), radix: 36) else { return sum }
      return sum + value * pair.1
    }
    return Array("0123456789X0")[(11 - sum % 11)]
  }

  /// The 15th digit of a registration number (GS 15-2006, ISO 7064 MOD 11,10).
  static func registrationNumber(_ body: [Int]) -> Int {
    var product = 10
    for digit in body {
      let sum = (product + digit) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10
  }

  /// The 18th character of a resident identity number (GB 11643-1999).
  static func identityNumber(_ body: [Int]) -> Character {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return Array("10X98765432")[sum % 11]
  }
}
