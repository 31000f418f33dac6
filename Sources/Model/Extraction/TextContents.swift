/// Tells text from other bytes, and what markup it is.
package enum TextContents {
  /// The character encodings that Chinese desktops write.
  package enum Encoding: Sendable {
    case utf8, utf16
    /// GBK or GB 18030, by the form of its byte pairs.
    case gbk
  }

  /// Returns the encoding of the whole of `bytes`; `nil` where they are no text.
  package static func encoding(of bytes: [UInt8]) -> Encoding? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    let controls = bytes.count(where: isControl)
    // Logs of terminals have some, other files many, or zeros.
    guard controls * 4 <= bytes.count, controls == 0 || !bytes.contains(0) else { return nil }
    if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
    return bytes.allSatisfy { !isControl($0) || isOfTerminals($0) } && isGBK(bytes) ? .gbk : nil
  }

  /// The media type of a text; `nil` where the bytes are none, or empty.
  static func type(of bytes: [UInt8]) -> MediaType? {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let head = Array((isMarked ? bytes.dropFirst(3) : bytes[...]).prefix(4096))
    // A character of up to four bytes may be cut at the end.
    let isText = (0...3).contains { cut in
      (cut == 0 || head.count == 4096) && head.count > cut
        && encoding(of: Array(head.dropLast(cut))) != nil
    }
    guard isText else { return nil }
    let start = String(decoding: head.prefix(512), as: UTF8.self).lowercased()
      .drop(while: \.isWhitespace)
    if start.hasPrefix("<svg") { return .svg }
    if htmlStarts.contains(where: start.hasPrefix) { return .html }
    // A comment or a declaration may stand before a page, too.
    if start.hasPrefix("<?xml"), start.contains("<html") { return .html }
    if start.hasPrefix("<!--"), start.contains("<html") || start.contains("<table") { return .html }
    let isXML = start.hasPrefix("<?xml") || start.hasPrefix("<!--") || start.hasPrefix("<map")
    if isXML || start.hasPrefix("<opml") || start.hasPrefix("<mx") {
      return drawings.first { start.contains($0.root) }?.type ?? (isXML ? .xml : .text)
    }
    return .text
  }

  /// How pages begin, and the tables that web systems export as workbooks.
  private static let htmlStarts = [
    "<!doctype html", "<html", "<head", "<meta", "<table", "<style", "<body",
  ]

  /// What the root element of XML says, in lower case.
  private static let drawings: [(root: String, type: MediaType)] = [
    ("<svg", .svg), ("<mxfile", .drawio), ("<mxgraphmodel", .drawio), ("<opml", .opml),
    ("<map version", .freeMind),
  ]

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains(byte)) || byte == 0x7F
  }

  /// Bell, backspace, escape, and the end that DOS wrote into files: what pairs of bytes by chance hold besides is none.
  private static func isOfTerminals(_ byte: UInt8) -> Bool {
    [0x07, 0x08, 0x1A, 0x1B].contains(byte)
  }

  private static func isGBK(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count else { return false }
      let second = bytes[index + 1]
      if (0x30...0x39).contains(second) {
        // GB 18030's four bytes.
        guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
          (0x30...0x39).contains(bytes[index + 3])
        else { return false }
        index += 4
      } else {
        guard (0x40...0xFE).contains(second), second != 0x7F else { return false }
        index += 2
      }
    }
    return true
  }
}
