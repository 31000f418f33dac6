internal import Foundation

/// Bytes between PEM's lines (RFC 7468).
enum PEMText {
  static func text(_ bytes: [UInt8], label: String) -> String {
    let body = Data(bytes).base64EncodedString(options: [
      .lineLength64Characters, .endLineWithLineFeed,
    ])
    return "-----BEGIN \(label)-----\n\(body)\n-----END \(label)-----\n"
  }
}
