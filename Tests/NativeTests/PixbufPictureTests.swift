import Specimens
import Testing

@testable import Native

@Suite struct PixbufPictureTests {
  private static let tiny = PixelBuffer(
    width: 3, height: 2, channels: 3,
    samples: [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30, 200, 100, 50, 255, 255, 255])

  private static let whole: [(PixbufFormat, [UInt8])] = [
    (.png, PictureFiles.png(tiny)), (.bmp, PictureFiles.bmp(tiny)),
    (.tiff, PictureFiles.tiff(tiny)),
  ]

  @Test(arguments: whole)
  func losslessFormatsKeepEverySample(format: PixbufFormat, bytes: [UInt8]) throws {
    let picture = try PixelBuffer(pixbuf: bytes, format: format, pixelLimit: 100)
    #expect(picture == Self.tiny)
  }

  @Test(arguments: [(PixbufFormat.gif, PictureFiles.gif), (.webp, PictureFiles.webp)])
  func tinyPicturesDecode(format: PixbufFormat, bytes: [UInt8]) throws {
    let picture = try PixelBuffer(pixbuf: bytes, format: format, pixelLimit: 100)
    #expect(picture.width == 1 && picture.height == 1 && picture.samples.count == 3)
  }

  @Test func allFormatsAreInstalled() {
    #expect(availablePixbufFormats() == Set(PixbufFormat.allCases))
  }

  @Test(
    arguments: [(0, [255, 255, 255]), (255, [200, 0, 0]), (128, [227, 127, 127])]
      as [(UInt8, [Int])])
  func transparencyShowsWhite(alpha: UInt8, expected: [Int]) throws {
    let bytes = PictureFiles.png(
      width: 2, height: 2, red: 200, green: 0, blue: 0, alpha: alpha)
    let picture = try PixelBuffer(pixbuf: bytes, format: .png, pixelLimit: 100)
    #expect(zip(picture.samples, expected).allSatisfy { abs(Int($0) - $1) <= 1 })
  }

  @Test func largePicturesAreRefusedByTheirHeader() {
    let bytes = PictureFiles.emptyPNG(width: 30_000, height: 30_000)
    #expect(throws: PictureError.tooLarge(width: 30_000, height: 30_000)) {
      try PixelBuffer(pixbuf: bytes, format: .png, pixelLimit: 64_000_000)
    }
  }

  @Test func theLimitItselfIsAllowed() throws {
    let picture = try PixelBuffer(pixbuf: PictureFiles.png(Self.tiny), format: .png, pixelLimit: 6)
    #expect(picture == Self.tiny)
    #expect(throws: PictureError.tooLarge(width: 3, height: 2)) {
      try PixelBuffer(pixbuf: PictureFiles.png(Self.tiny), format: .png, pixelLimit: 5)
    }
  }

  /// The loader is the one that was asked for, whatever the bytes are.
  @Test(arguments: [(PixbufFormat.gif, "png"), (.bmp, "svg"), (.png, "svg"), (.tiff, "text")])
  func otherContentsAreDamagedWithAReason(format: PixbufFormat, contents: String) {
    let bytes =
      contents == "png"
      ? PictureFiles.png(Self.tiny)
      : Array("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>".utf8)
    let error = #expect(throws: PictureError.self) {
      try PixelBuffer(pixbuf: bytes, format: format, pixelLimit: 100)
    }
    guard case .damaged(let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test(arguments: PixbufFormat.allCases)
  func nothingIsDamaged(format: PixbufFormat) {
    #expect(throws: PictureError.self) {
      try PixelBuffer(pixbuf: [], format: format, pixelLimit: 100)
    }
  }

  @Test(arguments: whole + [(.gif, PictureFiles.gif), (.webp, PictureFiles.webp)])
  func mutationsNeverCrash(format: PixbufFormat, bytes: [UInt8]) {
    var dice = Dice(seed: 3, stream: 0)
    for _ in 0..<400 {
      let mutated = dice.mutated(bytes)
      do throws(PictureError) {
        let picture = try PixelBuffer(pixbuf: mutated, format: format, pixelLimit: 100_000)
        #expect(picture.width * picture.height <= 100_000)
      } catch {
        continue
      }
    }
  }
}
