import Specimens
import TestTraits
import Testing

@testable import Native

@Suite(.drawsPDF) struct PDFDocumentTests {
  static func filled(_ lines: [HandmadePDF.Line]) -> HandmadePDF {
    var pdf = HandmadePDF()
    pdf.lines = lines
    return pdf
  }

  static let line = HandmadePDF.Line("名称AB", x: 100, baseline: 700, size: 20, mode: .filled)

  @Test func charactersStandWhereTheyAreShown() throws {
    let document = try PDFDocument(Self.filled([Self.line]).bytes)
    let characters = try document.page(0).characters.filter {
      !$0.scalar.properties.isWhitespace
    }
    #expect(characters.map(\.scalar) == Array("名称AB".unicodeScalars))
    let left = [100.0, 120, 140, 152]
    let width = [20.0, 20, 12, 12]
    for (index, character) in characters.enumerated() {
      #expect(abs(character.x1 - left[index]) < 0.5)
      #expect(abs(character.x2 - character.x1 - width[index]) < 0.5)
      // From the top: 842 - 700, and letters stand on that line.
      #expect(character.y1 < 142 && character.y2 > 138 && character.y2 - character.y1 < 30)
    }
  }

  @Test(arguments: [(0, 300.0, 500.0), (90, 500, 300), (180, 300, 500), (270, 500, 300)])
  func aTurnedPageIsShownTurned(rotation: Int, width: Double, height: Double) throws {
    var pdf = Self.filled([Self.line])
    pdf.width = 300
    pdf.height = 500
    pdf.rotation = rotation
    let page = try PDFDocument(pdf.bytes).page(0)
    let size = page.size
    #expect(size.width == width && size.height == height)
    let picture = try page.picture(longSide: 250)
    #expect(max(picture.width, picture.height) == 250)
    #expect((picture.width > picture.height) == (width > height))
  }

  @Test func picturesHavePlaces() throws {
    let canvas = try Canvas.picture(width: 8, height: 8, unit: 1)
    canvas.fillAll(Ink(1, 0, 0))
    var pdf = HandmadePDF()
    pdf.picture = HandmadePDF.Picture(
      jpeg: try JPEGEncoder(quality: 90).encode(canvas.pixels()), pixelWidth: 8, pixelHeight: 8,
      x: 100, y: 200, width: 300, height: 400)
    let areas = try PDFDocument(pdf.bytes).page(0).pictureAreas
    let area = try #require(areas.first)
    #expect(areas.count == 1)
    #expect(abs(area.x1 - 100) < 1 && abs(area.x2 - 400) < 1)
    #expect(abs(area.y1 - 242) < 1 && abs(area.y2 - 642) < 1)
  }

  @Test func invisibleTextIsTextWithoutInk() throws {
    var line = Self.line
    line.mode = .invisible
    let page = try PDFDocument(Self.filled([line]).bytes).page(0)
    #expect(page.characters.count >= 4)
    let picture = try page.picture(longSide: 400)
    #expect(picture.samples.allSatisfy { $0 == 255 })
  }

  @Test func thePageIsDrawnOnWhite() throws {
    let picture = try PDFDocument(HandmadePDF().bytes).page(0).picture(longSide: 100)
    #expect(picture.width == 71 && picture.height == 100)
    #expect(picture.samples.allSatisfy { $0 == 255 })
  }

  @Test func passwordsAreNamedAsTheReason() {
    var pdf = Self.filled([Self.line])
    pdf.isEncrypted = true
    #expect(throws: PDFError.encrypted) { _ = try PDFDocument(pdf.bytes) }
  }

  @Test(arguments: [[], Array("%PDF-1.7".utf8), Array("hello".utf8)] as [[UInt8]])
  func otherBytesAreDamagedWithAReason(bytes: [UInt8]) {
    let error = #expect(throws: PDFError.self) { _ = try PDFDocument(bytes) }
    guard case .damaged(let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test(arguments: [-1, 1, 4_294_967_296, -4_294_967_296])
  func pagesThatAreNotThereAreRefused(index: Int) throws {
    let document = try PDFDocument(HandmadePDF().bytes)
    #expect(throws: PDFError.self) { _ = try document.page(index) }
  }

  @Test func softwareIsNamed() throws {
    let bytes = try TextSheet(width: 100, height: 100, []).pdf()
    let software = try PDFDocument(bytes).software
    #expect(software.contains { $0.contains("cairo") })
    let none = try PDFDocument(HandmadePDF().bytes).software
    #expect(none.isEmpty)
  }

  @Test(arguments: [(14_400.0, 1.0), (1, 14_400)])
  func longPagesAreDrawnAtTheSizeThatWasAskedFor(width: Double, height: Double) throws {
    var pdf = Self.filled([Self.line])
    pdf.width = width
    pdf.height = height
    let picture = try PDFDocument(pdf.bytes).page(0).picture(longSide: 200)
    #expect(max(picture.width, picture.height) == 200)
  }

  static func inkOfAnOrdinaryPage() throws -> Int {
    try PDFDocument(filled([line]).bytes).page(0).picture(longSide: 200).samples
      .count { $0 < 128 }
  }

  /// Cairo keeps a font's error: whoever goes on drawing in such a process loses letters of later files.
  ///
  /// Each in a process of its own, since all PDF pages drawn afterwards lack their letters.
  @Test func whatCairoCannotDrawIsSaid() async {
    await #expect(processExitsWith: .success) {
      var line = PDFDocumentTests.line
      line.size = 1_000_000
      let page = try PDFDocument(PDFDocumentTests.filled([line]).bytes).page(0)
      #expect(throws: PDFError.drawingFailed("error occurred in libfreetype")) {
        _ = try page.picture(longSide: 200)
      }
    }
    await #expect(processExitsWith: .success) {
      var pdf = PDFDocumentTests.filled([PDFDocumentTests.line])
      pdf.width = 0.001
      pdf.height = 0.001
      let page = try PDFDocument(pdf.bytes).page(0)
      #expect(throws: PDFError.self) { _ = try page.picture(longSide: 200) }
    }
  }

  @Test func mutationsNeverCrash() {
    let bytes = Self.filled([Self.line]).bytes
    var dice = Dice(seed: 20_261_122, stream: 0)
    var drawn = 0
    for _ in 0..<2_000 {
      do throws(PDFError) {
        let document = try PDFDocument(dice.mutated(bytes))
        guard document.pageCount > 0 else { continue }
        let page = try document.page(0)
        _ = page.characters
        _ = page.pictureAreas
        _ = try page.picture(longSide: 32)
        drawn += 1
      } catch {
        continue
      }
    }
    #expect(drawn > 100)
  }
}
