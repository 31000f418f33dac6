internal import Foundation
internal import Model
internal import Native
internal import ParserTargets
internal import ReadingBench
internal import Testing

@testable internal import Extract
@testable internal import OFD
@testable internal import Papers
@testable internal import Seals
@testable internal import Specimens

/// Pages made to keep a drawing program busy, fill its memory or end it.
@Suite struct HostileDrawingTests {
  private static func draft(_ objects: String) -> OFDDraft {
    var draft = OFDDraft(title: "画", lines: [OFDDraft.Line(text: "一二三四五六七八九十", y: 20)])
    draft.objects = objects
    return draft
  }

  private static func path(_ data: String, _ attributes: String = "") -> String {
    """
    <ofd:PathObject ID="7" Boundary="0 0 297 210" \(attributes)><ofd:AbbreviatedData>\(data)\
    </ofd:AbbreviatedData></ofd:PathObject>
    """
  }

  private static func zigzag(_ count: Int) -> String {
    (0..<count).map { "L \($0 % 297) \($0 % 2 * 210)" }.joined(separator: " ")
  }

  static let objects: [(name: String, xml: String)] = [
    ("edges", path("M 0 0 " + zigzag(60_000), "Fill=\"true\" LineWidth=\"1e6\" Join=\"Round\"")),
    ("dashes", path("M 0 0 L 999999 0", "DashPattern=\"1e-9 1e-9\" LineWidth=\"0.00001\"")),
    ("far", path("M -999999 -999999 L 999999 999999 A 1e-9 9e5 7 1 1 5 5 B 1 1 1 1 1 1")),
    ("no extent", path("M 0 0 L 5 5", "CTM=\"0 0 0 0 0 0\"")),
    ("not numbers", path("M nan inf L 1e999 2 Q B A", "CTM=\"nan 0 0 inf 0 0\"")),
    (
      "sheets",
      String(repeating: path("M 0 0 L 297 0 L 297 210 L 0 210 C", "Fill=\"true\""), count: 4000)
    ),
    (
      "composites that hold themselves",
      "<ofd:CompositeObject ID=\"8\" Boundary=\"0 0 9 9\" ResourceID=\"8\"/>"
    ),
    (
      "letters as large as a city",
      "<ofd:TextObject ID=\"9\" Boundary=\"0 0 9 9\" Font=\"3\" Size=\"1e9\" HScale=\"1e9\"><ofd:CGTransform CodePosition=\"-5\" CodeCount=\"999999999\"><ofd:Glyphs>-1 99999999999 5</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X=\"0\" Y=\"0\" DeltaX=\"g 999999999 1e300\">字字字</ofd:TextCode></ofd:TextObject>"
    ),
    (
      "picture that is not there",
      "<ofd:ImageObject ID=\"9\" Boundary=\"0 0 9 9\" ResourceID=\"77\"/>"
    ),
  ]

  @Test(arguments: objects.map(\.name))
  func pageIsStillReadAndDrawingEnds(_ name: String) throws {
    let xml = try #require(Self.objects.first { $0.name == name }?.xml)
    let target = try #require(ParserTarget.all.first { $0.name == "ofd" })
    let extraction = target.read(Self.draft(xml).unsigned)
    #expect(extraction.pages.count == 1)
    #expect(!extraction.notices.contains { $0.code == .ofdDamaged || $0.code == .pageUnreadable })
  }

  @Test func whatIsLeftOutIsToldAndKeptOutOfNothingElse() throws {
    let picture = try #require(
      try OFDPagePicture(
        page: 0, of: Self.draft(Self.objects[8].xml).unsigned, longSide: 400))
    #expect(picture.faults == [OFDFault(part: "", reason: "no picture 77")])
    // The text is drawn all the same.
    #expect(!picture.pixels.isBlank)
  }

  @Test func manyPagesOfTooMuchAreNotDrawnOneAfterTheOther() throws {
    let sheet = try #require(Self.objects.first { $0.name == "edges" })
    var parts = Self.draft(sheet.xml).parts
    let index = try #require(parts.firstIndex { $0.name == "Doc_0/Document.xml" })
    let page = "<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>"
    parts[index].bytes = Array(
      String(decoding: parts[index].bytes, as: UTF8.self).replacing(
        page, with: String(repeating: page, count: 12)
      ).utf8)
    let target = try #require(ParserTarget.all.first { $0.name == "ofd" })
    let extraction = target.read(ZipBytes.archive(parts))
    #expect(extraction.pages.count == 12)
    #expect(extraction.notices.count { $0.code == .drawingIncomplete } == 2)
    #expect(extraction.notices.count { $0.code == .pageUnreadable } == 10)
  }

  @Test func drawingsMadeOfDrawingsEnd() throws {
    // Ten of the next in each, eight deep.
    let units = (0..<8).map { level in
      let content = String(
        repeating:
          "<ofd:CompositeObject ID=\"8\" Boundary=\"0 0 9 9\" ResourceID=\"\(level + 101)\"/>",
        count: 10)
      return """
        <ofd:CompositeGraphicUnit ID="\(level + 100)" Width="9" Height="9"><ofd:Content>\(content)\
        </ofd:Content></ofd:CompositeGraphicUnit>
        """
    }.joined()
    let list = "<ofd:CompositeGraphicUnits>\(units)</ofd:CompositeGraphicUnits>"
    var draft = Self.draft(
      String(
        repeating: "<ofd:CompositeObject ID=\"8\" Boundary=\"0 0 9 9\" ResourceID=\"100\"/>",
        count: 20))
    draft.extra = [("Doc_0/More.xml", XMLText.part("Res", list))]
    var parts = draft.parts
    let index = try #require(parts.firstIndex { $0.name == "Doc_0/Document.xml" })
    parts[index].bytes = Array(
      String(decoding: parts[index].bytes, as: UTF8.self).replacing(
        "</ofd:CommonData>", with: "<ofd:DocumentRes>More.xml</ofd:DocumentRes></ofd:CommonData>"
      ).utf8)
    let picture = try #require(
      try OFDPagePicture(page: 0, of: ZipBytes.archive(parts), longSide: 300))
    #expect(picture.isCutOff && !picture.pixels.isBlank)
  }

  @Test func annotationsThatAreMissingAreTold() throws {
    var parts = Self.draft("").parts
    let index = try #require(parts.firstIndex { $0.name == "Doc_0/Document.xml" })
    parts[index].bytes = Array(
      String(decoding: parts[index].bytes, as: UTF8.self).replacing(
        "</ofd:Pages>", with: "</ofd:Pages><ofd:Annotations>None.xml</ofd:Annotations>"
      ).utf8)
    let target = try #require(ParserTarget.all.first { $0.name == "ofd" })
    let notices = target.read(ZipBytes.archive(parts)).notices.filter { $0.code == .ofdPartDamaged }
    #expect(notices.map { $0.details["part"] } == ["Doc_0/None.xml"])
  }

  @Test func changedFontsAndPicturesEndInNotices() throws {
    var draft = OFDSet.license(try SealBench.world.get())
    let letters = Set(draft.lines.flatMap(\.text.unicodeScalars)).sorted { $0.value < $1.value }
    let font = try SubsetFont(of: letters, from: "Noto Sans CJK SC")
    draft.lettering = .privateCodes(font)
    draft.picture = try JPEGEncoder(quality: 60).encode(
      PixelBuffer(width: 64, height: 48, channels: 3, filledWith: 240))
    var dice = SeededFlips(seed: 23)
    for round in 0..<60 {
      var parts = draft.parts
      let name = round.isMultiple(of: 3) ? "Doc_0/Res/page.jpg" : "Doc_0/Res/font_3.ttf"
      let index = try #require(parts.firstIndex { $0.name == name })
      for _ in 0...(round % 12) { dice.flip(&parts[index].bytes) }
      if round.isMultiple(of: 7) { parts[index].bytes.removeLast(parts[index].bytes.count / 3) }
      _ = try OFDPagePicture(page: 0, of: ZipBytes.archive(parts), longSide: 300)
    }
  }

  @Test func fontThatIsNoneIsToldAndItsLettersAreNotGuessed() throws {
    var draft = OFDSet.license(try SealBench.world.get())
    let letters = Set(draft.lines.flatMap(\.text.unicodeScalars)).sorted { $0.value < $1.value }
    draft.lettering = .privateCodes(try SubsetFont(of: letters, from: "Noto Sans CJK SC"))
    var parts = draft.parts
    let index = try #require(parts.firstIndex { $0.name == "Doc_0/Res/font_3.ttf" })
    parts[index].bytes = Array("no font".utf8)
    let picture = try #require(
      try OFDPagePicture(page: 0, of: ZipBytes.archive(parts), longSide: 300))
    #expect(!picture.missingLetters.isEmpty && picture.pixels.isBlank)
    #expect(picture.faults.contains { $0.part == "Doc_0/Res/font_3.ttf" })
  }
}
