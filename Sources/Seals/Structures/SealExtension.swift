internal import SwiftASN1

/// Whatever a vendor adds to a seal.
///
/// ```
/// ExtData ::= SEQUENCE {
///   extnID     OBJECT IDENTIFIER,
///   critical   BOOLEAN DEFAULT FALSE,   -- real seals write FALSE out
///   extnValue  OCTET STRING
/// }
/// ```
struct SealExtension: Hashable {
  let id: String
  let isCritical: Bool
  let value: [UInt8]

  init(_ fields: consuming DERFields) throws(MalformedDER) {
    id = try fields.objectIdentifier("extnID")
    isCritical =
      fields.nextIdentifier == .boolean
      ? try fields.content("critical", [.boolean]).elementsEqual([0xFF]) : false
    value = Array(try fields.octets("extnValue"))
    try fields.end()
  }

  /// Reads all elements of a SEQUENCE OF.
  package static func all(in fields: consuming DERFields) throws(MalformedDER) -> [SealExtension] {
    var all: [SealExtension] = []
    while fields.nextIdentifier != nil {
      all.append(try SealExtension(try fields.sequence("extData")))
    }
    return all
  }
}
