internal import Foundation
internal import Model

/// The bytes of a seal inside a file: DER as such, or in base64 with or without PEM lines.
enum SealFile {
  static func der(in bytes: [UInt8]) -> [UInt8] {
    guard bytes.first != 0x30 else { return bytes }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return Base64Text.bytes(lines.filter { !$0.hasPrefix("-----") }.joined()) ?? bytes
  }
}

/// Bytes written in base64 (RFC 4648), with white space anywhere.
enum Base64Text {
  static func bytes(_ text: String) -> [UInt8]? {
    Data(base64Encoded: text.filter { !$0.isWhitespace }).map { [UInt8]($0) }
  }
}
