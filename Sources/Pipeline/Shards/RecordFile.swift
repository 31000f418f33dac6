internal import Foundation
internal import Native

/// Records one after the other in a file: the lengths of head and body, their digest, head, body.
///
/// The digest begins with that of the plan: a record of another plan is none of this one.
/// Whoever adds to it may be killed at any moment: what is not whole at the end is none.
struct RecordFile {
  /// Where a record lies.
  struct Place {
    let head: ShardRecordHead
    fileprivate let start: Int
    fileprivate let headCount: Int
    fileprivate let bodyCount: Int

    /// Of the whole record, lengths and digest included.
    var count: Int { RecordFile.prefix + headCount + bodyCount }
  }

  /// The record is not what was written.
  struct Damaged: Error {}

  private static let prefix = 16 + 64
  private let file: PlacedFile
  /// The digest of the plan.
  private let plan: String

  init(_ path: String, of plan: String) throws(FileFailure) {
    file = try PlacedFile(path)
    self.plan = plan
  }

  /// A record as it stands in a file.
  ///
  /// - Parameter plan: The digest of the plan.
  static func bytes(
    _ head: ShardRecordHead, _ body: some WireValue, of plan: String
  ) -> [UInt8] {
    let (head, body) = (WireWriter.bytes(of: head), WireWriter.bytes(of: body))
    return length(head.count) + length(body.count) + Array(digest(plan, head, body).utf8) + head
      + body
  }

  /// The record that begins at a byte; `nil` where there is no whole one.
  func place(at start: Int) -> Place? {
    do {
      guard start + Self.prefix <= file.size else { return nil }
      let lengths = try file.read(at: start, count: 16)
      let (headCount, bodyCount) = (Self.number(lengths[..<8]), Self.number(lengths[8...]))
      guard headCount >= 0, bodyCount >= 0, headCount < 1 << 30, bodyCount < 1 << 34,
        start + Self.prefix + headCount + bodyCount <= file.size
      else { return nil }
      let head = try WireReader.value(
        ShardRecordHead.self, in: try file.read(at: start + Self.prefix, count: headCount))
      return Place(head: head, start: start, headCount: headCount, bodyCount: bodyCount)
    } catch {
      return nil
    }
  }

  /// All whole records from the beginning, whose bytes are those that were written for the plan.
  func places() -> [Place] {
    var places: [Place] = []
    var start = 0
    while let place = place(at: start), isWhole(place) {
      places.append(place)
      start += place.count
    }
    return places
  }

  /// All bytes of a record.
  ///
  /// - Throws: ``Damaged`` where they are not those that were written.
  func bytes(of place: Place) throws -> [UInt8] {
    let all = try file.read(at: place.start, count: place.count)
    let head = Array(all[Self.prefix..<Self.prefix + place.headCount])
    let body = Array(all[(Self.prefix + place.headCount)...])
    guard Array(Self.digest(plan, head, body).utf8) == Array(all[16..<Self.prefix]) else {
      throw Damaged()
    }
    return all
  }

  /// The body in all bytes of a record.
  static func record(in bytes: [UInt8], at place: Place) throws(WireReader.Malformed) -> ShardRecord
  {
    try WireReader.value(in: Array(bytes[(prefix + place.headCount)...]))
  }

  private func isWhole(_ place: Place) -> Bool {
    do {
      _ = try bytes(of: place)
      return true
    } catch {
      return false
    }
  }

  private static func digest(_ plan: String, _ head: [UInt8], _ body: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(Array(plan.utf8))
    hash.update(head)
    hash.update(body)
    return hash.hex()
  }

  private static func length(_ count: Int) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: count >> $0) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
