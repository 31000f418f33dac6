internal import Glibc
package import Model

/// A rotated rectangle around a line of text, in the pixels of the picture it was found in.
package struct TextBox: Hashable, Sendable {
  package var center: Point
  /// The width is measured along the text.
  package var width: Double
  package var height: Double
  /// Of the text's direction to the x axis, in radians, clockwise positive (y runs down).
  package var angle: Double
  /// Mean text probability inside.
  package var score: Double

  package init(center: Point, width: Double, height: Double, angle: Double, score: Double) {
    self.center = center
    self.width = width
    self.height = height
    self.angle = angle
    self.score = score
  }

  /// The corners go clockwise from the text's own top left.
  package var quad: Quad {
    let alongX = width / 2 * cos(angle)
    let alongY = width / 2 * sin(angle)
    let downX = -height / 2 * sin(angle)
    let downY = height / 2 * cos(angle)
    func corner(_ along: Double, _ down: Double) -> Point {
      Point(
        x: center.x + along * alongX + down * downX, y: center.y + along * alongY + down * downY)
    }
    return Quad(
      topLeft: corner(-1, -1), topRight: corner(1, -1), bottomRight: corner(1, 1),
      bottomLeft: corner(-1, 1))
  }

  /// Returns a point on the box's middle line, 0 (start) to 1 (end).
  package func point(at share: Double) -> Point {
    let along = (share - 0.5) * width
    return Point(x: center.x + along * cos(angle), y: center.y + along * sin(angle))
  }

  /// Returns the same box in a picture `factor` times as large.
  package func scaled(by factor: Double) -> TextBox {
    TextBox(
      center: Point(x: center.x * factor, y: center.y * factor), width: width * factor,
      height: height * factor, angle: angle, score: score)
  }
}

extension TextBox {
  /// The same rectangle read from its other end.
  var upsideDown: TextBox {
    var box = self
    box.angle += box.angle > 0 ? -.pi : .pi
    return box
  }

  /// Returns a piece along the text, from and to as shares of the width.
  package func part(from start: Double, to end: Double) -> TextBox {
    var box = self
    let shift = ((start + end) / 2 - 0.5) * width
    box.center = Point(x: center.x + shift * cos(angle), y: center.y + shift * sin(angle))
    box.width = (end - start) * width
    return box
  }
}
