import Model
import Native
import Testing

@testable import Recognition

@Suite struct StampSearchTests {
  private static let red = Ink(0.85, 0.1, 0.12, opacity: 0.7)
  private static let grey = Ink(0.45, 0.45, 0.45, opacity: 0.6)

  /// A page with lines of black print, and whatever else.
  private func page(_ draw: (Canvas) throws -> Void) throws -> PixelBuffer {
    let canvas = try Canvas.picture(width: 460, height: 640, unit: 1)
    canvas.fillAll(.white)
    for row in stride(from: 60.0, to: 400, by: 30) {
      for column in stride(from: 50.0, to: 400, by: 14) {
        canvas.strokeRectangle(x: column, y: row, width: 9, height: 10, line: 2, .black)
      }
    }
    try draw(canvas)
    return try canvas.pixels()
  }

  private func stamp(on canvas: Canvas, _ ink: Ink, x: Double, y: Double, radius: Double) {
    canvas.strokeCircle(x: x, y: y, radius: radius, line: radius * 0.06, ink)
    canvas.fillStar(x: x, y: y, radius: radius * 0.3, ink)
    for step in 0..<12 {
      canvas.transformed(x: x, y: y, degrees: Double(step - 6) * 22) {
        for bar in [-0.07, 0.02] {
          canvas.fillRectangle(
            x: bar * radius, y: -0.86 * radius, width: 0.05 * radius, height: 0.3 * radius, ink)
        }
      }
    }
  }

  @Test(arguments: [red, grey], [30.0, 44, 62])
  func aStampIsFoundWhereItStands(ink: Ink, radius: Double) throws {
    let page = try page { stamp(on: $0, ink, x: 300, y: 430, radius: radius) }
    let found = StampSearch.stamps(on: page)
    #expect(found.count == 1)
    let outline = try #require(found.first).outline
    #expect(abs(outline.center.x - 300) < 3 && abs(outline.center.y - 430) < 3)
    #expect(abs(outline.radius - radius) < 0.08 * radius)
    #expect(found.first?.colour == (ink == Self.red ? .red : .grey))
  }

  @Test func twoStampsAreTwo() throws {
    let page = try page { canvas in
      stamp(on: canvas, Self.red, x: 120, y: 200, radius: 40)
      stamp(on: canvas, Self.red, x: 320, y: 450, radius: 45)
    }
    #expect(StampSearch.stamps(on: page).count == 2)
  }

  @Test func whatIsNoStampIsNotFound() throws {
    let pages = try [
      page { _ in },
      page { $0.fillCircle(x: 230, y: 300, radius: 50, Self.red) },
      page { $0.strokeCircle(x: 230, y: 300, radius: 50, line: 3, Ink(0.1, 0.2, 0.8)) },
      page { $0.strokeRectangle(x: 200, y: 280, width: 90, height: 90, line: 4, Self.red) },
      page { $0.fillStar(x: 230, y: 300, radius: 50, Self.red) },
      page { $0.fillRectangle(x: 60, y: 40, width: 330, height: 40, Self.red) },
      page { canvas in
        canvas.fillRectangle(x: 190, y: 250, width: 110, height: 110, .white)
        try canvas.draw(
          QRCode("91440300MA5F00000X 0123456789", correction: 0), x: 200, y: 260, side: 90)
      },
    ]
    for (index, page) in pages.enumerated() {
      #expect(StampSearch.stamps(on: page).isEmpty, "page \(index)")
    }
  }

  @Test(arguments: [(1, 1), (40, 900), (64, 64), (300, 70)])
  func noSizeIsTooOdd(width: Int, height: Int) {
    let page = PixelBuffer(width: width, height: height, channels: 3, filledWith: 200)
    #expect(StampSearch.stamps(on: page).isEmpty)
  }

  @Test func anEllipseIsFitted() throws {
    let points = (0..<60).map { step in
      let angle = Double(step) / 60 * 2 * Double.pi
      // Half axes 50 and 40, turned by 30 degrees.
      let (u, v) = (50 * cosine(angle), 40 * cosine(angle - .pi / 2))
      let turn = Double.pi / 6
      return Point(
        x: 200 + u * cosine(turn) - v * cosine(turn - .pi / 2),
        y: 100 + u * cosine(turn - .pi / 2) + v * cosine(turn))
    }
    let near = StampEllipse(center: Point(x: 204, y: 97), radius: 46)
    let fitted = try #require(StampEllipse(through: points, near: near))
    #expect(abs(fitted.center.x - 200) < 0.01 && abs(fitted.center.y - 100) < 0.01)
    #expect(abs(fitted.roundness - 0.8) < 0.001)
    #expect(abs(fitted.radius - 2000.squareRoot()) < 0.01)
    #expect(abs(fitted.reach(cosine: cosine(.pi / 6), sine: 0.5) - 50) < 0.01)
  }

  @Test func pointsOnALineAreNoEllipse() {
    let points = (0..<20).map { Point(x: Double($0), y: 2 * Double($0)) }
    #expect(
      StampEllipse(through: points, near: StampEllipse(center: Point(x: 5, y: 5), radius: 5))
        == nil)
  }
}

/// The cosine by its series: the test needs no mathematics library.
private func cosine(_ angle: Double) -> Double {
  var term = 1.0
  var sum = 1.0
  let turn = angle.truncatingRemainder(dividingBy: 2 * .pi)
  for step in 1..<20 {
    term *= -turn * turn / Double((2 * step - 1) * 2 * step)
    sum += term
  }
  return sum
}
