package import CEL
package import Model

extension RuleLibrary {
  /// Returns submissions made ready for ``verdicts(of:on:)``: what all rules ask of each is computed once.
  package func cases(_ facts: [FactSet]) -> RuleCases {
    RuleCases(
      judged: facts.map { JudgedFacts($0, catalogue) }, declarations: catalogue.declarations)
  }

  /// Returns what one rule says of each of many submissions, as its own pack has it.
  ///
  /// - Parameter cases: The facts of the submissions, made ready once by ``cases(_:)``.
  /// - Returns: `nil` where there is no such rule.
  package func verdicts(of rule: String, on cases: RuleCases) -> [Verdict]? {
    guard let member = member(rule) else { return nil }
    return cases.judged.map { RuleJudge(member: member, judged: $0).judge().verdict }
  }

  /// Returns what a rule says of one submission, and why.
  package func outcome(
    of rule: String, on facts: FactSet
  ) -> (verdict: Verdict, findings: [Finding])? {
    guard let member = member(rule) else { return nil }
    let outcome = RuleJudge(member: member, judged: JudgedFacts(facts, catalogue)).judge()
    return (outcome.verdict, outcome.findings)
  }

  /// Returns what the parts of an expression come to in a submission, by the id of the part; of a rule for each
  /// document, in the first of them.
  package func values(
    of expression: CheckedExpression, in rule: String, on facts: FactSet
  ) -> [Int: Evaluation] {
    guard let member = member(rule) else { return [:] }
    let judged = JudgedFacts(facts, catalogue)
    let element = member.rule.iteration.flatMap { facts.elements(of: $0.kind).first }
    let reader = FactReader(
      judged: judged, member: member, element: element, trust: .known, distrusted: [])
    var evaluator = Evaluator(functions: member.pack.functions, mode: .explain, trace: Trace()) {
      reader.resolve($0)
    }
    _ = evaluator.evaluate(expression.program)
    guard let trace = evaluator.trace else { return [:] }
    var values: [Int: Evaluation] = [:]
    for id in expression.types.keys { values[id] = trace[id].first }
    return values
  }

  private func member(_ rule: String) -> RuleSet.Member? {
    for pack in packs {
      if let found = pack.rules.first(where: { $0.id == rule }) {
        return RuleSet.Member(rule: found, pack: pack)
      }
    }
    return nil
  }
}

/// Submissions that rules are tried on again and again.
package struct RuleCases: Sendable {
  let judged: [JudgedFacts]
  private let declarations: [FactDeclaration]

  init(judged: [JudgedFacts], declarations: [FactDeclaration]) {
    self.judged = judged
    self.declarations = declarations
  }

  /// Returns whether they are ready for a library: its facts are those that they were made for.
  package func areFor(_ library: RuleLibrary) -> Bool {
    library.catalogue.declarations == declarations
  }
}
