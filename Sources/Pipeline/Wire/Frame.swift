/// Pieces on the pipe between `dossier` and its workers: four bytes of length, the highest first, then a value
/// in that many bytes.
enum Frame {
  static let prefixLength = 4
  /// No request is longer: ingest lets no such file through.
  static let longest = 256 << 20

  static func holding(_ value: some WireValue) -> [UInt8] {
    let payload = WireWriter.bytes(of: value)
    let count = UInt32(payload.count)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + payload
  }

  /// The length that four bytes say.
  static func length(
    _ prefix: some Collection<UInt8>, atMost longest: Int = longest
  ) throws(WireReader.Malformed) -> Int {
    let length = prefix.reduce(0) { $0 << 8 | Int($1) }
    guard length <= longest else { throw WireReader.Malformed() }
    return length
  }
}

/// Bytes as they come in, cut into frames.
struct FrameBuffer {
  private let longest: Int
  private var bytes: [UInt8] = []
  /// Where the first frame begins that was not taken.
  private var start = 0

  /// - Parameter longest: How many bytes a payload may have.
  init(longest: Int) { self.longest = longest }

  mutating func append(_ more: [UInt8]) {
    bytes.removeFirst(start)
    start = 0
    bytes += more
  }

  /// The payload of the first whole frame, which it removes.
  mutating func next() throws(WireReader.Malformed) -> [UInt8]? {
    let begin = start + Frame.prefixLength
    guard begin <= bytes.count else { return nil }
    let end = begin + (try Frame.length(bytes[start..<begin], atMost: longest))
    guard end <= bytes.count else { return nil }
    start = end
    return Array(bytes[begin..<end])
  }
}
