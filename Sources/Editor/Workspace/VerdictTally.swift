package import Model

/// What a rule says of all chosen submissions, beside what it said before the rules were edited.
package struct VerdictTally: Sendable {
  /// A submission of which the rule says something else now.
  package struct Change: Sendable {
    package let name: String
    package let before: Verdict
    package let now: Verdict
  }

  package let counts: [Verdict: Int]
  package let changes: [Change]
}

extension Workspace {
  /// Returns what a rule says of all chosen submissions now; `nil` without submissions or such a rule.
  package func tally(of rule: String) -> VerdictTally? {
    guard let now = verdicts(of: rule) else { return nil }
    let before = trials.before[rule] ?? now
    var counts: [Verdict: Int] = [:]
    for verdict in now { counts[verdict, default: 0] += 1 }
    let changes = zip(trials.cases, zip(before, now)).compactMap { submission, verdicts in
      verdicts.0 == verdicts.1
        ? nil
        : VerdictTally.Change(name: submission.name, before: verdicts.0, now: verdicts.1)
    }
    return VerdictTally(counts: counts, changes: changes)
  }
}
