internal import Assemble
internal import Foundation
internal import Model
internal import Native

/// What a run keeps of each submission until all are read: digests of what may be shared in memory; what was
/// read in this run on disk, in a file without a name.
struct BatchMemory {
  var index: BatchIndex
  /// By submission: its traces, and how often they occurred when it was judged.
  private var judged: [Int: (traces: BatchTraces, occurrences: Int)] = [:]
  private var spool: SpoolFile?
  private var places: [Int: [Place]] = [:]

  private struct Place {
    let file: String
    let start: Int
    let count: Int
  }

  /// - Parameter total: The number of submissions of the run.
  init(total: Int) { index = BatchIndex(total: total) }

  /// Notes that a submission is judged by what is known now.
  mutating func remember(_ traces: BatchTraces, of submission: Int) {
    judged[submission] = (traces, index.occurrences(of: traces))
  }

  func isJudged(_ submission: Int) -> Bool { judged[submission] != nil }

  /// The submissions that have more in common with others than was known when they were judged, in order.
  var changed: [Int] {
    judged.filter { index.occurrences(of: $0.value.traces) != $0.value.occurrences }.keys.sorted()
  }

  /// Keeps what was read of a submission that is judged as if it stood alone.
  ///
  /// - Throws: ``PrivateFile/Failure`` where there is no room: without it nobody would know what it shares with others.
  mutating func keep(
    _ extractions: [Extraction], of submission: Int, traces: BatchTraces
  ) throws {
    let traces = traces.withoutEvidence
    index.insert(traces)
    judged[submission] = (traces, traces.count)
    do {
      if spool == nil { spool = try SpoolFile(inFolder: NSTemporaryDirectory()) }
      guard let spool else { return }
      var kept: [Place] = []
      for extraction in extractions {
        let bytes = try ExtractionForm.bytes(of: extraction)
        kept.append(
          Place(file: extraction.file, start: try spool.append(bytes), count: bytes.count))
      }
      places[submission] = kept
    } catch is ExtractionForm.Unfaithful {
      // Something has no form in bytes: the submission keeps its first judgement.
      return
    }
  }

  /// What was read of a submission in this run; `nil` where it was not, or could not be kept.
  func extractions(of submission: Int) -> [Extraction]? {
    guard let spool, let kept = places[submission] else { return nil }
    do {
      return try kept.map { place in
        try ExtractionForm.extraction(
          in: try spool.read(at: place.start, count: place.count), file: place.file)
      }
    } catch {
      return nil
    }
  }
}
