internal import CCrypto

/// A parsed certificate of OpenSSL's; the sole owner of one reference to an `X509`.
@safe struct X509Handle: ~Copyable {
  let pointer: OpaquePointer

  /// `nil` unless `der` is one certificate and nothing after it.
  init?(der: [UInt8]) {
    let parsed: OpaquePointer? = unsafe der.withUnsafeBufferPointer { bytes in
      var next = bytes.baseAddress
      guard let start = unsafe next else { return nil }
      guard let certificate = unsafe d2i_X509(nil, &next, bytes.count) else { return nil }
      guard let end = unsafe next, unsafe end - start == bytes.count else {
        unsafe X509_free(certificate)
        return nil
      }
      return unsafe certificate
    }
    // Its reasons are not asked for, and must not pile up.
    ERR_clear_error()
    guard let parsed = unsafe parsed else { return nil }
    unsafe pointer = parsed
  }

  deinit { unsafe X509_free(pointer) }

  /// Makes checks of this certificate's own signature use the SM2 user id: OpenSSL 3.0 takes an empty one else.
  ///
  /// Only where the signature is an SM2 one: the other methods refuse an id.
  func setUserID() {
    guard unsafe X509_get_signature_nid(pointer) == NID_SM2_with_SM3 else { return }
    guard let id = unsafe ASN1_OCTET_STRING_new() else { return }
    let isSet = unsafe SignatureMethod.userID.withUnsafeBufferPointer {
      unsafe ASN1_OCTET_STRING_set(id, $0.baseAddress, Int32($0.count)) == 1
    }
    guard isSet else {
      unsafe ASN1_OCTET_STRING_free(id)
      return
    }
    // The certificate takes over the string.
    unsafe X509_set0_distinguishing_id(pointer, id)
  }
}
