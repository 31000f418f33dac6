internal import Assemble
internal import Foundation
internal import Model
internal import Native

/// What a run keeps of each submission until all are read: digests of what may be shared in memory, what
/// was read on disk in a file without a name.
struct BatchMemory {
  private(set) var index = BatchIndex()
  private var spool: SpoolFile?
  private var places: [Int: [Place]] = [:]

  private struct Place {
    let file: String
    let start: Int
    let count: Int
  }

  /// Keeps what was read of a submission.
  mutating func keep(_ extractions: [Extraction], of submission: Int, traces: BatchTraces) {
    index.insert(traces.withoutEvidence)
    do throws(PrivateFile.Failure) {
      if spool == nil { spool = try SpoolFile(inFolder: NSTemporaryDirectory()) }
      guard let spool else { return }
      var kept: [Place] = []
      for extraction in extractions {
        // A form that does not hold all of it cannot be judged again.
        guard let bytes = ExtractionCoding.encoded(extraction) else { return }
        kept.append(
          Place(file: extraction.file, start: try spool.append(bytes), count: bytes.count))
      }
      places[submission] = kept
    } catch {
      // A full disk: the submission keeps its first judgement.
      return
    }
  }

  /// What was read of a submission; `nil` where it could not be kept.
  func extractions(of submission: Int) -> [Extraction]? {
    guard let spool, let kept = places[submission] else { return nil }
    do {
      return try kept.map { place in
        try ExtractionCoding.decoded(
          try spool.read(at: place.start, count: place.count), file: place.file)
      }
    } catch {
      return nil
    }
  }
}
