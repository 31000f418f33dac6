import Model
import Native
import Testing

@testable import Recognition

@Suite struct InkContrastTests {
  /// A light page with strokes of a tone between columns 100 and 160.
  private func page(ink: UInt8, paper: UInt8 = 230) -> PixelBuffer {
    let (width, height) = (320, 40)
    var samples = [UInt8](repeating: paper, count: width * height * 3)
    for y in 12..<28 {
      for x in 100..<160 where x % 8 < 3 {
        for channel in 0..<3 { samples[(y * width + x) * 3 + channel] = ink }
      }
    }
    return PixelBuffer(width: width, height: height, channels: 3, samples: samples)
  }

  private func box(from start: Double, to end: Double) -> TextBox {
    TextBox(
      center: Point(x: (start + end) / 2, y: 20), width: end - start, height: 30, angle: 0, score: 1
    )
  }

  @Test(arguments: [UInt8(20), 90, 150])
  func printIsToldFromPaper(ink: UInt8) {
    let page = page(ink: ink)
    let print = box(from: 90, to: 170)
    #expect(page.contrast(in: print) == 230 - Int(ink))
    #expect(page.hasPrint(in: print, like: print))
    #expect(!page.hasPrint(in: box(from: 0, to: 80), like: print))
  }

  @Test(arguments: [-400.0, 400])
  func aBoxOutsideThePictureIsNotJudged(shift: Double) {
    let outside = box(from: shift, to: shift + 60)
    #expect(page(ink: 20).contrast(in: outside) == nil)
    #expect(page(ink: 20).hasPrint(in: outside, like: box(from: 90, to: 170)))
  }

  @Test func onlyLinesWithSomethingBehindThemMayGoOn() {
    let page = page(ink: 20)
    #expect(!LineEnd.mayGoOn(box(from: 90, to: 170), in: page))
    #expect(LineEnd.mayGoOn(box(from: 60, to: 130), in: page))
  }
}
