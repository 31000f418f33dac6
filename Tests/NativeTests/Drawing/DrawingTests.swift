import Specimens
import TestTraits
import Testing

@testable import Native

private func grey(_ picture: PixelBuffer) -> PixelBuffer {
  PixelBuffer(
    width: picture.width, height: picture.height, channels: 1,
    samples: stride(from: 0, to: picture.samples.count, by: 3).map { picture.samples[$0] })
}

@Suite struct DrawingTests {
  private let song = TextStyle(family: "AR PL UMing CN", size: 30)

  @Test func shapesLandWhereTheyShould() throws {
    let canvas = try Canvas.picture(width: 40, height: 20, unit: 2)
    canvas.fillRectangle(x: 5, y: 5, width: 10, height: 5, Ink(1, 0, 0))
    let picture = try canvas.pixels()
    #expect(picture.width == 40 && picture.height == 20 && picture.channels == 3)
    let inside = (12 * 40 + 20) * 3
    #expect(Array(picture.samples[inside..<(inside + 3)]) == [255, 0, 0])
    #expect(Array(picture.samples[0..<3]) == [255, 255, 255])
  }

  @Test func textWrapsInsideItsWidth() throws {
    let canvas = try Canvas.picture(width: 400, height: 400, unit: 1)
    let line = try canvas.measure("有限责任公司", song)
    #expect(line.lines == 1)
    #expect(abs(line.width - 180) < 2)
    let wrapped = try canvas.measure("有限责任公司", width: 100, song)
    #expect(wrapped.lines == 2)
    #expect(wrapped.width <= 100)
  }

  @Test func layoutDoesNotDependOnTheSizeOfThePixels() throws {
    let small = try Canvas.picture(width: 100, height: 100, unit: 0.31)
    let large = try Canvas.picture(width: 100, height: 100, unit: 3)
    let text = "统一社会信用代码 91440300MA5F"
    let widths = (try small.measure(text, song).width, try large.measure(text, song).width)
    #expect(abs(widths.0 - widths.1) < 0.5)
  }

  @Test func charactersThatAFontLacksAreRefused() throws {
    let canvas = try Canvas.picture(width: 100, height: 100, unit: 1)
    let digits = TextStyle(family: "OCR B", size: 20)
    #expect(throws: DrawingError.missingGlyphs(family: "OCR B", text: "营业执照")) {
      try canvas.write("营业执照", x: 0, y: 0, digits)
    }
    try canvas.write("110101", x: 0, y: 0, digits)
  }

  @Test func missingFamiliesAreNamed() {
    #expect(
      FontFamilies.missing(of: ["AR PL UMing CN", "No Such Font"]) == ["No Such Font"])
  }

  @Test(arguments: ["http://www.gsxt.gov.cn/?a=1", "注册号：1；名称：星河（深圳）有限公司"])
  func codesAreReadBack(text: String) throws {
    let canvas = try Canvas.picture(width: 300, height: 300, unit: 1)
    canvas.draw(try QRCode(text, correction: 0), x: 30, y: 30, side: 240)
    let texts = qrCodes(in: grey(try canvas.pixels())).map(\.text)
    #expect(texts == [text])
  }

  @Test func aTextThatNoCodeHoldsIsRefused() {
    #expect(throws: DrawingError.self) {
      try QRCode(String(repeating: "长", count: 4000), correction: 0)
    }
  }

  @Test func jpegKeepsSizeColourAndOrientation() throws {
    let canvas = try Canvas.picture(width: 64, height: 48, unit: 1)
    canvas.fillAll(Ink(0.2, 0.6, 0.8))
    let encoder = JPEGEncoder(quality: 90, orientation: 6, software: "forge")
    let bytes = try encoder.encode(try canvas.pixels())
    let header = try JPEGHeader(bytes)
    #expect(header.width == 64 && header.height == 48)
    let exif = try #require(header.markers.first { $0.code == 0xE1 }?.bytes)
    #expect(exif.starts(with: Array("Exif\0\0MM".utf8)))
    // The first entry: tag 0x0112, SHORT, one value, 6.
    #expect(Array(exif[16..<28]) == [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0])
    let picture = try PixelBuffer(jpeg: bytes, header: header, eighths: 8)
    #expect(zip(picture.samples.prefix(3), [51, 153, 204]).allSatisfy { abs(Int($0) - $1) < 4 })
  }

  @Test func aPictureWithoutPixelsIsRefused() {
    #expect(throws: DrawingError.self) {
      try JPEGEncoder(quality: 80).encode(
        PixelBuffer(width: 0, height: 0, channels: 3, samples: []))
    }
  }

  @Test(.drawsPDF) func pdfHoldsItsTextAndTheSameBytesTwice() throws {
    func make() throws -> [UInt8] {
      let writer = try PDFWriter(created: "2026-11-22T00:00:00Z")
      try writer.page(width: 595, height: 842, unit: 0.5) { canvas throws(DrawingError) in
        try canvas.write("经营范围", x: 100, y: 100, song)
      }
      return try writer.finish()
    }
    let bytes = try make()
    #expect(try make() == bytes)
    let document = try PDFDocument(bytes)
    let page = try document.page(0)
    let text = String(String.UnicodeScalarView(page.characters.map(\.scalar)))
    #expect(text.contains("经营范围"))
  }

  @Test(.drawsPDF) func pdfEmbedsPicturesAsPages() throws {
    let canvas = try Canvas.picture(width: 80, height: 40, unit: 1)
    canvas.fillAll(Ink(1, 0, 0))
    let jpeg = try JPEGEncoder(quality: 90).encode(try canvas.pixels())
    let writer = try PDFWriter(created: "2026-11-22T00:00:00Z")
    try writer.page(jpeg: jpeg, pixelWidth: 80, pixelHeight: 40, width: 40, height: 20)
    let document = try PDFDocument(writer.finish())
    let count = document.pageCount
    #expect(count == 1)
    let picture = try document.page(0).picture(longSide: 80)
    let middle = (20 * picture.width + 40) * 3
    #expect(picture.samples[middle] > 240 && picture.samples[middle + 1] < 20)
  }
}
