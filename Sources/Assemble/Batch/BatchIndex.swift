/// Where a submission stands among the others of its run.
package struct BatchPlace: Sendable {
  /// Of all submissions.
  package let index: BatchIndex
  /// The submission's name.
  package let submission: String

  package init(index: BatchIndex, submission: String) {
    self.index = index
    self.submission = submission
  }
}

/// Which submissions of a run have what in common: built from the traces of all of them.
package struct BatchIndex: Sendable {
  private struct Holder: Hashable {
    let submission: String?
    let channel: String?
  }

  private var holders: [BatchSubject: [String: Set<Holder>]] = [:]
  private var submissions: Set<String?> = []

  package init() {}

  /// Adds a submission; the order does not matter.
  package mutating func insert(_ traces: BatchTraces) {
    submissions.insert(traces.submission)
    let holder = Holder(submission: traces.submission, channel: traces.channel)
    for (subject, marks) in traces.marks {
      for mark in marks { holders[subject, default: [:]][mark, default: []].insert(holder) }
    }
  }

  /// The number of submissions.
  var count: Int { submissions.count }

  /// The names of the submissions that share something with another one, sorted.
  ///
  /// The others are judged rightly without an index.
  package var sharing: [String] {
    let shared = holders.values.flatMap { $0.values.filter { $0.count > 1 } }
    return Set(shared.joined().compactMap(\.submission)).sorted(by: Self.isBefore)
  }

  /// The other submissions with any of the same marks, sorted.
  func others(like traces: BatchTraces, in subject: BatchSubject) -> [String] {
    let found = traces.marks[subject, default: []].flatMap { holders(of: $0, in: subject) }
    return Set(found.map(\.submission)).subtracting([traces.submission]).compactMap(\.self)
      .sorted(by: Self.isBefore)
  }

  /// In how many submissions to the same channel the most used of the marks occurs, itself included.
  func uses(of traces: BatchTraces, in subject: BatchSubject) -> Int {
    traces.marks[subject, default: []].reduce(0) { most, mark in
      let same = holders(of: mark, in: subject).filter {
        $0.channel == traces.channel || $0.submission == traces.submission
      }
      return max(most, Set(same.map(\.submission)).union([traces.submission]).count)
    }
  }

  private func holders(of mark: String, in subject: BatchSubject) -> Set<Holder> {
    holders[subject]?[mark] ?? []  // allowed: nobody has it
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
