/// Cuts what arrives on a connection into messages: each has a header with its length (LSP 3.17, base protocol).
package struct MessageFrames: Sendable {
  /// The bytes of a message that are accepted at most; rule files are below 4 MB.
  package static let sizeLimit = 64 << 20

  /// A header is a line or two.
  private static let headerLimit = 1 << 14

  private var bytes: [UInt8] = []
  private var start = 0

  package init() {}

  package mutating func append(_ more: some Sequence<UInt8>) {
    if start > 1 << 20 || start == bytes.count {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// Returns the text of the next whole message; `nil` until more has arrived.
  ///
  /// What is no header is left out: a client that writes nonsense is told nothing and waits for nothing.
  package mutating func next() -> String? {
    while let header = header() {
      guard let length = header.length, length <= Self.sizeLimit else {
        start = header.end
        continue
      }
      guard bytes.count - header.end >= length else { return nil }
      start = header.end + length
      return String(decoding: bytes[header.end..<start], as: UTF8.self)
    }
    return nil
  }

  /// The header at the start, whole: where it ends and the length that it gives.
  private mutating func header() -> (end: Int, length: Int?)? {
    let end: [UInt8] = [13, 10, 13, 10]
    var index = start
    while index + end.count <= bytes.count {
      if bytes[index] == end[0], bytes[index..<(index + end.count)].elementsEqual(end) {
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        return (index + end.count, Self.length(in: text))
      }
      index += 1
      // Longer than any header: nothing of it is kept.
      if index - start > Self.headerLimit { start = index }
    }
    return nil
  }

  private static func length(in header: String) -> Int? {
    for line in header.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      return Int(parts[1].filter { !$0.isWhitespace }).flatMap { $0 >= 0 ? $0 : nil }
    }
    return nil
  }

  /// Returns a message as it is sent.
  package static func framed(_ message: LSPValue) -> [UInt8] {
    let body = Array(message.json.utf8)
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
