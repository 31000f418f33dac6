internal import CEL
package import Model

extension RuleSet {
  /// Why the rule with that id says what it says of `facts`; without facts, what it asks.
  ///
  /// `nil` where no rule that is on has that id.
  package func explanation(of id: String, on facts: FactSet?) -> RuleExplanation? {
    members.first { $0.rule.id == id }.map { member in
      RuleExplainer(member: member, catalogue: catalogue, facts: facts).explanation()
    }
  }
}

/// Takes a rule apart: each part is evaluated by itself, so that none is skipped because another decided.
struct RuleExplainer {
  let member: RuleSet.Member
  let catalogue: FactCatalogue
  let facts: FactSet?

  private var rule: Rule { member.rule }

  func explanation() -> RuleExplanation {
    var explanation = RuleExplanation(
      rule: rule.id, title: rule.title, severity: rule.severity, pack: member.pack.id,
      basis: rule.basis, elements: [])
    guard let facts else {
      explanation.elements = [element(nil, nil)]
      return explanation
    }
    let judged = RuleJudge(member: member, judged: JudgedFacts(facts, catalogue)).judge()
    explanation.verdict = judged.verdict
    explanation.findings = judged.findings
    explanation.remarks = remarks(facts, judged.verdict)
    if let iteration = rule.iteration {
      explanation.elements = facts.elements(of: iteration.kind).map { element($0, facts) }
    } else {
      explanation.elements = [element(nil, facts)]
    }
    return explanation
  }

  private func element(_ document: AssembledDocument?, _ facts: FactSet?) -> RuleExplanation.Element
  {
    let tree = ExplainedTree(
      member: member, catalogue: catalogue, facts: facts, document: document)
    return RuleExplanation.Element(
      name: document?.file, condition: rule.condition.map { tree.part($0.expression) },
      check: tree.part(rule.check.expression))
  }

  /// What stands between the check and the verdict.
  private func remarks(_ facts: FactSet, _ verdict: Verdict) -> [LocalizedText] {
    var remarks: [LocalizedText] = []
    func remark(_ chinese: String, _ english: String) {
      remarks.append(LocalizedText(chinese, english))
    }
    let today = facts.facts["run.as_of"]?.value?.date
    if let since = rule.since, let today, today < since {
      remark(
        "自 \(since.iso) 起生效，之前只警告", "in force from \(since.iso) on; before it the rule only warns")
    }
    if let until = rule.until, let today, today > until {
      remark("已于 \(until.iso) 失效，不再适用", "no longer in force since \(until.iso)")
    }
    let missing = rule.materials.filter { !facts.kinds.contains($0) }.map(\.rawValue)
    if !missing.isEmpty {
      let chinese = missing.joined(separator: "、")
      let english = missing.joined(separator: ", ")
      let files = Set(
        rule.materials.filter { !facts.kinds.contains($0) }.flatMap(facts.files(hiding:)))
      if verdict == .notApplicable || files.isEmpty {
        remark("没有所需的材料：\(chinese)，故不适用", "does not apply: there is no \(english)")
      } else {
        remark(
          "没有识别出所需的材料：\(chinese)，但这些文件未能识别：\(files.sorted().joined(separator: "、"))",
          "no \(english) was recognized, but these files were not: \(files.sorted().joined(separator: ", "))"
        )
      }
    }
    if let iteration = rule.iteration, facts.elements(of: iteration.kind).isEmpty {
      remark(
        "没有可逐份判断的 \(iteration.kind.rawValue)", "there is no \(iteration.kind.rawValue) to judge")
    }
    if facts.isDrafted, rule.readsDeclaration {
      remark(
        "申报内容由材料起草，尚未核对，比较没有意义",
        "the declaration was drafted from the materials and is not confirmed: comparing tells nothing"
      )
    }
    return remarks
  }
}
