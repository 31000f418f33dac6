internal import Model
internal import Native

/// Text out of the bytes of a file, in the encodings that Chinese desktops write.
package enum PlainText {
  /// Returns the text without a byte order mark and as a terminal shows it; `nil` where the bytes are no text.
  package static func decoded(_ bytes: [UInt8]) -> String? {
    marked(bytes).map(TerminalText.plain)
  }

  private static func marked(_ bytes: [UInt8]) -> String? {
    guard let encoding = TextContents.encoding(of: bytes) else { return nil }
    switch encoding {
    case .utf8:
      let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      return String(validating: bytes[(isMarked ? 3 : 0)...], as: UTF8.self)
    case .gbk: return ChineseTextDecoding.gb18030(bytes)
    case .utf16: return utf16(bytes)
    }
  }

  /// How much of a text is looked at to tell what it is.
  private static let glance = 65_536

  /// Returns the text of a file's beginning, whose cut may go through a character; `nil` where it is no text.
  package static func head(of bytes: [UInt8]) -> String? {
    guard bytes.count > glance else { return decoded(bytes) }
    return (0..<4).lazy.compactMap { decoded(Array(bytes.prefix(glance - $0))) }.first
  }

  private static func utf16(_ bytes: [UInt8]) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count, by: 2).map { at in
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return String(validating: units, as: UTF16.self)
  }
}
