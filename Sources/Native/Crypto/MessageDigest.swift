internal import CCrypto

/// The digest methods that signatures use: SM3 (GB/T 32905), SHA (FIPS 180-4), MD5 (RFC 1321).
package enum MessageDigest: String, Sendable, CaseIterable {
  case sm3, sha1, sha224, sha256, sha384, sha512, md5

  /// Returns the digest of the parts, one after another; `nil` where the library has no memory.
  package func digest(of parts: [ArraySlice<UInt8>]) -> [UInt8]? {
    guard let context = unsafe EVP_MD_CTX_new() else { return nil }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestInit_ex(context, method, nil) == 1 else { return nil }
    for part in parts {
      let isTaken = unsafe part.withUnsafeBytes {
        unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1
      }
      guard isTaken else { return nil }
    }
    var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    guard unsafe EVP_DigestFinal_ex(context, &result, &count) == 1 else { return nil }
    return Array(result.prefix(Int(count)))
  }

  /// Returns the digest of `bytes`.
  package func digest(of bytes: [UInt8]) -> [UInt8]? { digest(of: [bytes[...]]) }

  /// OpenSSL's method, which it owns.
  @safe var method: OpaquePointer? {
    switch self {
    case .sm3: unsafe EVP_sm3()
    case .sha1: unsafe EVP_sha1()
    case .sha224: unsafe EVP_sha224()
    case .sha256: unsafe EVP_sha256()
    case .sha384: unsafe EVP_sha384()
    case .sha512: unsafe EVP_sha512()
    case .md5: unsafe EVP_md5()
    }
  }
}
