internal import Model

extension Finding {
  /// The finding with what came of comparing values with the picture of their lines, in data and in words.
  func explained(by tests: [HypothesisTest]) -> Finding {
    guard !tests.isEmpty else { return self }
    var finding = self
    finding.hypotheses = tests
    // Between values that are no variants of each other one letter says nothing.
    let areVariants =
      if let expected, let actual {
        TextDifference(expected.text, actual.text).areVariants
      } else { true }
    for (number, test) in tests.enumerated()
    where test.outcome != .agree && (areVariants || test.method == .checkDigits) {
      let name = "hypothesis.\(number + 1)"
      guard let words = Self.words(of: test, name) else { continue }
      finding.message.chinese += "；" + words.chinese
      finding.message.english += "; " + words.english
      // The letters are a document's: braces in them are no placeholders.
      finding.arguments[name + ".wanted"] = test.wanted.map { Quotation($0) }
      finding.arguments[name + ".seen"] = test.seen.map { Quotation($0) }
    }
    return finding
  }

  private static func words(of test: HypothesisTest, _ name: String) -> LocalizedText? {
    if test.method == .checkDigits {
      return LocalizedText(
        "所比对的号码校验位不正确，不可能印在证照上",
        "the number it is compared with has wrong check characters, so no paper says it")
    }
    guard let place = test.place, test.wanted != nil else { return nil }
    let seen = test.seen?.isEmpty == false
    let verdict: (chinese: String, english: String) =
      test.outcome == .contradict
      ? ("图中明确为", "the picture clearly says") : ("图中更像", "the picture rather says")
    return LocalizedText(
      "逐字比对：第 \(place) 个字，所比对的值为「{\(name).wanted}」，\(verdict.chinese)\(seen ? "「{\(name).seen}」" : "空白")",
      "letter by letter: letter \(place) is \"{\(name).wanted}\" in the value it is compared with, \(verdict.english) \(seen ? "\"{\(name).seen}\"" : "nothing")"
    )
  }
}
