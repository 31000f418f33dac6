internal import Model

/// Which marks occur in more than one submission of a run, found in a few bytes for each mark: of all others a
/// ``BatchIndex`` need not know.
package struct SharedMarks {
  /// Short forms of the digests: two marks that have the same by chance only make the index larger.
  private var once: Set<UInt64> = []
  private var again: Set<UInt64> = []

  package init() {}

  /// Counts the marks of a submission; of each submission once.
  package mutating func count(_ traces: BatchTraces) {
    for short in Self.shorts(of: traces) where !once.insert(short).inserted { again.insert(short) }
  }

  /// Whether others may have some of the submission's marks too.
  package func touches(_ traces: BatchTraces) -> Bool {
    Self.shorts(of: traces).contains(where: again.contains)
  }

  private static func shorts(of traces: BatchTraces) -> [UInt64] {
    traces.marks.flatMap { subject, digests in
      digests.map { digest in
        // FNV-1a over the name of the subject and the digest.
        (subject.rawValue + digest).utf8.reduce(0xcbf2_9ce4_8422_2325) {
          ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
      }
    }
  }
}

extension BatchTraces {
  /// The marks by the names of their subjects, sorted, without where they stand.
  package var kept: [(subject: String, digests: [String])] {
    marks.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { ($0.key.rawValue, $0.value.sorted()) }
  }

  /// Makes traces of what was kept; `nil` where a subject is none of this program.
  package init?(
    submission: String, channel: String?, kept: [(subject: String, digests: [String])]
  ) {
    var marks: [BatchSubject: Set<String>] = [:]
    for (name, digests) in kept {
      guard let subject = BatchSubject(rawValue: name) else { return nil }
      marks[subject] = Set(digests)
    }
    self.init(submission: submission, channel: channel, marks: marks)
  }
}
