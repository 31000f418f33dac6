internal import CCrypto

/// An X.509 certificate (RFC 5280, GB/T 20518) as values; the bytes are kept for checking.
package struct Certificate: Hashable, Sendable {
  /// One attribute of a name.
  package struct NamePart: Hashable, Sendable {
    /// OpenSSL's short name (`CN`, `O`), or the dotted object identifier.
    package let attribute: String
    package let value: String
  }

  /// The kind of key that the certificate binds.
  package enum KeyKind: String, Sendable { case sm2, rsa, ecdsa, other }

  /// The certificate in DER, byte for byte as it came.
  package let bytes: [UInt8]
  package let subject: [NamePart]
  package let issuer: [NamePart]
  /// The DER of the issuer's name and the serial number's content, by which a CMS names its signer.
  package let issuerEncoded: [UInt8]
  package let serialNumber: [UInt8]
  /// The key identifier extension, by which a CMS may name its signer.
  package let keyIdentifier: [UInt8]?
  /// The time is in seconds since 1970-01-01 00:00 UTC.
  package let notBefore: Int
  /// The time is in seconds since 1970-01-01 00:00 UTC.
  package let notAfter: Int
  package let keyKind: KeyKind

  /// `nil` unless `der` is one certificate with readable dates, and nothing after it.
  package init?(der: [UInt8]) {
    guard let handle = X509Handle(der: der) else { return nil }
    let x509 = unsafe handle.pointer
    guard let from = unsafe Self.seconds(X509_get0_notBefore(x509)),
      let to = unsafe Self.seconds(X509_get0_notAfter(x509))
    else { return nil }
    bytes = der
    subject = unsafe Self.parts(X509_get_subject_name(x509))
    issuer = unsafe Self.parts(X509_get_issuer_name(x509))
    issuerEncoded = unsafe Self.encoding(X509_get_issuer_name(x509))
    serialNumber = unsafe Self.content(X509_get0_serialNumber(x509))
    keyIdentifier = unsafe X509_get0_subject_key_id(x509).map { unsafe Self.content($0) }
    notBefore = from
    notAfter = to
    let key = unsafe X509_get0_pubkey(x509)
    keyKind =
      if unsafe key == nil {
        .other
      } else if unsafe EVP_PKEY_is_a(key, "SM2") == 1 {
        .sm2
      } else if unsafe EVP_PKEY_is_a(key, "RSA") == 1 || EVP_PKEY_is_a(key, "RSA-PSS") == 1 {
        .rsa
      } else if unsafe EVP_PKEY_is_a(key, "EC") == 1 {
        .ecdsa
      } else {
        .other
      }
    ERR_clear_error()
  }

  /// Returns the first value of an attribute of the subject.
  package func subject(_ attribute: String) -> String? {
    subject.first { $0.attribute == attribute }?.value
  }

  private static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int? {
    guard let epoch = unsafe ASN1_TIME_set(nil, 0) else { return nil }
    defer { unsafe ASN1_STRING_free(epoch) }
    var days: Int32 = 0
    var seconds: Int32 = 0
    guard unsafe time != nil, unsafe ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else {
      return nil
    }
    return Int(days) * 86_400 + Int(seconds)
  }

  private static func content(_ string: UnsafePointer<ASN1_STRING>?) -> [UInt8] {
    guard let string = unsafe string, let data = unsafe ASN1_STRING_get0_data(string) else {
      return []
    }
    return unsafe Array(UnsafeBufferPointer(start: data, count: Int(ASN1_STRING_length(string))))
  }

  private static func encoding(_ name: OpaquePointer?) -> [UInt8] {
    var start: UnsafePointer<UInt8>?
    var count = 0
    guard let name = unsafe name, unsafe X509_NAME_get0_der(name, &start, &count) == 1 else {
      return []
    }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  private static func parts(_ name: OpaquePointer?) -> [NamePart] {
    guard let name = unsafe name else { return [] }
    return (0..<(unsafe X509_NAME_entry_count(name))).compactMap { index in
      guard let entry = unsafe X509_NAME_get_entry(name, index) else { return nil }
      return unsafe NamePart(
        attribute: attribute(X509_NAME_ENTRY_get_object(entry)),
        value: text(X509_NAME_ENTRY_get_data(entry)))
    }
  }

  private static func attribute(_ object: OpaquePointer?) -> String {
    let number = unsafe OBJ_obj2nid(object)
    if number != NID_undef, let name = unsafe OBJ_nid2sn(number) {
      return unsafe String(cString: name)
    }
    var buffer = [CChar](repeating: 0, count: 128)
    let length = unsafe OBJ_obj2txt(&buffer, Int32(buffer.count), object, 1)
    return String(
      decoding: buffer.prefix(max(0, min(Int(length), 127))).map { UInt8(bitPattern: $0) },
      as: UTF8.self)
  }

  /// The text of a name's string, whose type may lie: authorities put UTF-8 into single-byte types.
  private static func text(_ string: UnsafeMutablePointer<ASN1_STRING>?) -> String {
    let bytes = unsafe content(string)
    let type = unsafe ASN1_STRING_type(string)
    let isWide = type == V_ASN1_BMPSTRING || type == V_ASN1_UNIVERSALSTRING
    if !isWide, let text = String(validating: bytes, as: UTF8.self) { return text }
    var converted: UnsafeMutablePointer<UInt8>?
    let count = unsafe ASN1_STRING_to_UTF8(&converted, string)
    guard count >= 0, let start = unsafe converted else {
      return String(decoding: bytes, as: UTF8.self)
    }
    defer { unsafe CRYPTO_free(start, nil, 0) }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self)
  }
}
