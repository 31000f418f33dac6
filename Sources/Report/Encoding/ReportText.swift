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
    if text.isPlain(as: .json) {
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
    if text.isPlain(as: .markup) {
      bytes.append(contentsOf: text.utf8)
    } else {
      append(XML.escaped(text))
    }
  }
}

/// The ASCII characters that stand for themselves.
enum PlainBytes {
  /// Within a JSON string.
  case json
  /// Within an element or an attribute.
  case markup
  /// On one line of plain text.
  case line

  func contains(_ byte: UInt8) -> Bool {
    guard (0x20...0x7E).contains(byte) else { return false }
    switch self {
    case .json: return byte != 0x22 && byte != 0x5C
    case .markup:
      return byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22 && byte != 0x27
    case .line: return true
    }
  }
}

extension String {
  /// Whether nothing in the text has to be escaped; `false` is no proof of the opposite.
  ///
  /// That is so for the plain ASCII characters, and for wide ones of blocks in which every code point is assigned,
  /// seen, and a `Character` of its own. By lead byte: U+4000–U+9FFF (E4–E9) but the hexagrams U+4DC0–U+4DFF
  /// (E4 B7), CJK punctuation U+3000–U+3029 (E3 80; tone marks follow), full-width forms from U+FF01 (EF BC 81)
  /// to U+FF5E (EF BD 9E).
  func isPlain(as plain: PlainBytes) -> Bool {
    let bytes = utf8.span
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        guard plain.contains(byte) else { return false }
        index += 1
        continue
      }
      // Strings are valid UTF-8: two bytes follow.
      guard (0xE3...0xEF).contains(byte), index + 2 < bytes.count else { return false }
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      index += 3
      switch (byte, second) {
      case (0xE4, 0xB7): return false
      case (0xE4...0xE9, _): continue
      case (0xE3, 0x80) where third < 0xAA: continue
      case (0xEF, 0xBC) where third > 0x80, (0xEF, 0xBD) where third <= 0x9E: continue
      default: return false
      }
    }
    return true
  }
}
