/// Names of persons.
enum PersonGrammar {
  static func score(_ text: String) -> Double {
    if text.contains(where: \.isDigit) { return FieldGrammar.refusal }
    // An executive partner, or an investor, may be a company.
    if CompanyGrammar.legalEnds.contains(where: text.contains) { return -0.5 }
    let letters = text.count(where: \.isLetter)
    if text.allSatisfy({ $0.isHan || $0 == "·" || $0 == "•" }) {
      if letters < 2 { return -1.5 }
      if letters <= 4 { return 2.5 }
      return text.contains { "·•".contains($0) } ? 1 : 1 - Double(letters - 4)
    }
    // 何佳萍（执行合伙人）, JOHN SMITH.
    if text.allSatisfy({ $0.isASCII || $0 == "·" }) { return letters > 4 ? 0.5 : -1 }
    return -2
  }
}
