internal import Foundation
internal import Model
internal import Native
internal import ReadingBench
internal import Testing

@testable internal import Specimens

/// Licenses as OFDs whose text says nothing, or something else than the page shows.
@Suite struct OFDPageReaderTests {
  private static func read(_ draft: OFDDraft) async throws -> Extraction {
    try await SharedReader.shared.extraction(of: draft.unsigned, file: "执照.ofd", .shipped)
  }

  private static func facts(_ extraction: Extraction) throws -> [String: Fact] {
    let license = try #require(extraction.documents.first { $0.kind == .businessLicense })
    return Dictionary(license.facts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func privateCodesAreReadFromThePage() async throws {
    let world = try SealBench.world.get()
    let extraction = try await Self.read(try DrawnOFDs.privateCodes(world))
    let facts = try Self.facts(extraction)
    #expect(facts["license.name"]?.value == .string(world.company))
    #expect(facts["license.credit_code"]?.value.text == DrawnOFDs.creditCode)
    #expect(facts["license.established_on"]?.value.text == "2015-03-02")
    #expect(facts["license.electronic"]?.value == .bool(true))
    let name = try #require(facts["license.name"])
    let evidence = try #require(name.evidence.first)
    #expect(evidence.method == .ocr && name.confidence < 1)
    // In points of the page, where the line was put: 30 mm from the left, 44 mm from the top.
    let box = try #require(evidence.box)
    #expect(abs((box.topLeft.y + box.bottomLeft.y) / 2 - 47 * 72 / 25.4) < 8)
    #expect(box.topLeft.x > 30 * 72 / 25.4 - 6)
    #expect(!extraction.notices.contains { $0.code == .textLayerDiffers })
  }

  @Test func numbersOfGlyphsAreBelievedWhereTheyShowWhatTheTextSays() async throws {
    let draft = try DrawnOFDs.glyphNumbers(try SealBench.world.get())
    let name = try #require(try Self.facts(try await Self.read(draft))["license.name"])
    #expect(name.evidence.first?.method == .textLayer && name.confidence > 0.99)
  }

  @Test func textThatIsNotShownIsNotBelieved() async throws {
    let draft = try DrawnOFDs.otherGlyphs(try SealBench.world.get())
    let facts = try Self.facts(try await Self.read(draft))
    #expect(facts["license.name"]?.value == .string(DrawnOFDs.otherName))
    #expect(facts["license.name"]?.evidence.first?.method == .ocr)
  }

  @Test(arguments: [
    // White on white, and behind a white sheet.
    "<ofd:FillColor Value=\"255 255 255\"/>", "",
  ])
  func hiddenTextIsNotBelieved(_ colour: String) async throws {
    var draft = OFDSet.license(try SealBench.world.get())
    var parts: [(name: String, bytes: [UInt8])]
    if colour.isEmpty {
      draft.objects = """
        <ofd:PathObject ID="900" Boundary="0 0 297 210" Fill="true" Stroke="false">\
        <ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>\
        M 0 0 L 297 0 L 297 210 L 0 210 C</ofd:AbbreviatedData></ofd:PathObject>
        """
      parts = draft.parts
    } else {
      parts = draft.parts
      let index = try #require(parts.firstIndex { $0.name == OFDDraft.page })
      let text = String(decoding: parts[index].bytes, as: UTF8.self)
      parts[index].bytes = Array(
        text.replacing("<ofd:TextCode", with: colour + "<ofd:TextCode").utf8)
    }
    let extraction = try await SharedReader.shared.extraction(
      of: ZipBytes.archive(parts), file: "执照.ofd", .shipped)
    #expect(!extraction.documents.contains { $0.kind == .businessLicense })
    #expect(extraction.notices.contains { $0.code == .pictureBlank })
  }

  @Test func aLetterWithoutAFontExemptsItsOwnLineAlone() async throws {
    var draft = OFDSet.license(try SealBench.world.get())
    // Nobody has a font for it; the white lines stay disbelieved.
    draft.lines.append(OFDDraft.Line(text: "\u{378}备注", y: 200))
    var parts = draft.parts
    let index = try #require(parts.firstIndex { $0.name == OFDDraft.page })
    parts[index].bytes = Array(
      String(decoding: parts[index].bytes, as: UTF8.self).replacing(
        "<ofd:TextCode", with: "<ofd:FillColor Value=\"255 255 255\"/><ofd:TextCode"
      ).utf8)
    let extraction = try await SharedReader.shared.extraction(
      of: ZipBytes.archive(parts), file: "执照.ofd", .shipped)
    #expect(!extraction.documents.contains { $0.kind == .businessLicense })
  }

  @Test func pageThatIsAPictureIsRead() async throws {
    let (draft, license) = try DrawnOFDs.pagePicture()
    let facts = try Self.facts(try await Self.read(draft))
    #expect(facts["license.name"]?.value == .string(license.name))
    #expect(facts["license.name"]?.evidence.first?.method == .ocr)
  }

  @Test func plainPageIsReadByItsTextAlone() async throws {
    let draft = OFDSet.license(try SealBench.world.get())
    let facts = try Self.facts(try await Self.read(draft))
    #expect(facts["license.name"]?.evidence.first?.method == .textLayer)
  }
}
