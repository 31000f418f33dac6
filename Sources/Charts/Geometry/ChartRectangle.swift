internal import Model

/// An upright box on a page, in the page's units, origin top left.
struct ChartRectangle: Hashable {
  var x: Double
  var y: Double
  package var width: Double
  package var height: Double

  var quad: Quad { Quad(x: x, y: y, width: width, height: height) }
  var center: Point { Point(x: x + width / 2, y: y + height / 2) }

  /// How far a point is from the box: 0 inside.
  func distance(to point: Point) -> Double {
    let dx = max(x - point.x, 0, point.x - x - width)
    let dy = max(y - point.y, 0, point.y - y - height)
    return (dx * dx + dy * dy).squareRoot()
  }

  func contains(_ other: ChartRectangle, slack: Double = 0) -> Bool {
    other.x >= x - slack && other.y >= y - slack && other.x + other.width <= x + width + slack
      && other.y + other.height <= y + height + slack
  }

  /// The box nearest to a point; `nil` where none is near.
  static func nearest(
    to point: Point, among boxes: [(Int?, ChartRectangle)], within limit: Double
  ) -> Int? {
    let near = boxes.map { ($0.0, $0.1.distance(to: point), $0.1.width * $0.1.height) }
      .filter { $0.1 <= limit }
    // Of boxes around each other the smallest is meant.
    return near.min { ($0.1, $0.2) < ($1.1, $1.2) }?.0
  }
}

extension ChartRectangle {
  /// The upright box around points; `nil` without any.
  init?(around points: [Point]) {
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return nil }
    self.init(x: left, y: top, width: right - left, height: bottom - top)
  }
}

extension AffineMap {
  /// The upright box around a mapped one.
  func callAsFunction(_ box: ChartRectangle) -> ChartRectangle {
    ChartRectangle(around: box.quad.corners.map { self($0) }) ?? box
  }
}
