internal import Ingest

extension RunPlan {
  /// Reads everything that bytes of a shard say, as the merge does, whoever wrote them.
  ///
  /// For looking for bytes that end the program: records carry a digest, behind which no changed one would get.
  ///
  /// - Returns: Whether they are the head or the body of a record.
  package static func holdsRecord(_ bytes: [UInt8]) -> Bool {
    do throws(WireReader.Malformed) {
      let record = try WireReader.value(ShardRecord.self, in: bytes)
      _ = try WireReader.value(KeptSubmission.self, in: record.submission)
      _ = try record.read()
      return true
    } catch {
      do throws(WireReader.Malformed) {
        _ = try WireReader.value(ShardRecordHead.self, in: bytes)
        return true
      } catch {
        return false
      }
    }
  }
}
