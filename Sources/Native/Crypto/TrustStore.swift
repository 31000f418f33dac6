internal import CCrypto

/// Holds the certificates that the user trusts, ready for judging chains; it is the sole owner of an `X509_STORE`.
@safe package final class TrustStore {
  /// How far a chain leads.
  package enum Outcome: Hashable, Sendable {
    case trusted
    /// OpenSSL's reason.
    case untrusted(String)
  }

  private let store: OpaquePointer
  /// How many certificates are trusted.
  package let count: Int

  /// Trusts every certificate, roots and intermediate authorities alike.
  ///
  /// - Returns: `nil` where one is no certificate or there is no memory.
  package init?(_ certificates: [[UInt8]]) {
    guard let store = unsafe X509_STORE_new() else { return nil }
    unsafe self.store = unsafe store
    count = certificates.count
    for bytes in certificates {
      guard let certificate = X509Handle(der: bytes) else { return nil }
      certificate.setUserID()
      // The store takes a reference of its own.
      guard unsafe X509_STORE_add_cert(store, certificate.pointer) == 1 else { return nil }
    }
    // Whoever is in the folder is trusted, even where its own issuer is not there.
    unsafe X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN))
  }

  deinit { unsafe X509_STORE_free(store) }

  /// Returns whether `leaf` leads to a trusted certificate, all of them in date at a time.
  ///
  /// Revocation is not looked at.
  ///
  /// - Parameters:
  ///   - others: certificates that may stand between, not trusted themselves.
  ///   - time: seconds since 1970-01-01 00:00 UTC.
  package func outcome(for leaf: Certificate, others: [Certificate], at time: Int) -> Outcome {
    defer { ERR_clear_error() }
    guard let handle = X509Handle(der: leaf.bytes), let context = unsafe X509_STORE_CTX_new(),
      let between = unsafe OPENSSL_sk_new_null()
    else { return .untrusted("no memory") }
    defer {
      unsafe X509_STORE_CTX_free(context)
      while let last = unsafe OPENSSL_sk_pop(between) { unsafe X509_free(OpaquePointer(last)) }
      unsafe OPENSSL_sk_free(between)
    }
    handle.setUserID()
    for other in others {
      guard let certificate = X509Handle(der: other.bytes) else { continue }
      certificate.setUserID()
      unsafe X509_up_ref(certificate.pointer)
      unsafe OPENSSL_sk_push(between, UnsafeRawPointer(certificate.pointer))
    }
    guard unsafe X509_STORE_CTX_init(context, store, handle.pointer, between) == 1 else {
      return .untrusted("the chain cannot be checked")
    }
    unsafe X509_STORE_CTX_set_time(context, 0, time)
    if unsafe X509_verify_cert(context) == 1 { return .trusted }
    let code = unsafe X509_STORE_CTX_get_error(context)
    guard let words = unsafe X509_verify_cert_error_string(Int(code)) else {
      return .untrusted("error \(code)")
    }
    return .untrusted(unsafe String(cString: words))
  }
}
