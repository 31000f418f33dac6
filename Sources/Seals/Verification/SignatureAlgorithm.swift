internal import Native

/// Signature algorithms by their object identifiers (GM/T 0006, RFC 8017, RFC 5758).
enum SignatureAlgorithm {
  /// Returns the method of an algorithm; `nil` for one that cannot be checked.
  package static func method(_ identifier: String) -> SignatureMethod? { methods[identifier] }

  private static let methods: [String: SignatureMethod] = [
    "1.2.156.10197.1.501": .sm2,
    "1.2.840.113549.1.1.5": .rsa(.sha1),
    "1.2.840.113549.1.1.11": .rsa(.sha256),
    "1.2.840.113549.1.1.12": .rsa(.sha384),
    "1.2.840.113549.1.1.13": .rsa(.sha512),
    "1.2.840.113549.1.1.14": .rsa(.sha224),
    "1.2.840.10045.4.1": .ecdsa(.sha1),
    "1.2.840.10045.4.3.1": .ecdsa(.sha224),
    "1.2.840.10045.4.3.2": .ecdsa(.sha256),
    "1.2.840.10045.4.3.3": .ecdsa(.sha384),
    "1.2.840.10045.4.3.4": .ecdsa(.sha512),
  ]
}

/// Digest methods by object identifier or name, as seals, OFD and CMS write them.
enum DigestAlgorithm {
  /// Returns the method of an algorithm; `nil` for one that cannot be computed: `1.2.156.10197.1.401.2` is SM3 with a key.
  package static func method(_ name: String) -> MessageDigest? {
    let plain = name.filter { $0 != "-" && $0 != " " }.uppercased()
    return methods[plain]
  }

  private static let methods: [String: MessageDigest] = [
    "1.2.156.10197.1.401": .sm3, "1.2.156.10197.1.401.1": .sm3, "SM3": .sm3,
    "1.3.14.3.2.26": .sha1, "SHA1": .sha1, "2.16.840.1.101.3.4.2.1": .sha256, "SHA256": .sha256,
    "2.16.840.1.101.3.4.2.2": .sha384, "SHA384": .sha384, "2.16.840.1.101.3.4.2.3": .sha512,
    "SHA512": .sha512, "2.16.840.1.101.3.4.2.4": .sha224, "1.2.840.113549.2.5": .md5, "MD5": .md5,
  ]
}

/// SM2 and ECDSA signature values.
enum SignatureValue {
  /// As DER SEQUENCE {r, s}: raw r and s of 32 bytes each are what some software writes into the BIT STRING.
  static func der(_ value: [UInt8], for method: SignatureMethod) -> [UInt8] {
    guard method == .sm2, value.count == 64 else { return value }
    let numbers = [value[..<32], value[32...]].map { number -> [UInt8] in
      var digits = Array(number.drop { $0 == 0 })
      if digits.first.map({ $0 >= 0x80 }) != false { digits.insert(0, at: 0) }
      return [0x02, UInt8(digits.count)] + digits
    }
    let content = numbers.flatMap(\.self)
    return [0x30, UInt8(content.count)] + content
  }
}
