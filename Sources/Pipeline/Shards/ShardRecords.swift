internal import Assemble
internal import Ingest
internal import Native

/// The records of all shards in the order of the plan, one after the other: a run of any length needs memory for few.
struct ShardRecords: Sequence {
  /// A shard's records are not those that it wrote.
  struct Damaged: Error {
    let shard: Int
  }

  /// A record, not decoded yet.
  struct Item: Sendable {
    let shard: Int
    let head: ShardRecordHead
    fileprivate let bytes: [UInt8]
    fileprivate let place: RecordFile.Place

    /// What is kept of the submission, and the submission.
    func decoded() throws(Damaged) -> (record: ShardRecord, submission: Submission) {
      do {
        let record = try RecordFile.record(in: bytes, at: place)
        let kept = try WireReader.value(KeptSubmission.self, in: record.submission).submission
        guard kept.name == head.traces.submission else { throw Damaged(shard: shard) }
        return (record, kept)
      } catch {
        throw Damaged(shard: shard)
      }
    }
  }

  let file: PlanFile
  let results: [ShardResult]
  /// Whether all bytes are read, and looked at whether they are those that were written.
  let isWhole: Bool

  func makeIterator() -> Iterator { Iterator(file: file, results: results, isWhole: isWhole) }

  struct Iterator: IteratorProtocol {
    fileprivate let file: PlanFile
    fileprivate let results: [ShardResult]
    fileprivate let isWhole: Bool
    private var shard = 0
    private var records: RecordFile?
    private var start = 0
    private var index = 0
    private var isAtEnd = false

    fileprivate init(file: PlanFile, results: [ShardResult], isWhole: Bool) {
      self.file = file
      self.results = results
      self.isWhole = isWhole
    }

    /// The next record; a failure is the last.
    mutating func next() -> Result<ShardRecords.Item, Damaged>? {
      guard !isAtEnd, index < file.plan.submissions.count else { return nil }
      do {
        let range = file.plan.shards[shard]
        if records == nil {
          records = try RecordFile(
            file.folder(of: shard) + "/" + results[shard].records, of: file.digest)
          start = 0
        }
        guard let place = records?.place(at: start), place.head.index == index,
          place.head.traces.submission == file.plan.submissions[index].name,
          let bytes = isWhole ? try records?.bytes(of: place) : []
        else { throw Damaged(shard: shard) }
        defer {
          start += place.count
          index += 1
          if index == range.first + range.count {
            shard += 1
            records = nil
          }
        }
        return .success(
          ShardRecords.Item(shard: shard, head: place.head, bytes: bytes, place: place))
      } catch {
        isAtEnd = true
        return .failure(Damaged(shard: shard))
      }
    }
  }
}
