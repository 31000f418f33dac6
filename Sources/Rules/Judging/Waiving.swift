package import Model

extension RuleSet {
  /// Puts waivers to the failures they are for, and gives a notice for each waiver that does nothing.
  ///
  /// The one place that decides about waivers: failures of error rules only where the rule or its pack allows it, what
  /// could not be told wherever no rule forbids it; within its days by `run.as_of`; while the facts are as it says.
  package func waiving(_ judgement: Judgement, by waivers: [Waiver], _ facts: FactSet) -> (
    judgement: Judgement, notices: [Notice]
  ) {
    var judgement = judgement
    var notices: [Notice] = []
    let today = facts.facts["run.as_of"]?.value?.date
    for waiver in waivers {
      if let notice = today.map({ uselessness(of: waiver, on: $0) })
        ?? waiver.notice(.waiverExpired)
      {
        // Of one for the whole group that is told once.
        if waiver.submissions == nil { notices.append(notice) }
        continue
      }
      guard let member = members.first(where: { $0.rule.id == waiver.rule }) else { continue }
      let failures = judgement.findings.indices.filter {
        judgement.findings[$0].rule == waiver.rule
          && judgement.findings[$0].verdict == waiver.verdict
      }
      let allowed = failures.filter { member.mayWaive(judgement.findings[$0]) }
      if failures.isEmpty || !waiver.holds(facts) {
        // Not every submission of a group has what the group accepts.
        if waiver.submissions == nil { notices.append(waiver.notice(.waiverUnused)) }
      } else if allowed.isEmpty {
        notices.append(waiver.notice(.waiverNotAllowed))
      }
      for index in allowed where waiver.holds(facts) {
        judgement.findings[index].waiver = judgement.findings[index].waiver ?? waiver
      }
    }
    return (judgement, notices)
  }

  /// Why a waiver does nothing, whatever it is for: there is no such rule, or it is not its day.
  package func uselessness(of waiver: Waiver, on day: CalendarDate) -> Notice? {
    if !members.contains(where: { $0.rule.id == waiver.rule }) {
      return waiver.notice(.waiverUnknownRule, suggestion(for: waiver))
    }
    if day > waiver.expires { return waiver.notice(.waiverExpired) }
    return waiver.granted > day ? waiver.notice(.waiverNotYet) : nil
  }

  private func suggestion(for waiver: Waiver) -> [String: String] {
    let nearest = NearestName.suggestion(for: waiver.rule, among: members.map(\.rule.id))
    return .only(
      "suggestion",
      nearest.map {
        LocalizedText("是否想写 \($0)？", "Did you mean \($0)?")
      } ?? LocalizedText("", ""))
  }
}

extension RuleSet.Member {
  fileprivate func mayWaive(_ finding: Finding) -> Bool {
    // That a machine cannot tell is nobody's fault: a person who looked may answer for it.
    rule.isWaivable
      ?? (finding.verdict == .cannotTell || finding.severity < .error || pack.isWaivable)
  }
}

extension Waiver {
  /// Whether the facts are known and as the waiver says.
  fileprivate func holds(_ set: FactSet) -> Bool {
    facts.allSatisfy { key, wanted in
      guard let fact = set.facts[key], fact.state == .known, let value = fact.value else {
        return false
      }
      if case .list(let items) = value { return items.map(\.text) == wanted }
      return wanted == [value.text]
    }
  }
}
