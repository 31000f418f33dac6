/// Where a submission stands among the others of its run.
package struct BatchPlace: Sendable {
  /// Of all submissions that are known so far, this one among them.
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
  private struct Mark: Hashable {
    let subject: BatchSubject
    let digest: String
  }

  private let total: Int
  /// By number, in the order of insertion.
  private var submissions: [(name: String?, channel: String?)] = []
  private var numbers: [String?: Int] = [:]
  /// The numbers of the submissions that have it, each once.
  private var holders: [Mark: [Int]] = [:]

  /// - Parameter total: The number of submissions of the run, where not all of them are known yet.
  package init(total: Int = 0) { self.total = total }

  /// Adds a submission; the order does not matter, and adding one twice changes nothing.
  package mutating func insert(_ traces: BatchTraces) {
    guard !holds(traces.submission) else { return }
    let number = submissions.count
    numbers[traces.submission] = number
    submissions.append((traces.submission, traces.channel))
    for (subject, digests) in traces.marks {
      for digest in digests {
        holders[Mark(subject: subject, digest: digest), default: []].append(number)
      }
    }
  }

  /// Whether the submission has been added.
  func holds(_ submission: String?) -> Bool { numbers[submission] != nil }

  /// The number of submissions of the run.
  var count: Int { max(total, submissions.count) }

  /// Returns how often the submission's marks occur in all that are known.
  ///
  /// What it has in common with others can only grow while others are added, and this grows with it: as long
  /// as this is the same, so are the facts `batch.*`.
  package func occurrences(of traces: BatchTraces) -> Int {
    traces.marks.reduce(0) { sum, marks in
      marks.value.reduce(sum) { $0 + holders(of: $1, in: marks.key).count }
    }
  }

  /// Whether another submission has any of the marks.
  func isShared(by traces: BatchTraces) -> Bool {
    traces.marks.contains { subject, digests in
      digests.contains { digest in
        holders(of: digest, in: subject).contains { submissions[$0].name != traces.submission }
      }
    }
  }

  /// The other submissions with any of the same marks, sorted.
  func others(like traces: BatchTraces, in subject: BatchSubject) -> [String] {
    let found = Set(
      traces.marks[subject, default: []].flatMap { holders(of: $0, in: subject) })
    return found.compactMap { submissions[$0].name }.filter { $0 != traces.submission }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// In how many submissions to the same channel the most used of the marks occurs, itself included.
  func uses(of traces: BatchTraces, in subject: BatchSubject) -> Int {
    traces.marks[subject, default: []].reduce(0) { most, digest in
      let same = holders(of: digest, in: subject).count { number in
        submissions[number].channel == traces.channel
          && submissions[number].name != traces.submission
      }
      return max(most, same + 1)
    }
  }

  private func holders(of digest: String, in subject: BatchSubject) -> [Int] {
    holders[Mark(subject: subject, digest: digest), default: []]
  }
}
