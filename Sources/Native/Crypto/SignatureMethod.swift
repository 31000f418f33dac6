/// How a signature value was made.
package enum SignatureMethod: Hashable, Sendable {
  /// SM2 with SM3 (GB/T 32918) and the user id ``userID``.
  case sm2
  /// RSASSA-PKCS1-v1_5 (RFC 8017).
  case rsa(MessageDigest)
  /// RSASSA-PSS with the same digest for the mask (RFC 8017).
  case rsaPSS(MessageDigest, saltLength: Int)
  /// ECDSA, value as SEQUENCE {r, s} (FIPS 186-4).
  case ecdsa(MessageDigest)

  /// GM/T 0009's user id for all who have none of their own.
  package static let userID = Array("1234567812345678".utf8)
}

/// A check is what came of verifying a signature value.
package enum SignatureCheck: Hashable, Sendable {
  case valid, invalid
  /// The method or the key is none that can be checked: neither valid nor invalid.
  case unsupported(String)
}
