internal import Model
internal import Native

/// A signed message checked against the bytes that it is about.
struct CMSVerification {
  let value: SignatureCheck
  let content: SignatureCheck
  let signer: Certificate?
  let signedAt: Instant?
  let chain: ChainState

  /// - Parameters:
  ///   - data: the document's bytes, in parts.
  ///   - holdsSHA1: whether the content inside is the SHA-1 of the data (`adbe.pkcs7.sha1`).
  ///   - time: when it was signed by what stands outside the message, should that not say.
  init(
    _ message: CMSSignedData, _ info: CMSSignerInfo, over data: [ArraySlice<UInt8>],
    time: Instant? = nil, holdsSHA1: Bool = false, trust: SignatureTrust
  ) {
    let certificates = message.certificates.compactMap(Certificate.init(der:))
    let signer = certificates.first { Self.isMeant($0, by: info.id) }
    self.signer = signer
    signedAt = info.signingTime ?? time
    content = Self.content(message, info, data, holdsSHA1: holdsSHA1)
    if let signer, let method = Self.method(of: info, key: signer.keyKind) {
      let bytes: [ArraySlice<UInt8>] =
        if let attributes = info.signedAttributes {
          [attributes[...]]
        } else if let content = message.content {
          [content[...]]
        } else {
          data
        }
      value = signer.check(
        SignatureValue.der(info.signature, for: method), over: bytes, method: method)
    } else {
      value = .unsupported(
        signer == nil ? "the signer's certificate is not in the file" : info.signatureAlgorithm)
    }
    chain =
      if let signer {
        trust.chain(of: signer, others: certificates.filter { $0 != signer }, at: signedAt)
      } else {
        .unchecked
      }
  }

  private static func isMeant(_ certificate: Certificate, by id: CMSSignerInfo.Identifier) -> Bool {
    switch id {
    case .issuer(let name, let serial):
      // OpenSSL gives a number without its sign's zero.
      certificate.issuerEncoded == name
        && certificate.serialNumber == Array(serial.drop { $0 == 0 })
    case .key(let identifier): certificate.keyIdentifier == identifier
    }
  }

  private static func method(of info: CMSSignerInfo, key: Certificate.KeyKind) -> SignatureMethod? {
    if let pss = info.pss {
      return DigestAlgorithm.method(pss.digestAlgorithm).map {
        .rsaPSS($0, saltLength: pss.saltLength)
      }
    }
    if let method = SignatureAlgorithm.method(info.signatureAlgorithm) { return method }
    // The key's own identifier is written where the digest is named beside it.
    guard let digest = DigestAlgorithm.method(info.digestAlgorithm) else { return nil }
    switch (info.signatureAlgorithm, key) {
    case ("1.2.840.113549.1.1.1", .rsa): return .rsa(digest)
    case ("1.2.840.10045.2.1", .ecdsa): return .ecdsa(digest)
    case ("1.2.840.10045.2.1", .sm2), ("1.2.156.10197.1.301", .sm2),
      ("1.2.156.10197.1.301.1", .sm2):
      return digest == .sm3 ? .sm2 : nil
    default: return nil
    }
  }

  /// Whether the message is about `data`.
  private static func content(
    _ message: CMSSignedData, _ info: CMSSignerInfo, _ data: [ArraySlice<UInt8>],
    holdsSHA1: Bool
  ) -> SignatureCheck {
    guard let method = DigestAlgorithm.method(info.digestAlgorithm),
      let digest = method.digest(of: data)
    else { return .unsupported(info.digestAlgorithm) }
    let inner = message.content
    // Content inside is the data itself, or, as GB/T 35275 is used for OFD, its digest.
    let isInnerRight = inner.map {
      $0 == (holdsSHA1 ? MessageDigest.sha1.digest(of: data) : digest)
        || !holdsSHA1 && $0.elementsEqual(data.joined())
    }
    guard info.signedAttributes != nil else {
      // Without attributes the value is over the content: what is inside, or else the data.
      return isInnerRight == false ? .invalid : .valid
    }
    guard let stated = info.messageDigest else { return .invalid }
    if let inner, let ofInner = method.digest(of: inner), stated == ofInner {
      return isInnerRight == true ? .valid : .invalid
    }
    return stated == digest && isInnerRight != false ? .valid : .invalid
  }
}
