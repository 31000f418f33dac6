package import Model

/// The lines of a page that was turned upright.
package struct RecognizedPage: Sendable {
  package var lines: [PageLine]
  /// The size of the upright page is in the unit of the boxes.
  package var width: Double
  package var height: Double
  /// The clockwise turn (0, 90, 180, 270) that made it upright.
  package var rotationDegrees: Int
  /// Boxes of small print that was not read.
  package var small: [TextBox]
  /// Boxes in which nothing could be read.
  package var illegible: [TextBox] = []
  /// `nil` for a page that was read as it was given.
  package var watermarkRemoval: WatermarkRemoval?

  package init(
    lines: [PageLine], width: Double, height: Double, rotationDegrees: Int, small: [TextBox] = []
  ) {
    self.lines = lines
    self.width = width
    self.height = height
    self.rotationDegrees = rotationDegrees
    self.small = small
  }

  /// Returns where a point of the upright page lies on the page as it was given.
  package func original(_ point: Point) -> Point {
    switch rotationDegrees {
    case 90: Point(x: point.y, y: width - point.x)
    case 180: Point(x: width - point.x, y: height - point.y)
    case 270: Point(x: height - point.y, y: point.x)
    default: point
    }
  }
}
