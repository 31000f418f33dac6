/// Pieces on the pipe between `dossier` and its workers: four bytes of length, the lowest last, then
/// that many bytes.
enum Frame {
  static let prefixLength = 4
  /// An answer beyond this is not one; nor does a picture that ingest let through reach it.
  static let longest = 256 << 20

  static func encoded(_ payload: [UInt8]) -> [UInt8] {
    let count = UInt32(payload.count)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + payload
  }

  /// The length that four bytes say.
  static func length(_ prefix: some Collection<UInt8>) -> Int {
    prefix.reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Bytes as they come in, cut into frames.
struct FrameBuffer {
  /// The other side does not speak our language.
  struct Garbled: Error {}

  private var bytes: [UInt8] = []

  mutating func append(_ more: [UInt8]) { bytes += more }

  /// The payload of the first whole frame, which it removes.
  mutating func next() throws(Garbled) -> [UInt8]? {
    guard bytes.count >= Frame.prefixLength else { return nil }
    let length = Frame.length(bytes[..<Frame.prefixLength])
    guard length <= Frame.longest else { throw Garbled() }
    let end = Frame.prefixLength + length
    guard bytes.count >= end else { return nil }
    let payload = Array(bytes[Frame.prefixLength..<end])
    bytes.removeFirst(end)
    return payload
  }
}
