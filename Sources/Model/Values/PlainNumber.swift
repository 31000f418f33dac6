/// Reads numbers as people write them in tables.
package enum PlainNumber {
  /// Reads `1,234`, `86.5`, `１２`, `50 封`, `86.5%` (0.865); `nil` for what is not understood.
  package static func value(_ text: String) -> Double? {
    let folded = TextNormalization(steps: [.compatibility, .noSpace]).applied(to: text)
    let digits = folded.prefix { $0.isASCII && ($0.isNumber || ".,".contains($0)) }
    let unit = folded.dropFirst(digits.count)
    let plain = digits.filter { $0 != "," }
    guard let first = plain.first, first.isNumber, plain.count <= 15, let number = Double(plain)
    else { return nil }
    switch unit {
    case "", "封", "个", "人", "次", "天", "日", "小时", "分", "项": return number
    case "%": return number / 100
    case "/5", "/5分": return number
    default: return nil
    }
  }

  /// Reads a whole number; `nil` for what is none.
  package static func count(_ text: String) -> Int? {
    guard let number = value(text), number == number.rounded(), abs(number) < 1e12 else {
      return nil
    }
    return Int(number)
  }
}
