internal import Model

/// The facts `batch.*`: what a submission has in common with the others of its run.
///
/// They hold names of submissions and numbers, never what is shared.
enum BatchFacts {
  static let submissions = FactKey<Int>(
    "batch.submissions", "The number of submissions of the run.")

  static let declarations =
    [submissions.declaration]
    + BatchSubject.allCases.flatMap { subject in
      [
        FactDeclaration(
          key: subject.othersKey, type: .list,
          summary: "The other submissions of the run with the same: \(subject.title)."),
        FactDeclaration(
          key: subject.usesKey, type: .int,
          summary: "How many submissions of the run to the same channel have \(subject.title)."),
      ]
    }

  /// - Parameter index: Of the whole run; `nil` where the submission stands alone. One that shares nothing is
  ///   judged as if it did: what others hold then cannot change what is said of it.
  static func all(of traces: BatchTraces, in index: BatchIndex?) -> [ResolvedFact] {
    var whole = BatchIndex()
    if let index, index.isShared(by: traces) { whole = index }
    // Copying the index of a thousand for each of them would take longer than judging them.
    if !whole.holds(traces.submission) { whole.insert(traces) }
    var facts = [known(submissions.name, .int(whole.count), [])]
    for subject in BatchSubject.allCases {
      let evidence = traces.evidence[subject, default: []]
      let others = whole.others(like: traces, in: subject)
      facts.append(known(subject.othersKey, .list(others.map(Value.string)), evidence))
      facts.append(known(subject.usesKey, .int(whole.uses(of: traces, in: subject)), evidence))
    }
    return facts
  }

  private static func known(_ key: String, _ value: Value, _ evidence: [Evidence]) -> ResolvedFact {
    ResolvedFact(key: key, state: .known, value: value, confidence: 1, evidence: evidence)
  }
}
