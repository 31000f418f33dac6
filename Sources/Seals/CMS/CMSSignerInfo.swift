internal import Model
internal import SwiftASN1

/// One signer of a signed message.
///
/// ```
/// SignerInfo ::= SEQUENCE {
///   version             INTEGER,
///   sid                 SEQUENCE { issuer Name, serialNumber INTEGER } | [0] IMPLICIT OCTET STRING,
///   digestAlgorithm     AlgorithmIdentifier,
///   signedAttrs         [0] IMPLICIT SET OF Attribute OPTIONAL,
///   signatureAlgorithm  AlgorithmIdentifier,
///   signature           OCTET STRING,
///   unsignedAttrs       [1] IMPLICIT SET OF Attribute OPTIONAL
/// }
/// ```
struct CMSSignerInfo: Hashable {
  /// How the certificate is named.
  enum Identifier: Hashable {
    /// The issuer's name as it stands, and the number's content.
    case issuer([UInt8], serial: [UInt8])
    case key([UInt8])
  }

  let id: Identifier
  /// Dotted object identifier.
  let digestAlgorithm: String
  /// The signed attributes as the SET that is signed; `nil` where the content itself is.
  let signedAttributes: [UInt8]?
  let messageDigest: [UInt8]?
  let signingTime: Instant?
  let signatureAlgorithm: String
  /// The digest and salt length of RSASSA-PSS, by its parameters.
  let pss: PSSParameters?
  let signature: [UInt8]

  init(_ node: ASN1Node) throws(MalformedDER) {
    var fields = try DERFields(node, "SignerInfo")
    _ = try fields.integer("version")
    if fields.nextIdentifier == .sequence {
      var sid = try fields.sequence("sid")
      let issuer = Array(try sid.next("issuer").encodedBytes)
      id = .issuer(issuer, serial: Array(try sid.content("serialNumber", [.integer])))
    } else {
      id = .key(Array(try fields.content("sid", [CMSSignedData.tag(0)])))
    }
    var digest = try fields.sequence("digestAlgorithm")
    digestAlgorithm = try digest.objectIdentifier("algorithm")
    var attributes: ASN1Node?
    if fields.nextIdentifier == CMSSignedData.tag(0) {
      attributes = try fields.next("signedAttrs")
    }
    var method = try fields.sequence("signatureAlgorithm")
    signatureAlgorithm = try method.objectIdentifier("algorithm")
    pss =
      signatureAlgorithm == PSSParameters.identifier
      ? try PSSParameters(method.nextIdentifier == nil ? nil : try method.next("parameters")) : nil
    signature = Array(try fields.octets("signature"))
    guard let attributes else {
      signedAttributes = nil
      messageDigest = nil
      signingTime = nil
      return
    }
    // Signed as a SET: the tag in the message is the implicit one.
    signedAttributes = [0x31] + attributes.encodedBytes.dropFirst()
    var messageDigest: [UInt8]?
    var signingTime: Instant?
    for attribute in try CMSSignedData.children(attributes, "signedAttrs") {
      var entry = try DERFields(attribute, "Attribute")
      let type = try entry.objectIdentifier("attrType")
      let values = try CMSSignedData.children(try entry.next("attrValues"), "attrValues")
      guard let value = values.first, case .primitive(let content) = value.content else { continue }
      switch type {
      case "1.2.840.113549.1.9.4":
        // Two digests would let one be checked and another meant.
        guard messageDigest == nil, values.count == 1 else {
          throw entry.fault("messageDigest", "more than one")
        }
        messageDigest = Array(content)
      case "1.2.840.113549.1.9.5":
        signingTime = Instant(reading: String(decoding: content, as: UTF8.self))
      default: break
      }
    }
    self.messageDigest = messageDigest
    self.signingTime = signingTime
  }
}

/// RSASSA-PSS-params (RFC 8017 A.2.3), those that matter: digest and salt length, defaults SHA-1 and 20.
struct PSSParameters: Hashable {
  static let identifier = "1.2.840.113549.1.1.10"

  let digestAlgorithm: String
  let saltLength: Int

  init(_ node: ASN1Node?) throws(MalformedDER) {
    var digestAlgorithm = "1.3.14.3.2.26"
    var saltLength = 20
    if let node {
      var fields = try DERFields(node, "RSASSA-PSS-params")
      while let identifier = fields.nextIdentifier {
        let inner = try CMSSignedData.children(try fields.next("parameter"), "parameter")
        guard let value = inner.first else { continue }
        if identifier == CMSSignedData.tag(0) {
          var algorithm = try DERFields(value, "hashAlgorithm")
          digestAlgorithm = try algorithm.objectIdentifier("algorithm")
        } else if identifier == CMSSignedData.tag(2) {
          do {
            saltLength = try Int(derEncoded: value)
          } catch {
            throw MalformedDER(reason: "saltLength: not an INTEGER")
          }
        }
      }
    }
    self.digestAlgorithm = digestAlgorithm
    self.saltLength = saltLength
  }
}
