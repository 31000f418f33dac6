/// What the tests of a rule have tried.
package struct RuleCoverage: Hashable, Sendable {
  /// A part of the rule that is true or false, and which of both a test has seen.
  package struct Branch: Hashable, Sendable {
    /// The branch is written as an expression: `license.term_to == null`.
    package let expression: String
    package let position: TextPosition
    package let wasTrue: Bool
    package let wasFalse: Bool

    package init(expression: String, position: TextPosition, wasTrue: Bool, wasFalse: Bool) {
      self.expression = expression
      self.position = position
      self.wasTrue = wasTrue
      self.wasFalse = wasFalse
    }

    /// How many of its two outcomes were seen.
    package var seen: Int { (wasTrue ? 1 : 0) + (wasFalse ? 1 : 0) }
  }

  package let pack: String
  package let rule: String
  package let file: String
  package let testCount: Int
  package let branches: [Branch]

  package init(pack: String, rule: String, file: String, testCount: Int, branches: [Branch]) {
    self.pack = pack
    self.rule = rule
    self.file = file
    self.testCount = testCount
    self.branches = branches
  }

  /// The number of outcomes that could be seen, two for each branch.
  package var total: Int { branches.count * 2 }
  package var seen: Int { branches.reduce(0) { $0 + $1.seen } }
}
