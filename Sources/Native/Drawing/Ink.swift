/// A colour to draw with; components 0 to 1.
package struct Ink: Hashable, Sendable {
  package var red: Double
  package var green: Double
  package var blue: Double
  package var opacity: Double

  package init(_ red: Double, _ green: Double, _ blue: Double, opacity: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.opacity = opacity
  }

  package static let black = Ink(0, 0, 0)
  package static let white = Ink(1, 1, 1)

  /// Returns the same colour, more or less transparent.
  package func faded(to opacity: Double) -> Ink { Ink(red, green, blue, opacity: opacity) }
}
