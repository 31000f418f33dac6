/// The first two digits of GB/T 2260 region codes.
enum ProvinceCode {
  /// Whether a two-digit text is a province of the mainland or Taiwan (71).
  static func isListed(_ text: some StringProtocol) -> Bool {
    guard text.count == 2, let code = CodeText.number(text) else { return false }
    switch code {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71: return true
    default: return false
    }
  }
}
