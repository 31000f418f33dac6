package import Model

/// What other rules make of the same submissions.
package struct RuleImpact: Hashable, Sendable {
  /// A verdict that is not what it was; `nil` where a rule is not there.
  package struct Change: Hashable, Sendable {
    package let rule: String
    package let before: Verdict?
    package let after: Verdict?
    /// The title is that of the rule as it is now, else as it was.
    package let title: LocalizedText?
  }

  /// An entry says what changed for one submission.
  package struct Entry: Hashable, Sendable {
    package let submission: String
    package let statusBefore: SubmissionStatus
    package let statusAfter: SubmissionStatus
    /// The changes are sorted by rule id.
    package let changes: [Change]
  }

  /// The entries stand in the order of the run.
  package let entries: [Entry]

  /// Compares what two sets of rules say of the same submissions, given in the same order.
  package init(before: [SubmissionReport], after: [SubmissionReport]) {
    entries = zip(before, after).map { before, after in
      let old = Dictionary(
        before.judgement.verdicts.map { ($0.rule, $0.verdict) }, uniquingKeysWith: { $1 })
      let new = Dictionary(
        after.judgement.verdicts.map { ($0.rule, $0.verdict) }, uniquingKeysWith: { $1 })
      let titles = Dictionary(
        (before.judgement.findings + after.judgement.findings).map { ($0.rule, $0.title) },
        uniquingKeysWith: { $1 })
      let rules = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
      return Entry(
        submission: after.name, statusBefore: before.status, statusAfter: after.status,
        changes: rules.map {
          Change(rule: $0, before: old[$0], after: new[$0], title: titles[$0])
        })
    }
  }

  package var changeCount: Int { entries.reduce(0) { $0 + $1.changes.count } }
}
