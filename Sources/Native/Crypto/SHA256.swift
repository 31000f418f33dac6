internal import CCrypto

/// The hash of FIPS 180-4 for digests of files and for fingerprints; bytes come piece by piece or at once.
///
/// The functions behind it take no memory, so that a digest never fails.
package struct SHA256: Sendable {
  private var state = SHA256_CTX()

  package init() { unsafe dossier_sha256_start(&state) }

  /// Returns the digest of `bytes` in lower-case hexadecimal.
  package static func hex(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hex()
  }

  /// Returns the digest of the text's UTF-8 bytes in lower-case hexadecimal.
  package static func hex(of text: String) -> String { hex(of: Array(text.utf8)) }

  /// Returns the 32 bytes of the digest of the text's UTF-8 bytes.
  package static func bytes(of text: String) -> [UInt8] {
    var hash = SHA256()
    hash.update(Array(text.utf8))
    return hash.digest
  }

  /// Feeds more bytes.
  package mutating func update(_ bytes: [UInt8]) {
    unsafe dossier_sha256_add(&state, bytes, bytes.count)
  }

  /// Returns the digest of everything fed so far in lower-case hexadecimal; more may follow.
  package func hex() -> String {
    let digits = Array("0123456789abcdef".utf8)
    let pairs = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: pairs, as: UTF8.self)
  }

  private var digest: [UInt8] {
    var last = state
    var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    unsafe dossier_sha256_finish(&last, &bytes)
    return bytes
  }
}
