internal import CCrypto

extension Certificate {
  /// What a server's certificate says beside its names in the subject.
  package struct ServerDetails: Hashable, Sendable {
    /// DNS names of the alternative names (RFC 5280 4.2.1.6), as they stand.
    package var names: [String] = []
    /// Addresses of the alternative names, `192.0.2.1` or 16 bytes in hexadecimal.
    package var addresses: [String] = []
    /// `nil` where the key cannot be read.
    package var keyBits: Int?
    /// OpenSSL's short name: `RSA-SHA256`, `ecdsa-with-SHA256`, `SM2-SM3`.
    package var signatureAlgorithm: String
    /// Whether it may sign other certificates.
    package var isAuthority: Bool
  }

  /// `nil` where the library cannot read the bytes again.
  package var server: ServerDetails? {
    defer { ERR_clear_error() }
    guard let handle = X509Handle(der: bytes) else { return nil }
    let x509 = unsafe handle.pointer
    let method = unsafe X509_get_signature_nid(x509)
    var details = ServerDetails(
      signatureAlgorithm: unsafe OBJ_nid2sn(method).map { unsafe String(cString: $0) } ?? "unknown",
      isAuthority: unsafe X509_check_ca(x509) != 0)
    if let key = unsafe X509_get0_pubkey(x509) {
      let bits = unsafe EVP_PKEY_get_bits(key)
      if bits > 0 { details.keyBits = Int(bits) }
    }
    guard let raw = unsafe X509_get_ext_d2i(x509, NID_subject_alt_name, nil, nil) else {
      return details
    }
    let list = OpaquePointer(raw)
    defer { unsafe GENERAL_NAMES_free(list) }
    for index in 0..<max(0, unsafe OPENSSL_sk_num(list)) {
      guard let entry = unsafe OPENSSL_sk_value(list, index) else { continue }
      var kind: Int32 = 0
      let name = unsafe entry.assumingMemoryBound(to: GENERAL_NAME.self)
      guard let value = unsafe GENERAL_NAME_get0_value(name, &kind) else { continue }
      guard kind == GEN_DNS || kind == GEN_IPADD else { continue }
      let content = unsafe Self.octets(value.assumingMemoryBound(to: ASN1_STRING.self))
      if kind == GEN_DNS {
        details.names.append(String(decoding: content, as: UTF8.self))
      } else {
        details.addresses.append(Self.address(content))
      }
    }
    return details
  }

  private static func octets(_ string: UnsafePointer<ASN1_STRING>) -> [UInt8] {
    guard let data = unsafe ASN1_STRING_get0_data(string) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: data, count: Int(ASN1_STRING_length(string))))
  }

  private static func address(_ bytes: [UInt8]) -> String {
    if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
    return bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
