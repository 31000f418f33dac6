internal import Foundation
internal import Model

/// The bytes of a seal inside a file: DER as such, or in base64 with or without PEM lines.
enum SealFile {
  static func der(in bytes: [UInt8]) -> [UInt8] {
    guard bytes.first != 0x30 else { return bytes }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let text = lines.filter { !$0.hasPrefix("-----") }.joined().filter { !$0.isWhitespace }
    guard let data = Data(base64Encoded: text) else { return bytes }
    return [UInt8](data)
  }
}
