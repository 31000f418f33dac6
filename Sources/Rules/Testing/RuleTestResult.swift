package import Model

/// What became of one test in a rule file.
package struct RuleTestResult: Hashable, Sendable {
  package let pack: String
  package let rule: String
  /// 1-based, in the order of the file.
  package let number: Int
  package let name: String?
  /// As given to the loader.
  package let file: String
  package let position: TextPosition
  /// What came out otherwise than the test says, field by field; empty for a test that passes.
  package let differences: [LocalizedText]

  package var hasPassed: Bool { differences.isEmpty }
}
