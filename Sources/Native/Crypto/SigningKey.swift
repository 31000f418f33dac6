internal import CCrypto

/// A private key for test material, which is made anew each time and never stored.
@safe package final class SigningKey: Sendable {
  /// What it signs with.
  package enum Kind: Sendable { case sm2, rsa2048, p256 }

  /// OpenSSL did not do it.
  package struct Failure: Error {}

  package let kind: Kind
  /// The public key is a SubjectPublicKeyInfo in DER.
  package let publicKey: [UInt8]
  // An address rather than a pointer, so that the class is Sendable: OpenSSL's keys do not change, and
  // any number of threads may sign with one.
  private let address: UInt

  private var key: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

  package init(_ kind: Kind) throws(Failure) {
    let name =
      switch kind {
      case .sm2: "SM2"
      case .rsa2048: "RSA"
      case .p256: "EC"
      }
    guard let context = unsafe EVP_PKEY_CTX_new_from_name(nil, name, nil) else { throw Failure() }
    defer { unsafe EVP_PKEY_CTX_free(context) }
    var made: OpaquePointer?
    guard unsafe EVP_PKEY_keygen_init(context) == 1,
      unsafe kind != .rsa2048 || EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2048) == 1,
      unsafe kind != .p256 || EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
      unsafe EVP_PKEY_generate(context, &made) == 1, let made = unsafe made
    else { throw Failure() }
    var data: UnsafeMutablePointer<UInt8>?
    let count = unsafe i2d_PUBKEY(made, &data)
    guard count > 0, let start = unsafe data else {
      unsafe EVP_PKEY_free(made)
      throw Failure()
    }
    defer { unsafe CRYPTO_free(start, nil, 0) }
    publicKey = unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
    self.kind = kind
    address = UInt(bitPattern: made)
  }

  deinit { unsafe EVP_PKEY_free(key) }

  /// Returns the signature value over `message`: with SM3 and the user id for SM2, with SHA-256 for the others.
  package func signature(over message: [UInt8]) throws(Failure) -> [UInt8] {
    guard let context = unsafe EVP_MD_CTX_new(),
      let keyContext = unsafe EVP_PKEY_CTX_new(key, nil)
    else { throw Failure() }
    defer {
      unsafe EVP_MD_CTX_free(context)
      unsafe EVP_PKEY_CTX_free(keyContext)
    }
    let id = SignatureMethod.userID
    let digest = unsafe kind == .sm2 ? EVP_sm3() : EVP_sha256()
    if kind == .sm2 {
      let isSet = unsafe id.withUnsafeBytes {
        unsafe EVP_PKEY_CTX_set1_id(keyContext, $0.baseAddress, Int32($0.count)) == 1
      }
      guard isSet else { throw Failure() }
    }
    unsafe EVP_MD_CTX_set_pkey_ctx(context, keyContext)
    guard unsafe EVP_DigestSignInit(context, nil, digest, nil, key) == 1 else { throw Failure() }
    var count = 0
    guard unsafe EVP_DigestSign(context, nil, &count, message, message.count) == 1 else {
      throw Failure()
    }
    var value = [UInt8](repeating: 0, count: count)
    guard unsafe EVP_DigestSign(context, &value, &count, message, message.count) == 1 else {
      throw Failure()
    }
    return Array(value.prefix(count))
  }
}
