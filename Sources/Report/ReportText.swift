/// The text of a report as it grows: UTF-8 in one buffer, which is what is written in the end.
///
/// Texts of documents pass through ``append(quoted:)`` or ``append(escaped:)``; both look at bytes first, because
/// nearly all texts need nothing done to them.
struct ReportText {
  private(set) var bytes: [UInt8] = []

  /// What is our own, or has been escaped.
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ bytes: [UInt8]) { self.bytes.append(contentsOf: bytes) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// A line break and so many spaces.
  mutating func breakLine(indent: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension ReportText {
  /// A JSON string in quotation marks: what is not seen or turns the text is escaped, slashes are not.
  mutating func append(quoted text: String) {
    bytes.append(0x22)
    if text.isPlain(but: PlainBytes.json) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(quoted: scalar) }
    }
    bytes.append(0x22)
  }

  private mutating func append(quoted scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case _ where scalar.isInvisible:
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      }
    default: append(String(scalar))
    }
  }

  /// Text for XML and HTML as ``XML/escaped(_:)`` has it.
  mutating func append(escaped text: String) {
    if text.isPlain(but: PlainBytes.markup) {
      bytes.append(contentsOf: text.utf8)
    } else {
      append(XML.escaped(text))
    }
  }
}

/// The ASCII characters that stand for themselves.
enum PlainBytes {
  /// Within a JSON string.
  static let json = table(without: "\"\\")
  /// Within an element or an attribute.
  static let markup = table(without: "&<>\"'")
  /// On one line of plain text.
  static let line = table(without: "")

  /// Whether each of the 128 is plain.
  private static func table(without special: String) -> [Bool] {
    (UInt8(0)..<128).map { (0x20...0x7E).contains($0) && !special.utf8.contains($0) }
  }
}

extension String {
  /// Whether nothing in the text has to be escaped; `false` is no proof of the opposite.
  ///
  /// That is so for plain ASCII of the table, and for blocks in which every code point is assigned and seen. By
  /// lead byte: U+4000–U+9FFF (E4–E9), CJK punctuation U+3000–U+303F (E3 80), full-width forms from U+FF01
  /// (EF BC 81) to U+FF5E (EF BD 9E).
  func isPlain(but table: [Bool]) -> Bool {
    let bytes = utf8
    var index = bytes.startIndex
    while index != bytes.endIndex {
      let byte = bytes[index]
      bytes.formIndex(after: &index)
      if byte < 0x80 {
        guard table[Int(byte)] else { return false }
        continue
      }
      guard (0xE3...0xEF).contains(byte) else { return false }
      let second = bytes[index]
      bytes.formIndex(after: &index)
      let third = bytes[index]
      bytes.formIndex(after: &index)
      switch (byte, second) {
      case (0xE4...0xE9, _), (0xE3, 0x80): continue
      case (0xEF, 0xBC) where third > 0x80, (0xEF, 0xBD) where third <= 0x9E: continue
      default: return false
      }
    }
    return true
  }
}
