package import Model

/// All that `dossier rules test` found out.
package struct RuleTestRun: Hashable, Sendable {
  package let results: [RuleTestResult]
  /// `nil` where it was not asked for.
  package let coverage: [RuleCoverage]?
  /// `nil` where they were not asked for.
  package let mutants: [Mutant]?

  package init(results: [RuleTestResult], coverage: [RuleCoverage]?, mutants: [Mutant]?) {
    self.results = results
    self.coverage = coverage
    self.mutants = mutants
  }

  package var failed: [RuleTestResult] { results.filter { !$0.hasPassed } }
  package var survivors: [Mutant] {
    mutants?.filter { $0.fate == .survived } ?? []  // allowed: none were made
  }
  /// The rules that have no test at all.
  package var untested: [RuleCoverage] {
    coverage?.filter { $0.testCount == 0 } ?? []  // allowed: not asked for
  }

  /// Whether all tests pass, all rules are tested and no mutant lives without a reason, as far as was asked.
  package var isFine: Bool { failed.isEmpty && survivors.isEmpty && untested.isEmpty }
}
