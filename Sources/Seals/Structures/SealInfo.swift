internal import SwiftASN1

/// The part of a seal that its maker signs.
///
/// ```
/// SES_SealInfo ::= SEQUENCE {
///   header    SES_Header,
///   esID      IA5String,
///   property  SES_ESPropertyInfo,
///   picture   SES_ESPictureInfo,
///   extDatas  SEQUENCE OF ExtData OPTIONAL   -- without a tag here
/// }
/// ```
struct SealInfo: Hashable {
  let header: SealHeader
  let id: String
  let property: SealProperty
  let picture: SealPicture
  let extensions: [SealExtension]
  /// As it stands in the file.
  let encoded: [UInt8]

  init(_ node: ASN1Node, layout: SealLayout) throws(MalformedDER) {
    var fields = try DERFields(node, "eSealInfo")
    header = try SealHeader(try fields.sequence("header"))
    id = try fields.text("esID")
    property = try SealProperty(try fields.sequence("property"), layout: layout)
    picture = try SealPicture(try fields.sequence("picture"))
    extensions =
      fields.nextIdentifier == .sequence
      ? try SealExtension.all(in: try fields.sequence("extDatas")) : []
    try fields.end()
    encoded = Array(node.encodedBytes)
  }
}
