internal import Model

extension WireReader {
  /// A JPEG file in Base64 (RFC 4648 section 4), which reports embed as it is: it must not end what it stands in.
  mutating func jpeg() throws(Malformed) -> String {
    let text = try text()
    let bytes = text.utf8
    let letters = bytes.reversed().drop { $0 == 0x3D }
    guard bytes.count % 4 == 0, bytes.count - letters.count <= 2, text.hasPrefix("/9j/"),
      letters.allSatisfy(Self.isBase64)
    else { throw Malformed() }
    return text
  }

  /// The width or height of a picture in a report, in pixels.
  mutating func side() throws(Malformed) -> Int {
    let side: Int = try read()
    guard (1...PageDrawing.longestSide).contains(side) else { throw Malformed() }
    return side
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2F: true
    default: false
    }
  }
}
