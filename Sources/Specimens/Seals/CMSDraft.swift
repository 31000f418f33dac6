internal import Model
internal import Native

/// A signed message (RFC 5652, GB/T 35275) to be made, detached or with content.
struct CMSDraft {
  let time: Instant
  let signer: KeyHolder
  /// Signs over attributes with the digest and time, or over the content itself.
  var hasAttributes = true
  /// Identifiers of the Chinese standard instead of PKCS #7.
  var usesChineseIdentifiers = false
  /// What stands inside; `nil` for a detached one.
  var content: [UInt8]?
  var extraCertificates: [[UInt8]] = []

  /// The message about `data`.
  func made(over data: [UInt8]) throws -> [UInt8] {
    let isSM2 = signer.key.kind == .sm2
    let digestMethod: MessageDigest = isSM2 ? .sm3 : .sha256
    guard let digest = digestMethod.digest(of: data) else {
      throw SpecimenError.failed("no digest in this OpenSSL")
    }
    let digestID = DERBytes.sequence([
      DERBytes.identifier(isSM2 ? "1.2.156.10197.1.401" : "2.16.840.1.101.3.4.2.1")
    ])
    let arc = usesChineseIdentifiers ? "1.2.156.10197.6.1.4.2." : "1.2.840.113549.1.7."
    let attributes = [
      attribute("1.2.840.113549.1.9.3", DERBytes.identifier(arc + "1")),
      attribute("1.2.840.113549.1.9.5", DERBytes.utcTime(time)),
      attribute("1.2.840.113549.1.9.4", DERBytes.octets(digest)),
    ]
    let signed = hasAttributes ? DERBytes.set(attributes) : content ?? data
    let signerInfo = DERBytes.sequence([
      DERBytes.integer(1),
      DERBytes.sequence([try issuer(), try serial()]), digestID,
      hasAttributes ? DERBytes.element(0xA0, attributes.flatMap(\.self)) : [],
      DERBytes.sequence([DERBytes.identifier(signer.algorithm)]),
      DERBytes.octets(try signer.key.signature(over: signed)),
    ])
    let encapsulated = DERBytes.sequence(
      [DERBytes.identifier(arc + "1")]
        + (content.map { [DERBytes.explicit(0, DERBytes.octets($0))] } ?? []))
    let signedData = DERBytes.sequence([
      DERBytes.integer(1), DERBytes.set([digestID]), encapsulated,
      DERBytes.element(0xA0, signer.certificate + extraCertificates.flatMap(\.self)),
      DERBytes.set([signerInfo]),
    ])
    return DERBytes.sequence([DERBytes.identifier(arc + "2"), DERBytes.explicit(0, signedData)])
  }

  private func attribute(_ identifier: String, _ value: [UInt8]) -> [UInt8] {
    DERBytes.sequence([DERBytes.identifier(identifier), DERBytes.set([value])])
  }

  private func certificate() throws -> Certificate {
    guard let certificate = Certificate(der: signer.certificate) else {
      throw SpecimenError.failed("the signer's certificate cannot be read")
    }
    return certificate
  }

  private func issuer() throws -> [UInt8] { try certificate().issuerEncoded }

  private func serial() throws -> [UInt8] {
    DERBytes.element(0x02, try certificate().serialNumber)
  }
}
