internal import CEL
package import Model
internal import Schema

extension RuleLibrary {
  /// Returns what the tests of the rules have tried, rule by rule.
  package func coverage(filter: String?) -> [RuleCoverage] {
    members(filter: filter).map { RuleTestRunner(member: $0, catalogue: catalogue).coverage() }
  }
}

extension RuleTestRunner {
  /// Which outcomes the parts of the condition and of the check had in the tests, as short-circuiting lets
  /// them be seen.
  func coverage() -> RuleCoverage { coverage(of: member.rule.tests) }

  /// The same of other tests than the rule's own.
  func coverage(of tests: [RuleTest]) -> RuleCoverage {
    let rule = member.rule
    let parts = [rule.condition, rule.check].compactMap { $0?.expression }
    var outcomes: [Int: [Int: Set<Bool>]] = [:]
    for test in tests {
      for reader in readers(of: test) {
        for (index, part) in parts.enumerated() {
          var evaluator = Evaluator(functions: member.pack.functions, trace: Trace()) {
            reader.resolve($0)
          }
          let result = evaluator.evaluate(part)
          for branch in part.branches {
            // allowed: a part that was skipped has no outcome
            let seen = (evaluator.trace?[branch.id] ?? []).compactMap(\.bool)
            outcomes[index, default: [:]][branch.id, default: []].formUnion(seen)
          }
          // Where the condition is false the check is not asked.
          if index < parts.count - 1, result.bool == false { break }
        }
      }
    }
    let branches = parts.enumerated().flatMap { index, part in
      part.branches.map { branch in
        let seen = outcomes[index, default: [:]][branch.id, default: []]
        return RuleCoverage.Branch(
          expression: branch.source, position: branch.range.start, wasTrue: seen.contains(true),
          wasFalse: seen.contains(false))
      }
    }
    return RuleCoverage(
      pack: member.pack.id, rule: rule.id, file: rule.location.path,
      testCount: tests.count, branches: branches)
  }

  /// What the rule reads in a test: one reader, or one for each document of a `for_each`.
  private func readers(of test: RuleTest) -> [FactReader] {
    let facts = JudgedFacts(facts(of: test), catalogue)
    let member = member.with(test.parameters)
    let elements: [AssembledDocument?] =
      if let iteration = member.rule.iteration {
        facts.set.elements(of: iteration.kind)
      } else {
        [nil]
      }
    return elements.map { element in
      FactReader(
        judged: facts, member: member, element: element, trust: .known, distrusted: [])
    }
  }
}
