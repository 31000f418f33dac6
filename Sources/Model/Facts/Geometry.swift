/// A point is measured from the top left, x to the right and y down.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A quad has the four corners of a box, clockwise from the text's own top left.
package struct Quad: Hashable, Sendable {
  package var topLeft: Point
  package var topRight: Point
  package var bottomRight: Point
  package var bottomLeft: Point

  package init(topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point) {
    self.topLeft = topLeft
    self.topRight = topRight
    self.bottomRight = bottomRight
    self.bottomLeft = bottomLeft
  }

  /// Makes an upright rectangle.
  package init(x: Double, y: Double, width: Double, height: Double) {
    topLeft = Point(x: x, y: y)
    topRight = Point(x: x + width, y: y)
    bottomRight = Point(x: x + width, y: y + height)
    bottomLeft = Point(x: x, y: y + height)
  }

  package var corners: [Point] { [topLeft, topRight, bottomRight, bottomLeft] }

  /// Returns the quad with each corner moved by `transform`.
  package func map(_ transform: (Point) -> Point) -> Quad {
    Quad(
      topLeft: transform(topLeft), topRight: transform(topRight),
      bottomRight: transform(bottomRight), bottomLeft: transform(bottomLeft))
  }
}
