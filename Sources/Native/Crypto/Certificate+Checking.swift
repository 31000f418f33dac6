internal import CCrypto

extension Certificate {
  /// Checks a signature value with this certificate's key.
  ///
  /// - Parameters:
  ///   - signature: SM2 and ECDSA as DER SEQUENCE {r, s}.
  ///   - message: the signed bytes, one part after another, as they stand in the file.
  package func check(
    _ signature: [UInt8], over message: [ArraySlice<UInt8>], method: SignatureMethod
  ) -> SignatureCheck {
    defer { ERR_clear_error() }
    guard method.fits(keyKind) else { return .unsupported("\(method) with a key \(keyKind)") }
    guard let handle = X509Handle(der: bytes), let key = unsafe X509_get0_pubkey(handle.pointer),
      let context = unsafe EVP_MD_CTX_new()
    else { return .unsupported("the certificate's key cannot be used") }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard method == .sm2 else {
      var own: OpaquePointer?
      guard unsafe EVP_DigestVerifyInit(context, &own, method.digestMethod.method, nil, key) == 1,
        unsafe method.prepare(own)
      else { return .unsupported("\(method)") }
      return unsafe Self.outcome(context, signature, message)
    }
    // The user id must be known before the digest starts: it goes into its first block.
    guard let keyContext = unsafe EVP_PKEY_CTX_new(key, nil) else {
      return .unsupported("no memory")
    }
    defer { unsafe EVP_PKEY_CTX_free(keyContext) }
    let id = SignatureMethod.userID
    let hasID = unsafe id.withUnsafeBytes {
      unsafe EVP_PKEY_CTX_set1_id(keyContext, $0.baseAddress, Int32($0.count)) == 1
    }
    unsafe EVP_MD_CTX_set_pkey_ctx(context, keyContext)
    guard hasID, unsafe EVP_DigestVerifyInit(context, nil, EVP_sm3(), nil, key) == 1 else {
      return .unsupported("SM2")
    }
    return unsafe Self.outcome(context, signature, message)
  }

  private static func outcome(
    _ context: OpaquePointer, _ signature: [UInt8], _ message: [ArraySlice<UInt8>]
  ) -> SignatureCheck {
    for part in message {
      let isTaken = unsafe part.withUnsafeBytes {
        unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1
      }
      guard isTaken else { return .unsupported("the digest cannot be made") }
    }
    let verdict = unsafe signature.withUnsafeBufferPointer {
      unsafe EVP_DigestVerifyFinal(context, $0.baseAddress, $0.count)
    }
    // A value that is no signature at all gives a negative answer: it does not fit the message either.
    return verdict == 1 ? .valid : .invalid
  }
}

extension SignatureMethod {
  /// What the message is digested with.
  package var digestMethod: MessageDigest {
    switch self {
    case .sm2: .sm3
    case .rsa(let digest), .rsaPSS(let digest, _), .ecdsa(let digest): digest
    }
  }

  func fits(_ kind: Certificate.KeyKind) -> Bool {
    switch self {
    case .sm2: kind == .sm2
    case .rsa, .rsaPSS: kind == .rsa
    case .ecdsa: kind == .ecdsa
    }
  }

  /// Sets the padding where the method has one.
  func prepare(_ context: OpaquePointer?) -> Bool {
    guard case .rsaPSS(let digest, let saltLength) = self else { return true }
    return unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
      && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, Int32(clamping: saltLength)) == 1
      && EVP_PKEY_CTX_set_rsa_mgf1_md(context, digest.method) == 1
  }
}
