import Specimens
import Testing

@testable import Native

@Suite struct JPEGPictureTests {
  /// Wide, with a dark left half and a light right half.
  private static func halves(width: Int = 160, height: Int = 96) throws -> PixelBuffer {
    let canvas = try Canvas.picture(width: width, height: height, unit: 1)
    canvas.fillRectangle(
      x: 0, y: 0, width: Double(width) / 2, height: Double(height), Ink(0.1, 0.1, 0.6))
    return try canvas.pixels()
  }

  private static func noise(width: Int, height: Int) -> PixelBuffer {
    var dice = Dice(seed: 7, stream: 0)
    return PixelBuffer(
      width: width, height: height, channels: 3,
      samples: (0..<(width * height * 3)).map { _ in UInt8.random(in: 0...255, using: &dice) })
  }

  @Test func headerTellsSizeMarkersAndTable() throws {
    let bytes = try JPEGEncoder(quality: 100, density: 300, orientation: 6).encode(Self.halves())
    let header = try JPEGHeader(bytes)
    #expect(header.width == 160 && header.height == 96 && header.components == 3)
    // Quality 100 divides by one everywhere.
    #expect(header.quantization == [Int](repeating: 1, count: 64))
    #expect(header.markers.map(\.code) == [0xE0, 0xE1])
    #expect(header.markers.first?.bytes.starts(with: Array("JFIF\0".utf8)) == true)
  }

  @Test(arguments: [8: (160, 96), 4: (80, 48), 1: (20, 12), 3: (60, 36)])
  func decodingScales(eighths: Int, size: (width: Int, height: Int)) throws {
    let bytes = try JPEGEncoder(quality: 92).encode(Self.halves())
    let picture = try PixelBuffer(jpeg: bytes, header: JPEGHeader(bytes), eighths: eighths)
    #expect(picture.width == size.width && picture.height == size.height)
    let row = picture.height / 2 * picture.width
    let left = Array(picture.samples[(row * 3)..<(row * 3 + 3)])
    #expect(zip(left, [26, 26, 153]).allSatisfy { abs(Int($0) - $1) < 12 })
    #expect(picture.samples[(row + picture.width - 1) * 3] > 240)
  }

  @Test func sizesThatAreNoMultipleOfEightKeepTheirEdge() throws {
    let bytes = try JPEGEncoder(quality: 92).encode(Self.halves(width: 33, height: 17))
    let header = try JPEGHeader(bytes)
    let whole = try PixelBuffer(jpeg: bytes, header: header, eighths: 8)
    #expect(whole.width == 33 && whole.height == 17)
    let eighth = try PixelBuffer(jpeg: bytes, header: header, eighths: 1)
    #expect(eighth.width == 5 && eighth.height == 3)
  }

  @Test(arguments: [0.2, 0.5, 0.9])
  func aPictureThatIsCutShortIsTruncated(share: Double) throws {
    let bytes = try JPEGEncoder(quality: 90).encode(Self.noise(width: 64, height: 64))
    let header = try JPEGHeader(bytes)
    // Behind the headers, which take some 600 bytes.
    let count = 700 + Int(Double(bytes.count - 700) * share)
    #expect(throws: PictureError.truncated) {
      try PixelBuffer(jpeg: Array(bytes.prefix(count)), header: header, eighths: 8)
    }
  }

  @Test func headersThatAreCutShortAreRefused() throws {
    let bytes = try JPEGEncoder(quality: 90).encode(Self.halves())
    for count in 0..<300 {
      #expect(throws: PictureError.self) { try JPEGHeader(Array(bytes.prefix(count))) }
    }
  }

  @Test(arguments: [[], [0xFF], [0xFF, 0xD8, 0xFF], Array("not a picture".utf8)] as [[UInt8]])
  func otherBytesAreDamagedWithAReason(bytes: [UInt8]) {
    let error = #expect(throws: PictureError.self) { try JPEGHeader(bytes) }
    guard case .damaged(let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
  }

  /// A header may promise what the data does not keep; the decoder must not write past the promised size.
  @Test func aHeaderOfAnotherPictureIsNoDanger() throws {
    let small = try JPEGHeader(JPEGEncoder(quality: 90).encode(Self.halves(width: 16, height: 16)))
    let bytes = try JPEGEncoder(quality: 90).encode(Self.halves())
    #expect(throws: PictureError.self) {
      try PixelBuffer(jpeg: bytes, header: small, eighths: 8)
    }
  }

  @Test func mutationsNeverCrash() throws {
    let bytes = try JPEGEncoder(quality: 60, orientation: 3, software: "forge").encode(
      Self.noise(width: 24, height: 16))
    var dice = Dice(seed: 20_261_122, stream: 0)
    var decoded = 0
    for _ in 0..<2_000 {
      let mutated = dice.mutated(bytes)
      do throws(PictureError) {
        let header = try JPEGHeader(mutated)
        guard header.width * header.height < 100_000 else { continue }
        let picture = try PixelBuffer(jpeg: mutated, header: header, eighths: 8)
        #expect(picture.width == header.width && picture.height == header.height)
        decoded += 1
      } catch {
        continue
      }
    }
    // Else the mutations would never get past the header.
    #expect(decoded > 100)
  }
}
