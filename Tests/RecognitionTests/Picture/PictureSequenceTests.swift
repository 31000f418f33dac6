import Model
import Native
import Specimens
import Testing

@testable import Recognition

/// Every page of a picture file is a page.
@Suite struct PictureSequenceTests {
  private static func grey(_ level: UInt8) -> PixelBuffer {
    PixelBuffer(
      width: 40, height: 30, channels: 3, samples: [UInt8](repeating: level, count: 40 * 30 * 3))
  }

  /// Two TIFFs of one page, the second behind the first, whose directory leads to it.
  private static func pages() -> [UInt8] {
    let first = PictureFiles.tiff(grey(10))
    let second = PictureFiles.tiff(grey(200))
    func number(_ bytes: [UInt8], at place: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    func put(_ number: Int, at place: Int, _ bytes: inout [UInt8]) {
      for offset in 0..<4 { bytes[place + offset] = UInt8(number >> (8 * offset) & 0xFF) }
    }
    var bytes = first
    let directory = number(first, at: 4, 4)
    let other = number(second, at: 4, 4)
    put(first.count + other, at: directory + 2 + 12 * number(first, at: directory, 2), &bytes)
    var moved = second
    for entry in 0..<number(second, at: other, 2) {
      let place = other + 2 + 12 * entry
      // Values that are places in the file: strips, and values of more than four bytes.
      let isPlace =
        number(second, at: place, 2) == 273
        || number(second, at: place + 4, 4) * (number(second, at: place + 2, 2) == 3 ? 2 : 4) > 4
      if isPlace { put(number(second, at: place + 8, 4) + first.count, at: place + 8, &moved) }
    }
    return bytes + moved
  }

  @Test func bothPagesOfATIFF() throws {
    let sequence = try PictureSequence(Self.pages(), type: .tiff)
    #expect(sequence.count == 2)
    #expect(try sequence.picture(0).pixels.samples.first == 10)
    #expect(try sequence.picture(1).pixels.samples.first == 200)
  }

  @Test func directoriesThatLeadInACircleEnd() throws {
    var bytes = PictureFiles.tiff(Self.grey(10))
    let directory = Int(bytes[4]) | Int(bytes[5]) << 8 | Int(bytes[6]) << 16
    let count = Int(bytes[directory])
    for offset in 0..<4 { bytes[directory + 2 + 12 * count + offset] = bytes[4 + offset] }
    #expect(try PictureSequence(bytes, type: .tiff).count == 1)
  }

  @Test func aStillPictureIsOnePage() throws {
    #expect(try PictureSequence(PictureFiles.gif, type: .gif).count == 1)
    #expect(try PictureSequence(PictureFiles.tiff(Self.grey(10)), type: .tiff).count == 1)
  }
}
