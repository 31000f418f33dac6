/// What the seal looks like.
///
/// ```
/// SES_ESPictureInfo ::= SEQUENCE {
///   type    IA5String,      -- PNG, GIF, BMP, JPG, SVG, OFD in any case
///   data    OCTET STRING,
///   width   INTEGER,        -- mm
///   height  INTEGER         -- mm
/// }
/// ```
struct SealPicture: Hashable {
  let type: String
  let data: [UInt8]
  /// The length is in millimetres.
  package let width: Int
  /// The length is in millimetres.
  package let height: Int

  init(_ fields: consuming DERFields) throws(MalformedDER) {
    type = try fields.text("type")
    data = Array(try fields.octets("data"))
    width = try fields.integer("width")
    height = try fields.integer("height")
    try fields.end()
  }
}
