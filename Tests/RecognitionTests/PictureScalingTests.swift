import Native
import Testing

@testable import Recognition

@Suite struct PictureScalingTests {
  private static let letters = PixelBuffer(
    width: 3, height: 2, channels: 1, samples: Array("ABCDEF".utf8))

  private func text(_ picture: PixelBuffer) -> String {
    String(decoding: picture.samples, as: UTF8.self)
  }

  @Test(arguments: [
    (0, 3, "ABCDEF"), (1, 2, "DAEBFC"), (2, 3, "FEDCBA"), (3, 2, "CFBEAD"), (4, 3, "ABCDEF"),
    (-1, 2, "CFBEAD"), (7, 2, "CFBEAD"),
  ])
  func quarterTurnsAreClockwise(quarters: Int, width: Int, expected: String) {
    let turned = Self.letters.turned(quarters: quarters)
    #expect(turned.width == width && turned.width * turned.height == 6)
    #expect(text(turned) == expected)
  }

  @Test func turningKeepsColoursTogether() {
    let picture = PixelBuffer(width: 2, height: 1, channels: 3, samples: [1, 2, 3, 4, 5, 6])
    #expect(picture.turned(quarters: 2).samples == [4, 5, 6, 1, 2, 3])
    #expect(picture.turned(quarters: 1).samples == [1, 2, 3, 4, 5, 6])
  }

  @Test func luminanceWeighsGreenMost() {
    let picture = PixelBuffer(
      width: 4, height: 1, channels: 3,
      samples: [255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255])
    #expect(picture.grey.samples == [255, 76, 149, 28])
    #expect(picture.grey.channels == 1)
    #expect(picture.grey.grey == picture.grey)
  }

  @Test func shrinkingAverages() {
    let picture = PixelBuffer(
      width: 4, height: 2, channels: 1, samples: [0, 100, 200, 200, 100, 200, 0, 0])
    #expect(picture.resized(width: 2, height: 1).samples == [100, 100])
    #expect(picture.resized(width: 1, height: 1).samples == [100])
  }

  @Test func nothingScalesToBlackOfTheNewSize() {
    let nothing = PixelBuffer(width: 0, height: 0, channels: 3, samples: [])
    #expect(nothing.resized(width: 2, height: 1).samples == [0, 0, 0, 0, 0, 0])
  }

  @Test func growingRepeats() {
    let picture = PixelBuffer(width: 2, height: 1, channels: 1, samples: [10, 20])
    #expect(picture.resized(width: 4, height: 2).samples == [10, 10, 20, 20, 10, 10, 20, 20])
  }

  @Test(arguments: [(7, 5), (1, 1), (100, 3)])
  func oneColourStaysOneColour(width: Int, height: Int) {
    let picture = PixelBuffer(width: 31, height: 17, channels: 3, filledWith: 93)
      .resized(width: width, height: height)
    #expect(picture.samples == [UInt8](repeating: 93, count: width * height * 3))
  }
}
