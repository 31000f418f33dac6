internal import SwiftASN1

/// An electronic seal, signed by its maker.
///
/// ```
/// SES_Seal ::= SEQUENCE {                  -- GB/T 38540-2020, GM/T 0031-2025
///   eSealInfo    SES_SealInfo,
///   cert         OCTET STRING,             -- the maker's certificate
///   signAlgID    OBJECT IDENTIFIER,
///   signedValue  BIT STRING,               -- over eSealInfo
///   timeStamp    [0] EXPLICIT BIT STRING OPTIONAL   -- GM/T 0031-2025
/// }
/// SES_Seal ::= SEQUENCE {                  -- GM/T 0031-2014
///   eSealInfo  SES_SealInfo,
///   signInfo   SEQUENCE {
///     cert                OCTET STRING,
///     signatureAlgorithm  OBJECT IDENTIFIER,
///     signData            BIT STRING       -- over SEQUENCE { eSealInfo, cert, signatureAlgorithm }
///   }
/// }
/// ```
package struct ElectronicSeal: Hashable {
  let layout: SealLayout
  let info: SealInfo
  /// The maker's certificate, DER.
  let makerCertificate: [UInt8]
  /// Dotted object identifier.
  let algorithm: String
  let signature: [UInt8]
  let hasTimeStamp: Bool
  /// The bytes that the maker signed.
  let signedBytes: [UInt8]
  /// The whole seal as it stands in the file.
  let encoded: [UInt8]

  init(_ bytes: [UInt8]) throws(MalformedDER) {
    try self.init(try DERFields.node(bytes[...], "SES_Seal"))
  }

  init(_ node: ASN1Node) throws(MalformedDER) {
    var fields = try DERFields(node, "SES_Seal")
    let infoNode = try fields.next("eSealInfo")
    if fields.nextIdentifier == .sequence {
      layout = .gmt0031v2014
      info = try SealInfo(infoNode, layout: layout)
      var signInfo = try fields.sequence("signInfo")
      let certificateNode = try signInfo.next("cert")
      let algorithmNode = try signInfo.next("signatureAlgorithm")
      makerCertificate = try Self.certificate(certificateNode)
      algorithm = try Self.objectIdentifier(algorithmNode)
      signature = Array(try signInfo.bits("signData"))
      try signInfo.end()
      hasTimeStamp = false
      signedBytes = Self.sequence(
        [infoNode, certificateNode, algorithmNode].map(\.encodedBytes))
    } else {
      // The 2020 and 2025 layouts differ in the time stamp alone, which is optional.
      let certificate = try Self.certificate(try fields.next("cert"))
      let algorithm = try fields.objectIdentifier("signAlgID")
      let signature = Array(try fields.bits("signedValue"))
      var stamp: ASN1Node?
      if fields.nextIdentifier == ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific) {
        stamp = try fields.next("timeStamp")
      }
      let parsed = try SealInfo(infoNode, layout: .gbt38540v2020)
      layout = stamp != nil || parsed.header.version == 5 ? .gmt0031v2025 : .gbt38540v2020
      info = parsed
      makerCertificate = certificate
      self.algorithm = algorithm
      self.signature = signature
      hasTimeStamp = stamp != nil
      signedBytes = parsed.encoded
    }
    try fields.end()
    encoded = Array(node.encodedBytes)
  }

  private static func certificate(_ node: ASN1Node) throws(MalformedDER) -> [UInt8] {
    guard node.identifier == .octetString, case .primitive(let content) = node.content else {
      throw MalformedDER(reason: "SES_Seal.cert: not an OCTET STRING")
    }
    return Array(content)
  }

  private static func objectIdentifier(_ node: ASN1Node) throws(MalformedDER) -> String {
    do {
      return try ASN1ObjectIdentifier(derEncoded: node).description
    } catch {
      throw MalformedDER(reason: "SES_Seal.signatureAlgorithm: not an OBJECT IDENTIFIER")
    }
  }

  /// A SEQUENCE around elements as they stand.
  private static func sequence(_ elements: [ArraySlice<UInt8>]) -> [UInt8] {
    let count = elements.reduce(0) { $0 + $1.count }
    var length: [UInt8] = []
    if count < 0x80 {
      length = [UInt8(count)]
    } else {
      var rest = count
      while rest > 0 {
        length.insert(UInt8(rest & 0xFF), at: 0)
        rest >>= 8
      }
      length.insert(0x80 | UInt8(length.count), at: 0)
    }
    return [0x30] + length + elements.flatMap(\.self)
  }
}
