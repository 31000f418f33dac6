/// ISO 7064 MOD 11-2, as resident ID numbers and foreigners' 18-digit numbers use it.
package enum ModElevenTwo {
  /// The 18th character for 17 digits; `nil` unless `body` is 17 ASCII digits.
  package static func checkCharacter(ofBody body: String) -> Character? {
    guard body.count == 17, let digits = CodeText.digits(body) else { return nil }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return Array("10X98765432")[sum % 11]
  }
}
