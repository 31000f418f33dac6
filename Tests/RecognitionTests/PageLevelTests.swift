import Foundation
import Model
import Testing

@testable import Recognition

@Suite struct PageLevelTests {
  private static func box(_ x: Double, _ y: Double, _ width: Double, _ angle: Double) -> TextBox {
    TextBox(center: Point(x: x, y: y), width: width, height: 20, angle: angle, score: 1)
  }

  /// Two columns of lines on a page that is turned by `degrees` about its middle.
  private static func page(degrees: Double) -> [(row: Int, column: Int, box: TextBox)] {
    let angle = degrees * .pi / 180
    return (0..<10).flatMap { row in
      (0..<2).map { column in
        let flat = Point(x: 150 + 300 * Double(column) - 300, y: 60 + 70 * Double(row) - 400)
        let turned = Point(
          x: 300 + flat.x * cos(angle) - flat.y * sin(angle),
          y: 400 + flat.x * sin(angle) + flat.y * cos(angle))
        return (row, column, Self.box(turned.x, turned.y, 180, angle))
      }
    }
  }

  @Test(arguments: [-12.0, -4, -0.5, 0, 1, 6, 15])
  func rowsAndColumnsOfASkewedPageComeInLine(degrees: Double) {
    let lines = Self.page(degrees: degrees)
    let level = PageLevel(boxes: lines.map(\.box), width: 600, height: 800)
    #expect(abs(level.skewDegrees - degrees) < 0.3)
    let places = lines.map { (row: $0.row, column: $0.column, point: level.level($0.box.center)) }
    for row in 0..<10 {
      let heights = places.filter { $0.row == row }.map(\.point.y)
      #expect((heights.max() ?? 0) - (heights.min() ?? 1000) < 6)
    }
    for column in 0..<2 {
      let sides = places.filter { $0.column == column }.map(\.point.x)
      #expect((sides.max() ?? 0) - (sides.min() ?? 1000) < 12)
    }
  }

  @Test func aPageWithoutLinesIsLevel() {
    let level = PageLevel(boxes: [], width: 600, height: 800)
    #expect(level.skewDegrees == 0)
    #expect(level.level(Point(x: 17, y: 23)) == Point(x: 17, y: 23))
  }

  @Test func oneStrayLineDoesNotTiltThePage() {
    let lines = Self.page(degrees: 2).map(\.box) + [Self.box(300, 300, 120, 0.5)]
    let level = PageLevel(boxes: lines, width: 600, height: 800)
    #expect(abs(level.skewDegrees - 2) < 0.5)
  }

  @Test func aPageWithoutSizeIsNoDanger() {
    let level = PageLevel(boxes: Self.page(degrees: 3).map(\.box), width: 0, height: 0)
    let point = level.level(Point(x: 1, y: 1))
    #expect(point.x.isFinite && point.y.isFinite)
  }

  // MARK: Boxes

  @Test func cornersRunClockwiseFromTheTextsOwnTopLeft() {
    let quad = Self.box(100, 50, 60, .pi / 2).quad
    let expected = [(110.0, 20.0), (110, 80), (90, 80), (90, 20)]
    for (corner, place) in zip(quad.corners, expected) {
      #expect(abs(corner.x - place.0) < 1e-9 && abs(corner.y - place.1) < 1e-9)
    }
  }

  @Test func partsLieAlongTheText() {
    let part = Self.box(100, 50, 60, .pi / 2).part(from: 0.5, to: 1)
    #expect(abs(part.center.x - 100) < 1e-9 && abs(part.center.y - 65) < 1e-9)
    #expect(part.width == 30 && part.height == 20)
  }

  @Test(arguments: [-0.3, 0, 0.7])
  func upsideDownIsTheSameRectangleFromItsOtherEnd(angle: Double) {
    let box = Self.box(100, 50, 60, angle)
    let other = box.upsideDown
    #expect(abs(other.angle) <= .pi)
    let pairs = zip(
      other.quad.corners,
      [box.quad.bottomRight, box.quad.bottomLeft, box.quad.topLeft, box.quad.topRight])
    #expect(pairs.allSatisfy { abs($0.x - $1.x) < 1e-9 && abs($0.y - $1.y) < 1e-9 })
  }

  @Test func scalingScalesPlaceAndSize() {
    let box = Self.box(100, 50, 60, 0.2).scaled(by: 2.5)
    #expect(box.center == Point(x: 250, y: 125) && box.width == 150 && box.height == 50)
    #expect(box.angle == 0.2)
  }

  /// A point of the picture as given, on the upright page and back.
  @Test(arguments: [
    (0, Point(x: 10, y: 20)), (90, Point(x: 20, y: 190)), (180, Point(x: 190, y: 80)),
    (270, Point(x: 80, y: 10)),
  ])
  func placesOnTheOriginalPage(turn: Int, expected: Point) {
    // The upright page is 200 wide and 100 high.
    let page = RecognizedPage(lines: [], width: 200, height: 100, rotationDegrees: turn)
    #expect(page.original(Point(x: 10, y: 20)) == expected)
  }
}
