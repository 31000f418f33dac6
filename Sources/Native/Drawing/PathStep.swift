/// One step of a path to be filled, stroked or clipped to; in the units of what it is part of.
package enum PathStep: Hashable, Sendable {
  /// Starts a figure.
  case move(x: Double, y: Double)
  case line(x: Double, y: Double)
  /// A cubic Bézier curve with its two control points.
  case curve(x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double)
  /// Ends a figure where it started.
  case close

  /// Returns the step with all its points moved by a function.
  package func mapped(_ map: (Double, Double) -> (x: Double, y: Double)) -> PathStep {
    switch self {
    case .move(let x, let y):
      let end = map(x, y)
      return .move(x: end.x, y: end.y)
    case .line(let x, let y):
      let end = map(x, y)
      return .line(x: end.x, y: end.y)
    case .curve(let x1, let y1, let x2, let y2, let x, let y):
      let (first, second, end) = (map(x1, y1), map(x2, y2), map(x, y))
      return .curve(x1: first.x, y1: first.y, x2: second.x, y2: second.y, x: end.x, y: end.y)
    case .close: return .close
    }
  }

  /// Where the step ends; `nil` for one that closes a figure.
  package var end: (x: Double, y: Double)? {
    switch self {
    case .move(let x, let y), .line(let x, let y): (x, y)
    case .curve(_, _, _, _, let x, let y): (x, y)
    case .close: nil
    }
  }
}

/// How lines of a path are drawn; lengths in canvas units.
package struct LineStyle: Hashable, Sendable {
  package enum Cap: Sendable { case butt, round, square }
  package enum Join: Sendable { case miter, round, bevel }

  package var width: Double
  package var cap: Cap
  package var join: Join
  package var miterLimit: Double
  /// The lengths of dashes and gaps in turn; a line without gaps has none.
  package var dashes: [Double]
  package var dashOffset: Double

  package init(
    width: Double, cap: Cap = .butt, join: Join = .miter, miterLimit: Double = 10,
    dashes: [Double] = [], dashOffset: Double = 0
  ) {
    self.width = width
    self.cap = cap
    self.join = join
    self.miterLimit = miterLimit
    self.dashes = dashes
    self.dashOffset = dashOffset
  }
}

/// What lies inside a path that crosses itself.
package enum FillRule: Sendable { case nonZero, evenOdd }

/// How what is painted goes with what is there.
package enum Blending: Sendable {
  case over
  /// As ink: the darker of each channel's two, white changes nothing.
  case multiplied
}
