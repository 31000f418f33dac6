package import Model

extension RuleSet {
  /// Returns what the rules say of a submission.
  ///
  /// Pure: the same facts give the same judgement.
  package func judge(_ facts: FactSet) -> Judgement {
    var verdicts: [RuleVerdict] = []
    var findings: [Finding] = []
    let facts = JudgedFacts(facts, catalogue)
    for member in members {
      let outcome = RuleJudge(member: member, judged: facts).judge()
      verdicts.append(
        RuleVerdict(
          rule: member.rule.id, verdict: outcome.verdict, title: member.rule.title,
          hypotheses: outcome.hypotheses))
      findings += outcome.findings
    }
    findings.sort { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.rule != right.rule { return left.rule < right.rule }
      guard let first = left.element, let second = right.element else {
        return left.element == nil && right.element != nil
      }
      return first < second
    }
    return Judgement(verdicts: verdicts, findings: findings)
  }
}
