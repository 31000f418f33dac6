/// The document type that drawing programs write above an SVG.
///
/// SVG 1.1 recommends one that names its definition by address and declares nothing; draw.io and Inkscape write it. Such
/// a line is passed over unread. One with declarations of its own stays, and is refused.
enum SVGProlog {
  private static let searchLimit = 4_096

  /// Returns the text with blanks where a document type without declarations stood.
  static func withoutDocumentType(_ bytes: [UInt8]) -> [UInt8] {
    let head = bytes.prefix(searchLimit)
    let mark = Array("<!DOCTYPE svg".utf8)
    guard let start = head.indices.first(where: { head[$0...].starts(with: mark) }),
      let end = head[start...].firstIndex(of: UInt8(ascii: ">")),
      !head[start..<end].contains(UInt8(ascii: "["))
    else { return bytes }
    var plain = bytes
    for index in start...end where plain[index] != 0x0A { plain[index] = 0x20 }
    return plain
  }
}
