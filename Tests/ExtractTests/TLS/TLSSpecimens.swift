import Foundation

/// Certificates of invented servers, whose keys were thrown away.
enum TLSSpecimens {
  /// For mail.xinghe-demo.com.cn and names below it, P-256, signed by ``root``.
  static let server = certificates(in: "chain.pem")[0]
  static let root = certificates(in: "chain.pem")[1]
  /// RSA with 1,024 bits and SHA-1, without alternative names, signed by itself.
  static let weak = certificates(in: "weak.pem")[0]

  /// The certificates of a file, each in PEM without the last line's end.
  private static func certificates(in file: String) -> [String] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bytes = FileManager.default.contents(
      atPath: tests.appendingPathComponent("Corpora/tls/" + file).path)
    let end = "-----END CERTIFICATE-----"
    return String(decoding: bytes ?? Data(), as: UTF8.self).components(separatedBy: end + "\n")
      .map { $0 + end }
  }
}
