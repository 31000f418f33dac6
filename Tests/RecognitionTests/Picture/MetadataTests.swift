import Native
import Specimens
import Testing

@testable import Recognition

@Suite struct MetadataTests {
  /// A TIFF structure with one directory at 8; texts and rationals behind it.
  struct TIFF {
    var isLittle: Bool
    var entries: [(tag: Int, type: Int, count: Int, value: [UInt8])] = []
    var tail: [UInt8] = []

    func number(_ value: Int, _ width: Int) -> [UInt8] {
      let bytes = (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      return isLittle ? bytes : bytes.reversed()
    }

    mutating func short(_ tag: Int, _ value: Int) {
      entries.append((tag, 3, 1, number(value, 2) + [0, 0]))
    }

    mutating func offset(_ tag: Int, type: Int, count: Int, _ offset: Int) {
      entries.append((tag, type, count, number(offset, 4)))
    }

    var bytes: [UInt8] {
      Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
        + number(entries.count, 2)
        + entries.flatMap {
          number($0.tag, 2) + number($0.type, 2) + number($0.count, 4) + $0.value
        }
        + number(0, 4) + tail
    }

    /// Where the tail starts with so many entries.
    static func tail(behind count: Int) -> Int { 8 + 2 + 12 * count + 4 }
  }

  private static func full(isLittle: Bool, unit: Int = 2) -> TIFF {
    var tiff = TIFF(isLittle: isLittle)
    let start = TIFF.tail(behind: 5)
    tiff.short(0x0112, 6)
    tiff.offset(0x0131, type: 2, count: 10, start)
    tiff.offset(0x011A, type: 5, count: 1, start + 10)
    tiff.short(0x0128, unit)
    tiff.offset(0x8825, type: 4, count: 1, start + 18)
    tiff.tail =
      Array("Snapseed 2".utf8) + tiff.number(600, 4) + tiff.number(2, 4) + tiff.number(1, 2)
      + tiff.number(1, 2) + tiff.number(2, 2) + tiff.number(2, 4) + Array("N\0\0\0".utf8)
    return tiff
  }

  @Test(arguments: [true, false])
  func bothByteOrdersAreRead(isLittle: Bool) throws {
    let exif = try #require(EXIF(tiff: Self.full(isLittle: isLittle).bytes))
    #expect(exif.orientation == 6 && exif.software == "Snapseed 2")
    #expect(exif.density == 300 && exif.hasGPS)
    let marker = Array("Exif\0\0".utf8) + Self.full(isLittle: isLittle).bytes
    #expect(EXIF(marker: marker) == exif)
  }

  @Test func aResolutionMayBeInCentimetres() throws {
    let exif = try #require(EXIF(tiff: Self.full(isLittle: true, unit: 3).bytes))
    #expect(exif.density == 762)
  }

  @Test(arguments: [0, 9, 65_535])
  func orientationsThatDoNotExistAreUpright(orientation: Int) throws {
    var tiff = TIFF(isLittle: false)
    tiff.short(0x0112, orientation)
    #expect(EXIF(tiff: tiff.bytes)?.orientation == 1)
  }

  @Test func entriesThatPointNowhereAreLeftOut() throws {
    var tiff = TIFF(isLittle: true)
    tiff.offset(0x0131, type: 2, count: 50, 0xFFFF_FFF0)
    tiff.offset(0x011A, type: 5, count: 1, 4_000_000)
    tiff.offset(0x8825, type: 4, count: 1, 0x7FFF_FFFF)
    tiff.short(0x0112, 3)
    let exif = try #require(EXIF(tiff: tiff.bytes))
    #expect(exif.software == nil && exif.density == nil && !exif.hasGPS && exif.orientation == 3)
  }

  @Test func aResolutionOfNothingIsNone() throws {
    var tiff = TIFF(isLittle: true)
    tiff.offset(0x011A, type: 5, count: 1, TIFF.tail(behind: 1))
    tiff.tail = tiff.number(72, 4) + tiff.number(0, 4)
    #expect(EXIF(tiff: tiff.bytes)?.density == nil)
  }

  /// A directory that names itself as the position's.
  @Test func aLoopEnds() {
    var tiff = TIFF(isLittle: true)
    tiff.offset(0x8825, type: 4, count: 1, 8)
    #expect(EXIF(tiff: tiff.bytes)?.hasGPS == true)
  }

  @Test(arguments: ["", "II", "Exif\0\0", "Exif\0\0II*\0", "XXXXXXXXXXXXXXXXXXXX"])
  func otherBytesAreNoEXIF(text: String) {
    #expect(EXIF(marker: Array(text.utf8)) == nil)
    #expect(EXIF(tiff: Array(text.utf8)) == nil)
  }

  @Test func mutationsNeverCrash() {
    var dice = Dice(seed: 20_261_122, stream: 0)
    var read = 0
    for round in 0..<2_000 {
      let bytes = dice.mutated(Self.full(isLittle: round.isMultiple(of: 2)).bytes)
      if let exif = EXIF(tiff: bytes) {
        read += 1
        #expect((1...8).contains(exif.orientation))
      }
      _ = EXIF(marker: Array("Exif\0\0".utf8) + bytes)
    }
    #expect(read > 500)
  }

  // MARK: JPEG markers

  /// A JPEG with segments put behind its first marker.
  private static func header(_ segments: [(code: UInt8, body: [UInt8])], quality: Int = 90) throws
    -> JPEGHeader
  {
    let picture = PixelBuffer(width: 16, height: 16, channels: 3, filledWith: 120)
    let bytes = try JPEGEncoder(quality: quality).encode(picture)
    let extra = segments.flatMap { segment in
      let count = segment.body.count + 2
      return [0xFF, segment.code, UInt8(count >> 8), UInt8(count & 255)] + segment.body
    }
    return try JPEGHeader(Array(bytes.prefix(2)) + extra + bytes.dropFirst(2))
  }

  private static func xmp(_ text: String) -> (code: UInt8, body: [UInt8]) {
    (0xE1, Array(("http://ns.adobe.com/xap/1.0/\0" + text).utf8))
  }

  @Test func editingSoftwareIsNamedByAnyMarker() throws {
    let attribute = Self.xmp("<rdf:Description xmp:CreatorTool=\"Meitu 10\"/>")
    #expect(JPEGMetadata(try Self.header([attribute])).software == "Meitu 10")
    let element = Self.xmp("<xmp:CreatorTool>GIMP 2.10</xmp:CreatorTool>")
    #expect(JPEGMetadata(try Self.header([element])).software == "GIMP 2.10")
    let photoshop = (code: UInt8(0xED), body: Array("Photoshop 3.0\08BIM".utf8))
    #expect(JPEGMetadata(try Self.header([photoshop])).software == "Adobe Photoshop")
    #expect(JPEGMetadata(try Self.header([])).software == nil)
    #expect(JPEGMetadata(try Self.header([Self.xmp("<x CreatorTool=\"\"/>")])).software == nil)
  }

  @Test func whatEXIFSaysGoesFirst() throws {
    let exif = (code: UInt8(0xE1), body: Array("Exif\0\0".utf8) + Self.full(isLittle: true).bytes)
    let xmp = Self.xmp("<x CreatorTool=\"Meitu 10\"/>")
    #expect(JPEGMetadata(try Self.header([xmp, exif])).software == "Snapseed 2")
    #expect(JPEGMetadata(try Self.header([exif, exif])).exif?.orientation == 6)
  }

  @Test(arguments: [10, 25, 50, 75, 85, 92, 100])
  func theQualityIsEstimated(quality: Int) throws {
    let estimate = try #require(
      JPEGMetadata(try Self.header([], quality: quality)).qualityEstimate)
    withKnownIssue("entries that stop at 255 make the sum of a coarse table too small") {
      #expect(abs(estimate - quality) <= 1, "\(estimate)")
    } when: {
      quality <= 10
    }
  }

  @Test func densityIsThatOfJFIF() throws {
    let picture = PixelBuffer(width: 16, height: 16, channels: 3, filledWith: 120)
    let bytes = try JPEGEncoder(quality: 90, density: 300).encode(picture)
    #expect(JPEGMetadata(try JPEGHeader(bytes)).jfifDensity == 300)
    #expect(JPEGMetadata(try Self.header([])).jfifDensity == nil)
  }
}
