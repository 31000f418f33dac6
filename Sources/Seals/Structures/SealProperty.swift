internal import Model
internal import SwiftASN1

/// Whose seal it is and when it holds.
///
/// ```
/// SES_ESPropertyInfo ::= SEQUENCE {
///   type          INTEGER,
///   name          UTF8String,
///   certListType  INTEGER,            -- since GB/T 38540-2020: 1 certificates, 2 digests
///   certList      SEQUENCE OF OCTET STRING                                     -- 1, and GM/T 0031-2014
///               | SEQUENCE OF SEQUENCE { type PrintableString, value OCTET STRING },  -- 2
///   createDate    GeneralizedTime,    -- GM/T 0031-2014: UTCTime
///   validStart    GeneralizedTime,
///   validEnd      GeneralizedTime
/// }
/// ```
struct SealProperty: Hashable {
  /// Who may sign with the seal.
  enum Signers: Hashable {
    case certificates([[UInt8]])
    case digests([Digest])
  }

  /// The digest of a certificate, by the method that `type` names.
  struct Digest: Hashable {
    let type: String
    let value: [UInt8]
  }

  let type: Int
  let name: String
  let signers: Signers
  package let createdOn: Instant
  let validFrom: Instant
  let validTo: Instant

  init(_ fields: consuming DERFields, layout: SealLayout) throws(MalformedDER) {
    type = try fields.integer("type")
    name = try fields.text("name")
    let listType = layout == .gmt0031v2014 ? 1 : try fields.integer("certListType")
    let list = try fields.sequence("certList")
    switch listType {
    case 1: signers = .certificates(try Self.certificates(list))
    case 2: signers = .digests(try Self.digests(list))
    default: throw fields.fault("certListType", "\(listType) is neither 1 nor 2")
    }
    createdOn = try fields.time("createDate")
    validFrom = try fields.time("validStart")
    validTo = try fields.time("validEnd")
    try fields.end()
  }

  /// Whether a certificate may sign with the seal; `nil` where a digest is of an unknown method.
  func allows(_ certificate: [UInt8], digest: (_ type: String, _ bytes: [UInt8]) -> [UInt8]?)
    -> Bool?
  {
    switch signers {
    case .certificates(let all): return all.contains(certificate)
    case .digests(let all):
      var isDecided = true
      for entry in all {
        guard let own = digest(entry.type, certificate) else {
          isDecided = false
          continue
        }
        if entry.value == own { return true }
      }
      return isDecided ? false : nil
    }
  }

  /// Old seals hold junk between their certificates; what is no OCTET STRING allows nobody.
  private static func certificates(_ list: consuming DERFields) throws(MalformedDER) -> [[UInt8]] {
    list.rest().compactMap { node in
      guard node.identifier == .octetString, case .primitive(let content) = node.content else {
        return nil
      }
      return Array(content)
    }
  }

  private static func digests(_ list: consuming DERFields) throws(MalformedDER) -> [Digest] {
    var all: [Digest] = []
    while list.nextIdentifier != nil {
      var entry = try list.sequence("entry")
      let type = try entry.text("type")
      let value = Array(try entry.octets("value"))
      try entry.end()
      all.append(Digest(type: type, value: value))
    }
    return all
  }
}
