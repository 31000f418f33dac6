internal import Assemble
internal import Ingest
internal import Model
internal import Native

/// What the submissions of a run have in common, as far as declarations and files tell before any is read.
///
/// So reports can go out one by one, whatever the order in which files are read: a card or license that was read
/// is compared with what the others declare, and with their files, but not with what is read of these later.
enum BatchSurvey {
  static func index(of submissions: [Submission]) -> BatchIndex {
    let digests = digestsOfTwins(in: submissions)
    var index = BatchIndex()
    for (number, submission) in submissions.enumerated() {
      let files = digests[number, default: []].map { digest in
        Extraction(file: "", mediaType: .unknown, digest: digest)
      }
      let traces = BatchTraces(
        submission: submission.name, extractions: files,
        declaration: submission.declaration.facts, minimumConfidence: 0)
      index.insert(traces.withoutEvidence)
    }
    return index
  }

  /// SHA-256 of the files that have the size of another submission's file; the others have no twin.
  ///
  /// Links to one file are read once.
  private static func digestsOfTwins(in submissions: [Submission]) -> [Int: [String]] {
    var bySize: [Int: Set<Int>] = [:]
    for (number, submission) in submissions.enumerated() {
      for source in submission.sources { bySize[source.size, default: []].insert(number) }
    }
    var known: [FileIdentity: String] = [:]
    var digests: [Int: [String]] = [:]
    for (number, submission) in submissions.enumerated() {
      for source in submission.sources where bySize[source.size, default: []].count > 1 {
        let identity = source.status?.identity
        if let digest = identity.flatMap({ known[$0] }) {
          digests[number, default: []].append(digest)
          continue
        }
        do {
          let digest = SHA256.hex(of: try source.read())
          if let identity { known[identity] = digest }
          digests[number, default: []].append(digest)
        } catch {
          // Its extraction says why it cannot be read.
          continue
        }
      }
    }
    return digests
  }
}
