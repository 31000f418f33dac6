internal import Model

/// A page turned so that its text is upright.
struct UprightPage {
  let width: Double
  let height: Double
  /// SVG's, from the page's own coordinates.
  let transform: String?
  private let map: @Sendable (Point) -> Point

  /// - Parameter degrees: The clockwise turn that makes it upright; `nil` for none.
  init(width: Double, height: Double, degrees: Int?) {
    func text(_ number: Double) -> String { JSON.numberText(number) }
    switch degrees {
    case 90:
      (self.width, self.height) = (height, width)
      transform = "translate(\(text(height)) 0) rotate(90)"
      map = { Point(x: height - $0.y, y: $0.x) }
    case 180:
      (self.width, self.height) = (width, height)
      transform = "translate(\(text(width)) \(text(height))) rotate(180)"
      map = { Point(x: width - $0.x, y: height - $0.y) }
    case 270:
      (self.width, self.height) = (height, width)
      transform = "translate(0 \(text(width))) rotate(270)"
      map = { Point(x: $0.y, y: width - $0.x) }
    default:
      (self.width, self.height) = (width, height)
      transform = nil
      map = { $0 }
    }
  }

  /// The part of the page around a box, with enough around it to know the place again: `x y width height`.
  func crop(around box: Quad) -> String {
    let bounds = box.map(map).bounds
    let margin = max(0.8 * (bounds.bottom - bounds.top), 0.015 * width)
    func span(_ low: Double, _ high: Double, least: Double, of size: Double) -> (Double, Double) {
      let length = min(size, max(high - low + 2 * margin, least))
      let start = min(max(0, (low + high - length) / 2), size - length)
      return (start.rounded(), length.rounded())
    }
    let (x, across) = span(bounds.left, bounds.right, least: 0.3 * width, of: width)
    // Not flatter than six to one: a strip shows no surroundings.
    let (y, down) = span(bounds.top, bounds.bottom, least: across / 6, of: height)
    return [x, y, across, down].map(JSON.numberText).joined(separator: " ")
  }
}
