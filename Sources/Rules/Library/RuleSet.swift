internal import CEL
package import Model

/// The rules of one run, each with the settings of its pack.
package struct RuleSet: Sendable {
  /// The rules that are on, sorted by id.
  let members: [Member]
  /// The rules that an override switched off, sorted by id: kept, so that lists can show them.
  let disabled: [Member]
  /// The strictest of the packs: facts below it are doubtful.
  package let minimumConfidence: Double
  let catalogue: FactCatalogue

  init(members: [Member], minimumConfidence: Double, catalogue: FactCatalogue) {
    let sorted = members.sorted { $0.rule.id < $1.rule.id }
    self.members = sorted.filter(\.isEnabled)
    disabled = sorted.filter { !$0.isEnabled }
    self.minimumConfidence = minimumConfidence
    self.catalogue = catalogue
  }

  package var rules: [Rule] { members.map(\.rule) }

  /// What the rules say of a submission.
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
