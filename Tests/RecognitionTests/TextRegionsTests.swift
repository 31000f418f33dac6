import Foundation
import Model
import Testing

@testable import Recognition

@Suite struct TextRegionsTests {
  /// A map with filled shapes on 0.
  private struct ProbabilityMap {
    var width: Int
    var height: Int
    var stride: Int
    var values: [Float]

    init(width: Int, height: Int, stride: Int? = nil) {
      self.width = width
      self.height = height
      self.stride = stride ?? width
      values = [Float](repeating: 0, count: self.stride * height)
    }

    mutating func fill(x: Range<Int>, y: Range<Int>, _ value: Float = 0.9) {
      for row in y { for column in x { values[row * stride + column] = value } }
    }

    /// A rectangle turned clockwise about its centre.
    mutating func fill(center: Point, width: Double, height: Double, degrees: Double) {
      let angle = degrees * .pi / 180
      for row in 0..<self.height {
        for column in 0..<self.width {
          let dx = Double(column) + 0.5 - center.x
          let dy = Double(row) + 0.5 - center.y
          if abs(dx * cos(angle) + dy * sin(angle)) <= width / 2,
            abs(dy * cos(angle) - dx * sin(angle)) <= height / 2
          {
            values[row * stride + column] = 0.9
          }
        }
      }
    }

    var boxes: [TextBox] {
      TextRegions.boxes(in: values.span, width: width, height: height, stride: stride)
    }
  }

  @Test func aLineBecomesABoxThatGrew() throws {
    var map = ProbabilityMap(width: 200, height: 60)
    map.fill(x: 40..<140, y: 20..<30)
    let box = try #require(map.boxes.first)
    #expect(map.boxes.count == 1)
    #expect(abs(box.center.x - 90) <= 1.5 && abs(box.center.y - 25) <= 1.5)
    // 100 x 10 grows by area * 1.6 / perimeter on each side: 100 * 10 * 1.6 / 220 = 7.3.
    #expect(abs(box.width - 114.5) < 4 && abs(box.height - 24.5) < 4)
    #expect(abs(box.angle) < 0.01)
    #expect(box.score > 0.75 && box.score <= 0.9)
  }

  @Test func linesApartAreBoxesApart() {
    var map = ProbabilityMap(width: 200, height: 100)
    map.fill(x: 10..<90, y: 10..<20)
    map.fill(x: 110..<190, y: 10..<20)
    map.fill(x: 10..<90, y: 60..<70)
    #expect(map.boxes.count == 3)
  }

  @Test func aHairlineGapDoesNotCutALine() {
    var map = ProbabilityMap(width: 200, height: 60)
    map.fill(x: 10..<90, y: 20..<32)
    map.fill(x: 91..<190, y: 20..<32)
    #expect(map.boxes.count == 1)
  }

  @Test(arguments: [-40.0, -20, -5, 3, 15, 40])
  func slantedLinesKeepTheirAngle(degrees: Double) throws {
    var map = ProbabilityMap(width: 300, height: 300)
    map.fill(center: Point(x: 150, y: 140), width: 160, height: 16, degrees: degrees)
    let box = try #require(map.boxes.first)
    #expect(map.boxes.count == 1)
    #expect(abs(box.angle * 180 / .pi - degrees) < 1.5)
    #expect(abs(box.center.x - 150) < 2 && abs(box.center.y - 140) < 2)
    #expect(box.width > 160 && box.width < 190 && box.height > 16 && box.height < 46)
  }

  /// A label that stands lower than its value, joined with it: paper fills half of the rectangle around both.
  @Test func aStepBecomesTwoBoxes() throws {
    var map = ProbabilityMap(width: 300, height: 80)
    map.fill(x: 20..<60, y: 30..<36)
    map.fill(x: 60..<62, y: 27..<30)
    map.fill(x: 62..<240, y: 20..<28)
    let boxes = map.boxes.sorted { $0.center.x < $1.center.x }
    try #require(boxes.count == 2)
    #expect(abs(boxes[0].center.x - 42) < 5 && abs(boxes[1].center.x - 152) < 5)
    #expect(boxes.allSatisfy { abs($0.angle) < 0.1 && $0.height < 28 })
  }

  /// Pieces of a stamp's ring: long, half paper in their rectangle, and without a step.
  @Test(arguments: [(60.0, 120.0), (60.0, 110.0), (75.0, 120.0)])
  func anArcIsNoText(from: Double, to: Double) {
    var map = ProbabilityMap(width: 400, height: 300)
    for step in 0...200 {
      let angle = (from + (to - from) * Double(step) / 200) * .pi / 180
      let (x, y) = (Int(200 + 150 * cos(angle)), Int(200 - 150 * sin(angle)))
      map.fill(x: x..<(x + 2), y: y..<(y + 4))
    }
    #expect(map.boxes.isEmpty)
  }

  /// Columns are boxes within 45 degrees too, higher than wide.
  @Test func anUprightColumnIsHigherThanWide() throws {
    var map = ProbabilityMap(width: 100, height: 300)
    map.fill(x: 40..<56, y: 50..<250)
    let box = try #require(map.boxes.first)
    #expect(box.height > box.width && abs(box.angle) <= .pi / 4)
  }

  @Test func specksAndDoubtfulRegionsAreNone() {
    var map = ProbabilityMap(width: 100, height: 60)
    map.fill(x: 10..<11, y: 10..<11)
    map.fill(x: 30..<90, y: 30..<45, 0.4)
    #expect(map.boxes.isEmpty)
    #expect(ProbabilityMap(width: 10, height: 10).boxes.isEmpty)
    #expect(ProbabilityMap(width: 0, height: 0).boxes.isEmpty)
  }

  @Test func paddingRightOfThePictureIsNotLookedAt() {
    var map = ProbabilityMap(width: 100, height: 60, stride: 160)
    map.fill(x: 110..<150, y: 20..<40)
    #expect(map.boxes.isEmpty)
  }

  @Test func aPageThatIsAllTextIsOneBox() {
    var map = ProbabilityMap(width: 64, height: 64)
    map.fill(x: 0..<64, y: 0..<64)
    #expect(map.boxes.count == 1)
  }

  /// Regions that join late (a comb) are one.
  @Test func branchesOfOneRegionStayTogether() {
    var map = ProbabilityMap(width: 120, height: 60)
    for tooth in 0..<5 { map.fill(x: (20 * tooth + 5)..<(20 * tooth + 22), y: 10..<40) }
    map.fill(x: 5..<107, y: 40..<50)
    #expect(map.boxes.count == 1)
  }
}
