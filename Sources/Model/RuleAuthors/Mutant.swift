/// A rule with one thing changed, and whether its tests notice.
package struct Mutant: Hashable, Sendable {
  package enum Fate: Hashable, Sendable {
    /// A test fails, as it should.
    case noticed
    /// All tests pass all the same: a test is missing.
    case survived
    /// It survives, and the rule says why it may.
    case accepted(reason: String)
  }

  package let pack: String
  package let rule: String
  package let file: String
  package let position: TextPosition
  /// What was changed: `a <= b => a < b`; the same text under `accepted_mutants` lets it live.
  package let name: String
  package let fate: Fate

  package init(
    pack: String, rule: String, file: String, position: TextPosition, name: String, fate: Fate
  ) {
    self.pack = pack
    self.rule = rule
    self.file = file
    self.position = position
    self.name = name
    self.fate = fate
  }
}
