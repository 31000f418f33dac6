package import Model
internal import Native  // allowed: SHA-256 alone

/// What one submission shares with others if they have the same, as digests: no value is kept.
///
/// A run keeps one of these for each submission, a few hundred bytes, until all are read.
package struct BatchTraces: Hashable, Sendable {
  /// The submission's name; `nil` for one that stands alone.
  package let submission: String?
  /// The declared channel: platforms count their own submissions alone.
  package let channel: String?
  /// Digests of values by subject.
  let marks: [BatchSubject: Set<String>]
  /// Where they stand in this submission.
  let evidence: [BatchSubject: [Evidence]]

  /// - Parameter minimumConfidence: A reading below it is no statement.
  package init(
    submission: String?, extractions: [Extraction], declaration: [Fact], minimumConfidence: Double
  ) {
    self.submission = submission
    channel = declaration.first { $0.key == "declared.channel" }?.value.string
    let extractions = extractions.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    let read = extractions.flatMap(\.documents).flatMap(\.facts)
      .filter { $0.confidence >= minimumConfidence }
    var marks: [BatchSubject: Set<String>] = [:]
    var evidence: [BatchSubject: [Evidence]] = [:]
    for fact in declaration + read {
      guard let subject = BatchSubject.byKey[fact.key], let text = fact.value.string,
        let form = subject.comparable(text)
      else { continue }
      marks[subject, default: []].insert(SHA256.hex(of: form))
      evidence[subject, default: []] += fact.evidence.map(Self.place)
    }
    for extraction in extractions where !extraction.digest.isEmpty {
      marks[.file, default: []].insert(extraction.digest)
      evidence[.file, default: []].append(Evidence(file: extraction.file, method: .computed))
    }
    self.marks = marks
    self.evidence = evidence
  }

  /// The number of marks, which is how often they occur in this submission alone.
  package var count: Int { marks.values.reduce(0) { $0 + $1.count } }

  /// The same without where it was found, for keeping.
  package var withoutEvidence: BatchTraces {
    BatchTraces(submission: submission, channel: channel, marks: marks)
  }

  init(submission: String?, channel: String?, marks: [BatchSubject: Set<String>]) {
    self.submission = submission
    self.channel = channel
    self.marks = marks
    evidence = [:]
  }

  /// Where a value stands, without the value.
  private static func place(_ evidence: Evidence) -> Evidence {
    Evidence(
      file: evidence.file, page: evidence.page, box: evidence.box, method: .computed,
      position: evidence.position)
  }
}
