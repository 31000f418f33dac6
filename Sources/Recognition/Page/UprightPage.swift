internal import Model
package import Native

/// A picture turned upright with the lines that detection saw, from top to bottom.
struct UprightPage {
  var picture: PixelBuffer
  var boxes: [TextBox]
  /// The clockwise quarter turns that made it upright, 0 to 3.
  var quarters: Int
}

/// A page that was read.
package struct ReadPage: Sendable {
  package var page: RecognizedPage
  /// The picture as it was given, turned upright.
  package var upright: PixelBuffer
  /// The same without a watermark, in which the lines were read.
  package var legible: PixelBuffer
}
