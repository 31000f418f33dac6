internal import Model
internal import Native
internal import ReadingBench
internal import Testing

@testable internal import OFD
@testable internal import Seals
@testable internal import Specimens

/// Pages of OFDs as they are drawn, by places whose colour is known: a unit is a millimetre.
@Suite struct OFDDrawingTests {
  private static let side = 400

  /// A page of 100 by 100 mm with objects given as XML, four pixels a millimetre.
  private static func picture(
    _ objects: String, resources: String = "", files: [(name: String, bytes: [UInt8])] = []
  ) throws -> OFDPagePicture {
    var draft = OFDDraft(title: "画", lines: [])
    (draft.width, draft.height, draft.objects) = (100, 100, objects)
    draft.extra =
      [("Doc_0/More.xml", XMLText.part("Res", resources, attributes: " BaseLoc=\"Res\""))] + files
    var parts = draft.parts
    let index = try #require(parts.firstIndex { $0.name == "Doc_0/Document.xml" })
    parts[index].bytes = Array(
      String(decoding: parts[index].bytes, as: UTF8.self).replacing(
        "</ofd:CommonData>", with: "<ofd:DocumentRes>More.xml</ofd:DocumentRes></ofd:CommonData>"
      ).utf8)
    return try #require(
      try OFDPagePicture(page: 0, of: ZipBytes.archive(parts), longSide: side))
  }

  private static func colour(_ picture: OFDPagePicture, _ x: Double, _ y: Double) -> [UInt8] {
    let place = (Int(y * 4) * side + Int(x * 4)) * 3
    return Array(picture.pixels.samples[place..<(place + 3)])
  }

  private static func path(_ data: String, _ attributes: String = "", _ content: String = "")
    -> String
  {
    """
    <ofd:PathObject ID="7" Boundary="0 0 100 100" \(attributes)>\(content)\
    <ofd:AbbreviatedData>\(data)</ofd:AbbreviatedData></ofd:PathObject>
    """
  }

  private static let red = "<ofd:FillColor Value=\"255 0 0\"/>"
  private static let white: [UInt8] = [255, 255, 255]
  private static let fill = "Fill=\"true\" Stroke=\"false\""

  @Test(arguments: [
    // A square, a circle of two arcs, a hill under a cubic and one under a quadratic curve.
    ("S 10 10 M 10 10 L 50 10 L 50 50 L 10 50 C", 30.0, 30.0, 60.0, 60.0),
    ("M 10 30 A 20 20 0 0 1 50 30 A 20 20 0 0 1 10 30 C", 30, 12, 12, 12),
    ("M 10 80 B 10 0 90 0 90 80 C", 50, 30, 50, 15), ("M 10 80 Q 50 0 90 80 C", 50, 50, 50, 30),
  ])
  func pathsAreFilled(_ data: String, _ x: Double, _ y: Double, _ outX: Double, _ outY: Double)
    throws
  {
    let picture = try Self.picture(Self.path(data, Self.fill, Self.red))
    #expect(Self.colour(picture, x, y) == [255, 0, 0])
    #expect(Self.colour(picture, outX, outY) == Self.white)
    #expect(picture.faults.isEmpty)
  }

  @Test func lineWidthsTransformsAndStylesOfLayersAreUsed() throws {
    let picture = try Self.picture(
      Self.path("M 0 10 L 50 10", "CTM=\"2 0 0 2 0 0\" DrawParam=\"21\""),
      resources: """
        <ofd:DrawParams><ofd:DrawParam ID="20" LineWidth="4"/><ofd:DrawParam ID="21" Relative="20">\
        <ofd:StrokeColor Value="#00 #00 #FF"/></ofd:DrawParam></ofd:DrawParams>
        """)
    #expect(Self.colour(picture, 50, 17) == [0, 0, 255])
    #expect(Self.colour(picture, 50, 23) == [0, 0, 255])
    #expect(Self.colour(picture, 50, 26) == Self.white)
  }

  @Test func clipsConfineAndEvenOddLeavesHoles() throws {
    let square = "M 0 0 L 100 0 L 100 100 L 0 100 C"
    let clip = """
      <ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 40 100"><ofd:AbbreviatedData>\
      M 0 0 L 40 0 L 40 100 L 0 100 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>
      """
    let clipped = try Self.picture(Self.path(square, Self.fill, Self.red + clip))
    #expect(Self.colour(clipped, 20, 50) == [255, 0, 0])
    #expect(Self.colour(clipped, 60, 50) == Self.white)
    let hole = try Self.picture(
      Self.path(
        square + " M 30 30 L 70 30 L 70 70 L 30 70 C", Self.fill + " Rule=\"Even-Odd\"", Self.red))
    #expect(Self.colour(hole, 10, 50) == [255, 0, 0])
    #expect(Self.colour(hole, 50, 50) == Self.white)
  }

  @Test func picturesLieWhereTheirTransformSaysAndLetShineThrough() throws {
    let solid = PictureFiles.png(width: 2, height: 2, red: 0, green: 128, blue: 0, alpha: 255)
    let glass = PictureFiles.png(width: 2, height: 2, red: 0, green: 0, blue: 255, alpha: 0)
    let media = """
      <ofd:MultiMedias><ofd:MultiMedia ID="31" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile>\
      </ofd:MultiMedia><ofd:MultiMedia ID="32" Type="Image"><ofd:MediaFile>b.png</ofd:MediaFile>\
      </ofd:MultiMedia></ofd:MultiMedias>
      """
    func image(_ id: Int) -> String {
      """
      <ofd:ImageObject ID="9" Boundary="20 20 40 40" CTM="40 0 0 40 0 0" ResourceID="\(id)"/>
      """
    }
    let files = [(name: "Doc_0/Res/a.png", bytes: solid), (name: "Doc_0/Res/b.png", bytes: glass)]
    let picture = try Self.picture(image(31) + image(32), resources: media, files: files)
    #expect(Self.colour(picture, 40, 40) == [0, 128, 0])
    #expect(Self.colour(picture, 10, 40) == Self.white)
    #expect(picture.pictureAreas.count == 2)
    let area = try #require(picture.pictureAreas.first)
    #expect(abs(area.x1 - 20 * 72 / 25.4) < 0.01 && abs(area.x2 - 60 * 72 / 25.4) < 0.01)
  }

  @Test func compositesTemplatesAndInvisibleObjectsAreHeeded() throws {
    let unit = """
      <ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="40" Width="10" Height="10"><ofd:Content>\
      \(Self.path("M 0 0 L 20 0 L 20 20 L 0 20 C", Self.fill, Self.red))</ofd:Content>\
      </ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>
      """
    let used = try Self.picture(
      "<ofd:CompositeObject ID=\"8\" Boundary=\"50 50 20 20\" ResourceID=\"40\"/>",
      resources: unit)
    #expect(Self.colour(used, 60, 60) == [255, 0, 0])
    #expect(Self.colour(used, 30, 30) == Self.white)
    let unseen = try Self.picture(
      Self.path(
        "M 0 0 L 90 0 L 90 90 L 0 90 C", Self.fill + " Visible=\"false\"", Self.red))
    #expect(Self.colour(unseen, 30, 30) == Self.white)
  }

  @Test func annotationsAreDrawnAndWatermarksAreNoText() throws {
    var draft = OFDDraft(title: "画", lines: [OFDDraft.Line(text: "正文", x: 5, y: 5)])
    (draft.width, draft.height) = (100, 100)
    let mark = """
      <ofd:TextObject ID="9" Boundary="0 0 40 8" Font="3" Size="6"><ofd:TextCode X="0" Y="6">水印\
      </ofd:TextCode></ofd:TextObject>
      """
    func square(_ visible: String, x: Int) -> String {
      """
      <ofd:Annot ID="80" Type="Stamp" Visible="\(visible)"><ofd:Appearance Boundary="\(x) 40 20 20">\
      \(Self.path("M 0 0 L 20 0 L 20 20 L 0 20 C", Self.fill, Self.red))</ofd:Appearance></ofd:Annot>
      """
    }
    let annotations =
      square("true", x: 20) + square("false", x: 60)
      + "<ofd:Annot ID=\"81\" Type=\"Watermark\"><ofd:Appearance Boundary=\"10 80 40 10\">\(mark)</ofd:Appearance></ofd:Annot>"
    draft.extra = [
      (
        "Doc_0/Annots.xml",
        XMLText.part(
          "Annotations", "<ofd:Page PageID=\"1\"><ofd:FileLoc>Page.xml</ofd:FileLoc></ofd:Page>")
      ), ("Doc_0/Page.xml", XMLText.part("PageAnnot", annotations)),
    ]
    var parts = draft.parts
    let index = try #require(parts.firstIndex { $0.name == "Doc_0/Document.xml" })
    parts[index].bytes = Array(
      String(decoding: parts[index].bytes, as: UTF8.self).replacing(
        "</ofd:Pages>", with: "</ofd:Pages><ofd:Annotations>Annots.xml</ofd:Annotations>"
      ).utf8)
    let bytes = ZipBytes.archive(parts)
    let picture = try #require(try OFDPagePicture(page: 0, of: bytes, longSide: Self.side))
    #expect(Self.colour(picture, 30, 50) == [255, 0, 0])
    #expect(Self.colour(picture, 70, 50) == Self.white)
    let package = try OFDPackage(bytes)
    let document = try #require(try OFDDocument.all(in: package).first)
    let page = try #require(document.pages.first)
    let layer = OFDText(try OFDPageContent(page, of: document, in: package))
    #expect(String(String.UnicodeScalarView(layer.characters.map(\.scalar))) == "正文")
    let written = (0..<picture.pixels.height / 5).contains { row in
      let start = ((row + 320) * Self.side + 40) * 3
      return picture.pixels.samples[start..<(start + 300)].contains { $0 < 100 }
    }
    #expect(written)
  }

  @Test func sealsLieOverThePageAsInk() throws {
    let world = try SealBench.world.get()
    var signing = OFDSigning(OFDSet.license(world))
    var draft = world.draft()
    draft.picture = PictureFiles.png(width: 2, height: 2, red: 255, green: 0, blue: 0, alpha: 255)
    var signature = try OFDSet.signature(world)
    signature.seal = try draft.made(by: world.maker)
    try signing.sign(signature)
    let picture = try #require(
      try OFDPagePicture(page: 0, of: signing.package, longSide: 297 * 4))
    // The forge puts it at 200, 120 with 42 mm a side.
    let place = (Int(130 * 4) * picture.pixels.width + Int(210 * 4)) * 3
    #expect(Array(picture.pixels.samples[place..<(place + 3)]) == [255, 0, 0])
  }

  @Test func nestedSealsAreDrawn() throws {
    var look = OFDDraft(title: "章", lines: [])
    (look.width, look.height) = (40, 40)
    look.objects = Self.path("M 0 0 L 40 0 L 40 40 L 0 40 C", Self.fill, Self.red)
    let world = try SealBench.world.get()
    var signing = OFDSigning(OFDSet.license(world))
    var draft = world.draft()
    (draft.picture, draft.pictureType) = (look.unsigned, "OFD")
    var signature = try OFDSet.signature(world)
    signature.seal = try draft.made(by: world.maker)
    try signing.sign(signature)
    let picture = try #require(
      try OFDPagePicture(page: 0, of: signing.package, longSide: 297 * 4))
    let place = (Int(140 * 4) * picture.pixels.width + Int(220 * 4)) * 3
    #expect(Array(picture.pixels.samples[place..<(place + 3)]) == [255, 0, 0])
    // The same for the report's own picture of the seal.
    let seal = try ElectronicSeal(signature.seal)
    let shown = try #require(SealLook.picture(of: seal.info.picture))
    #expect(shown.width == 320 && shown.height == 320)
  }
}
