internal import Model
internal import Native

/// Licenses as OFDs that have to be looked at: their text means nothing outside the file, says something else than
/// the page shows, or is not there.
enum DrawnOFDs {
  /// The check digit is right (GB 32100): it is read, not copied.
  static let creditCode = "91350100M000100Y43"
  /// What the page of ``otherGlyphs(_:)`` shows in place of the company's name.
  static let otherName = "深圳市甲乙测试科技有限公司"

  /// - Parameter lettering: how the text names the letters of the font.
  static func license(
    _ world: SealWorld, _ lettering: (SubsetFont) -> OFDDraft.Lettering
  ) throws -> OFDDraft {
    var draft = OFDSet.license(world)
    for index in draft.lines.indices {
      draft.lines[index].text = draft.lines[index].text.replacing(
        world.creditCode, with: creditCode)
    }
    let letters = Set((draft.lines.map(\.text).joined() + otherName).unicodeScalars)
    draft.lettering = lettering(
      try SubsetFont(of: letters.sorted { $0.value < $1.value }, from: "Noto Sans CJK SC"))
    return draft
  }

  /// Text of codes that the package's font alone knows.
  static func privateCodes(_ world: SealWorld) throws -> OFDDraft {
    try license(world) { .privateCodes($0) }
  }

  /// Glyph numbers that show what the text says.
  static func glyphNumbers(_ world: SealWorld) throws -> OFDDraft {
    try license(world) { .glyphNumbers($0) }
  }

  /// Glyph numbers that show another company than the text says.
  static func otherGlyphs(_ world: SealWorld) throws -> OFDDraft {
    var draft = try glyphNumbers(world)
    for index in draft.lines.indices where draft.lines[index].text.hasPrefix("名称") {
      draft.lines[index].shown = "名称：" + otherName
    }
    return draft
  }

  /// A license drawn as one picture, and what it says.
  static func pagePicture() throws -> (draft: OFDDraft, license: License) {
    var dice = Dice(seed: 5, stream: 1, part: 0)
    let license = License(.landscape2019, &dice)
    let sheet = license.sheet(LicenseLook(.landscape2019, isHeldOut: false, &dice))
    var draft = OFDDraft(title: "营业执照", lines: [])
    (draft.width, draft.height) = (297, 297 * sheet.height / sheet.width)
    draft.picture = try JPEGEncoder(quality: 88).encode(try sheet.picture(width: 2200))
    return (draft, license)
  }

  /// All of them signed, for the set of specimens.
  static func all(_ world: SealWorld) throws -> [SealedSpecimen] {
    let drafts = [
      ("private_codes", try privateCodes(world)), ("glyph_numbers", try glyphNumbers(world)),
      ("other_glyphs", try otherGlyphs(world)), ("page_picture", try pagePicture().draft),
    ]
    let objects = SealedSpecimen(
      name: "every_object.ofd", bytes: try everyObject(world).package,
      expected: ["status": "valid", "covered": "true", "chain": "trusted"])
    return try [objects]
      + drafts.map { name, draft in
        var signing = OFDSigning(draft)
        var signature = try OFDSet.signature(world)
        signature.seal = try world.drawnDraft().made(by: world.maker)
        try signing.sign(signature)
        return SealedSpecimen(
          name: name + ".ofd", bytes: signing.package,
          expected: ["status": "valid", "covered": "true", "chain": "trusted"])
      }
  }
}
