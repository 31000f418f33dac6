internal import Model
package import SwiftASN1

/// A document's signature made with a seal.
///
/// ```
/// SES_Signature ::= SEQUENCE {            -- GB/T 38540-2020, GM/T 0031-2025
///   toSign          TBS_Sign,
///   cert            OCTET STRING,         -- the signer's certificate
///   signatureAlgID  OBJECT IDENTIFIER,
///   signature       BIT STRING,           -- over toSign
///   timeStamp       [0] EXPLICIT BIT STRING OPTIONAL
/// }
/// SES_Signature ::= SEQUENCE { toSign TBS_Sign, signature BIT STRING }   -- GM/T 0031-2014
///
/// TBS_Sign ::= SEQUENCE {
///   version             INTEGER,
///   eseal               SES_Seal,
///   timeInfo            GeneralizedTime,  -- 2014: BIT STRING of a time
///   dataHash            BIT STRING,
///   propertyInfo        IA5String,        -- where the signed file lies
///   cert                OCTET STRING,                            -- 2014
///   signatureAlgorithm  OBJECT IDENTIFIER,                       -- 2014
///   extDatas            [0] EXPLICIT SEQUENCE OF ExtData OPTIONAL   -- 2020, 2025
/// }
/// ```
package struct SealSignature: Hashable {
  let layout: SealLayout
  package let seal: ElectronicSeal
  /// When it was signed, by the signer's own clock; `nil` where the field holds no readable time.
  let signedAt: Instant?
  /// The digest of what is signed.
  let dataHash: [UInt8]
  let propertyInfo: String
  /// The signer's certificate, DER.
  let signerCertificate: [UInt8]
  /// Dotted object identifier.
  let algorithm: String
  let signature: [UInt8]
  /// The bytes that the signer signed: `toSign` as it stands.
  let signedBytes: [UInt8]

  package init(_ bytes: [UInt8]) throws(MalformedDER) {
    try self.init(try DERFields.node(bytes[...], "SES_Signature"))
  }

  package init(_ node: ASN1Node) throws(MalformedDER) {
    var fields = try DERFields(node, "SES_Signature")
    let tbsNode = try fields.next("toSign")
    signedBytes = Array(tbsNode.encodedBytes)
    var tbs = try DERFields(tbsNode, "TBS_Sign")
    _ = try tbs.integer("version")
    seal = try ElectronicSeal(try tbs.next("eseal"))
    if fields.nextIdentifier == .bitString {
      layout = .gmt0031v2014
      signedAt = Self.time(in: try tbs.next("timeInfo"))
      dataHash = try Self.hash(&tbs)
      propertyInfo = try tbs.text("propertyInfo")
      signerCertificate = Array(try tbs.octets("cert"))
      algorithm = try tbs.objectIdentifier("signatureAlgorithm")
      try tbs.end()
      signature = Array(try fields.bits("signature"))
    } else {
      layout = seal.layout == .gmt0031v2025 ? .gmt0031v2025 : .gbt38540v2020
      signedAt = Self.time(in: try tbs.next("timeInfo"))
      dataHash = try Self.hash(&tbs)
      propertyInfo = try tbs.text("propertyInfo")
      if tbs.nextIdentifier == Self.zero { _ = try tbs.next("extDatas") }
      try tbs.end()
      signerCertificate = Array(try fields.octets("cert"))
      algorithm = try fields.objectIdentifier("signatureAlgID")
      signature = Array(try fields.bits("signature"))
      if fields.nextIdentifier == Self.zero { _ = try fields.next("timeStamp") }
    }
    try fields.end()
  }

  private static let zero = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)

  /// A BIT STRING, or an OCTET STRING as old software writes.
  private static func hash(_ tbs: inout DERFields) throws(MalformedDER) -> [UInt8] {
    tbs.nextIdentifier == .octetString
      ? Array(try tbs.octets("dataHash")) : Array(try tbs.bits("dataHash"))
  }

  /// A time as such, as text in a string of bits or octets, or as an encoded time in one.
  private static func time(in node: ASN1Node) -> Instant? {
    guard case .primitive(var content) = node.content else { return nil }
    if node.identifier == .bitString { content = content.dropFirst() }
    if let first = content.first, first == 0x17 || first == 0x18, content.count > 2 {
      content = content.dropFirst(2)
    }
    return Instant(reading: String(decoding: content, as: UTF8.self))
  }
}
