/// What became of one test in a rule file.
package struct RuleTestResult: Hashable, Sendable {
  /// One thing that came out otherwise than the test says.
  package struct Difference: Hashable, Sendable {
    /// The key of the test that differs: `expect`, `because`.
    package let field: String
    package let expected: String
    package let actual: String
    /// What the rule says of it, if that helps.
    package let remark: LocalizedText?

    package init(
      field: String, expected: String, actual: String, remark: LocalizedText? = nil
    ) {
      self.field = field
      self.expected = expected
      self.actual = actual
      self.remark = remark
    }

    /// The difference said in a sentence.
    package var text: LocalizedText {
      let remark = remark.map { (chinese: "（\($0.chinese)）", english: " (\($0.english))") }
      return LocalizedText(
        // allowed: no remark, no words
        "\(field)：应为 \(expected)，实为 \(actual)\(remark?.chinese ?? "")",
        // allowed: no remark, no words
        "\(field): expected \(expected), got \(actual)\(remark?.english ?? "")")
    }
  }

  package let pack: String
  package let rule: String
  /// The number is 1-based, in the order of the file.
  package let number: Int
  package let name: String?
  /// The path is as it was given to the loader.
  package let file: String
  package let position: TextPosition
  /// Field by field; empty for a test that passes.
  package let differences: [Difference]

  package init(
    pack: String, rule: String, number: Int, name: String?, file: String, position: TextPosition,
    differences: [Difference]
  ) {
    self.pack = pack
    self.rule = rule
    self.number = number
    self.name = name
    self.file = file
    self.position = position
    self.differences = differences
  }

  package var hasPassed: Bool { differences.isEmpty }
}
