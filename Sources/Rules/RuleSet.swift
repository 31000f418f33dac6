internal import CEL
package import Model

/// The rules of one run, each with the settings of its pack.
package struct RuleSet: Sendable {
  /// A rule with what its expressions may read beside facts.
  struct Member: Sendable {
    let rule: Rule
    let pack: Pack
  }

  /// Sorted by rule id.
  let members: [Member]
  /// The strictest of the packs: facts below it are doubtful.
  package let minimumConfidence: Double
  let catalogue: FactCatalogue

  package var rules: [Rule] { members.map(\.rule) }

  /// What the rules say of a submission.
  ///
  /// Pure: the same facts give the same judgement.
  package func judge(_ facts: FactSet) -> Judgement {
    var verdicts: [RuleVerdict] = []
    var findings: [Finding] = []
    for member in members {
      let judge = RuleJudge(member: member, facts: facts, catalogue: catalogue)
      let outcome = judge.judge()
      verdicts.append(
        RuleVerdict(
          rule: member.rule.id, verdict: outcome.verdict, hypotheses: outcome.hypotheses))
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
