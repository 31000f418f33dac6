internal import CCrypto

/// Finds the certificates in a file that a user supplies: DER, or PEM with any number of them.
package enum CertificateFile {
  /// Returns the DER of each certificate; the list is empty where there is none.
  package static func certificates(in bytes: [UInt8]) -> [[UInt8]] {
    if Certificate(der: bytes) != nil { return [bytes] }
    defer { ERR_clear_error() }
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let source = unsafe BIO_new_mem_buf(buffer.baseAddress, Int32(clamping: buffer.count))
      else { return [] }
      defer { unsafe BIO_free(source) }
      return unsafe read(source)
    }
  }

  private static func read(_ source: OpaquePointer) -> [[UInt8]] {
    var found: [[UInt8]] = []
    while let certificate = unsafe PEM_read_bio_X509(source, nil, nil, nil) {
      defer { unsafe X509_free(certificate) }
      var data: UnsafeMutablePointer<UInt8>?
      let count = unsafe i2d_X509(certificate, &data)
      guard count > 0, let start = unsafe data else { continue }
      unsafe found.append(Array(UnsafeBufferPointer(start: start, count: Int(count))))
      unsafe CRYPTO_free(start, nil, 0)
    }
    return found
  }
}
