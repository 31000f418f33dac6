import Testing

@testable import Native

@Suite struct QRCodeReaderTests {
  private func grey(_ canvas: Canvas) throws -> PixelBuffer {
    let picture = try canvas.pixels()
    return PixelBuffer(
      width: picture.width, height: picture.height, channels: 1,
      samples: stride(from: 0, to: picture.samples.count, by: 3).map { picture.samples[$0] })
  }

  @Test func cornersLieWhereTheCodeWasDrawn() throws {
    let canvas = try Canvas.picture(width: 400, height: 300, unit: 1)
    canvas.draw(try QRCode("https://example.com/1", correction: 4), x: 120, y: 60, side: 180)
    let codes = qrCodes(in: try grey(canvas))
    let code = try #require(codes.first)
    #expect(codes.count == 1 && code.text == "https://example.com/1")
    let drawn = [120.0, 60, 300, 60, 300, 240, 120, 240]
    #expect(zip(code.corners, drawn).allSatisfy { abs($0 - $1) < 6 }, "\(code.corners)")
  }

  @Test func severalCodesAreAllRead() throws {
    let canvas = try Canvas.picture(width: 600, height: 300, unit: 1)
    canvas.draw(try QRCode("first", correction: 4), x: 40, y: 40, side: 200)
    canvas.draw(try QRCode("第二个", correction: 4), x: 340, y: 40, side: 200)
    #expect(Set(qrCodes(in: try grey(canvas)).map(\.text)) == ["first", "第二个"])
  }

  @Test(arguments: [(0, 0, 1), (1, 1, 1), (50, 50, 1), (50, 50, 3), (1, 4000, 1)])
  func picturesWithoutACodeHaveNone(width: Int, height: Int, channels: Int) {
    let picture = PixelBuffer(
      width: width, height: height, channels: channels, filledWith: 255)
    #expect(qrCodes(in: picture).isEmpty)
  }

  @Test func aCodeWithAHoleThatCannotBeMendedIsNotRead() throws {
    let canvas = try Canvas.picture(width: 300, height: 300, unit: 1)
    canvas.draw(try QRCode("91440300", correction: 0), x: 30, y: 30, side: 240)
    canvas.fillRectangle(x: 110, y: 110, width: 160, height: 160, .black)
    #expect(qrCodes(in: try grey(canvas)).isEmpty)
  }
}
