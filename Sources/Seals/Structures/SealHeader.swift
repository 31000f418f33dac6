/// The beginning of a seal, the same in all versions.
///
/// ```
/// SES_Header ::= SEQUENCE {
///   ID       IA5String,   -- "ES"
///   version  INTEGER,
///   Vid      IA5String    -- who makes seals by this software
/// }
/// ```
struct SealHeader: Hashable {
  let version: Int
  let vendor: String

  init(_ fields: consuming DERFields) throws(MalformedDER) {
    let id = try fields.text("ID")
    guard id == "ES" else { throw fields.fault("ID", "not \"ES\"") }
    version = try fields.integer("version")
    vendor = try fields.text("Vid")
    try fields.end()
  }
}
