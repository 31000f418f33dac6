import Model
import Native
import ReadingBench
import Recognition
import Specimens
import Testing

/// A page may lie any way round: facts stay, and evidence points at the file as it was given.
@Suite struct TurnedPageTests {
  private static let values = ["member": "海蓝汽车服务部", "code": WashCard.code, "grade": "金卡"]

  /// The upright sheet's place in a picture that was turned clockwise.
  private static func turned(_ quad: Quad, quarters: Int) -> Quad {
    let sheet = WashCard.sheet()
    return quad.map { point in
      switch quarters {
      case 1: Point(x: sheet.height - point.y, y: point.x)
      case 2: Point(x: sheet.width - point.x, y: sheet.height - point.y)
      case 3: Point(x: point.y, y: sheet.width - point.x)
      default: point
      }
    }
  }

  @Test(arguments: 0...3)
  func evidenceCutFromTheGivenPictureHoldsTheValue(quarters: Int) async throws {
    let sheet = WashCard.sheet()
    let picture = try sheet.picture().turned(quarters: quarters)
    let bytes = try JPEGEncoder(quality: 95).encode(picture)
    let read = try await SharedReader.shared.extraction(of: bytes)
    #expect(read.values == WashCard.facts)
    #expect(read.documents.first?.rotationDegrees == (4 - quarters) % 4 * 90)
    #expect(
      read.pages == [
        PageSize(width: Double(picture.width), height: Double(picture.height), unit: .pixels)
      ])
    for (key, text) in Self.values {
      let box = try #require(read.fact("wash." + key)?.evidence.first?.box)
      let place = Self.turned(try #require(try sheet.place(of: text)), quarters: quarters)
      #expect(picture.ink(in: place, coveredBy: box) > 0.97, "\(key)")
      // Not just a box around everything.
      #expect(box.area < 2.6 * place.area, "\(key)")
      // The first corner is the text's own top left.
      #expect(box.topLeft.distance(to: place.topLeft) < 25, "\(key) \(box.topLeft)")
    }
  }

  @Test(arguments: [-6.0, 4])
  func aSkewedPageGivesTheSameFacts(degrees: Double) async throws {
    let canvas = try Canvas.picture(width: 1200, height: 960, unit: 1)
    try canvas.transformed(x: degrees < 0 ? 20 : 90, y: degrees < 0 ? 130 : 20, degrees: degrees) {
      () throws(DrawingError) in try WashCard.sheet().draw(on: canvas)
    }
    let read = try await SharedReader.shared.extraction(
      of: JPEGEncoder(quality: 95).encode(canvas.pixels()))
    #expect(read.values == WashCard.facts)
    guard case .double(let skew) = read.fact("image.skew_degrees")?.value else {
      Issue.record("no skew")
      return
    }
    #expect(abs(skew - degrees) < 0.5)
  }

  // MARK: EXIF

  /// The file's pixels for a picture that is shown as `shown` (TIFF 6.0, tag 274).
  private static func stored(_ shown: PixelBuffer, orientation: Int) -> PixelBuffer {
    let isTurned = orientation >= 5
    let width = isTurned ? shown.height : shown.width
    let height = isTurned ? shown.width : shown.height
    var samples = [UInt8](repeating: 0, count: shown.samples.count)
    for y in 0..<height {
      for x in 0..<width {
        let (column, row): (Int, Int) =
          switch orientation {
          case 2: (width - 1 - x, y)
          case 3: (width - 1 - x, height - 1 - y)
          case 4: (x, height - 1 - y)
          case 5: (y, x)
          case 6: (height - 1 - y, x)
          case 7: (height - 1 - y, width - 1 - x)
          case 8: (y, width - 1 - x)
          default: (x, y)
          }
        for channel in 0..<3 {
          samples[(y * width + x) * 3 + channel] =
            shown.samples[(row * shown.width + column) * 3 + channel]
        }
      }
    }
    return PixelBuffer(width: width, height: height, channels: 3, samples: samples)
  }

  @Test(arguments: 1...8)
  func orientationsAllShowTheSamePage(orientation: Int) async throws {
    let sheet = WashCard.sheet()
    let shown = try sheet.picture()
    let bytes = try JPEGEncoder(quality: 95, orientation: orientation).encode(
      Self.stored(shown, orientation: orientation))
    let loaded = try LoadedPicture.load(bytes, type: .jpeg)
    #expect(loaded.width == 1100 && loaded.height == 820 && loaded.orientation == orientation)
    let difference = zip(loaded.pixels.samples, shown.samples).lazy.map { abs(Int($0) - Int($1)) }
    #expect(difference.reduce(0, +) / shown.samples.count < 3)
    let read = try await SharedReader.shared.extraction(of: bytes)
    #expect(read.values == WashCard.facts)
    #expect(read.documents.first?.rotationDegrees == 0)
    #expect(read.pages == [PageSize(width: 1100, height: 820, unit: .pixels)])
    #expect(read.fact("image.orientation")?.value == .int(orientation))
    let box = try #require(read.fact("wash.member")?.evidence.first?.box)
    let place = try #require(try sheet.place(of: "海蓝汽车服务部"))
    #expect(shown.ink(in: place, coveredBy: box) > 0.97)
  }
}

extension Quad {
  /// Of a quad whose corners run clockwise in a picture (y down).
  func contains(_ point: Point) -> Bool {
    let corners = corners
    return corners.indices.allSatisfy { index in
      let a = corners[index]
      let b = corners[(index + 1) % 4]
      return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) >= -0.5
    }
  }

  var area: Double {
    let corners = corners
    return abs(
      corners.indices.reduce(0) { sum, index in
        let next = corners[(index + 1) % 4]
        return sum + corners[index].x * next.y - next.x * corners[index].y
      }) / 2
  }
}

extension Point {
  func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}

extension PixelBuffer {
  /// The share of a place's dark pixels that lie within a box.
  func ink(in place: Quad, coveredBy box: Quad) -> Double {
    var all = 0
    var covered = 0
    for y in 0..<height {
      for x in 0..<width where samples[(y * width + x) * 3] < 128 {
        let point = Point(x: Double(x) + 0.5, y: Double(y) + 0.5)
        guard place.contains(point) else { continue }
        all += 1
        if box.contains(point) { covered += 1 }
      }
    }
    return all == 0 ? 0 : Double(covered) / Double(all)
  }
}
