internal import Native

/// How much one page may make the machine draw; what is beyond is left out.
///
/// Counted is what costs time: objects, steps of paths, the rows that their edges cross, the pixels that are painted.
final class DrawingBudget {
  private var objects = 150_000
  private var steps = 600_000
  private var rows = 15_000_000.0
  private var pixels = 1_200_000_000.0
  private var decoded = 120_000_000
  /// Whether something was left out.
  private(set) var isExhausted = false
  private let width: Double
  private let height: Double

  /// - Parameters:
  ///   - width: of the picture, in pixels.
  init(width: Int, height: Int) {
    self.width = Double(width)
    self.height = Double(height)
  }

  /// Whether one more object may be looked at: drawings that are made of drawings multiply.
  func allowsObject() -> Bool {
    objects -= 1
    return check()
  }

  /// No more than so many steps are worth making.
  var stepLimit: Int { max(0, steps) }

  /// Whether a path in pixels may be filled or clipped to.
  func allows(filling path: [PathStep]) -> Bool {
    allows(path, edge: { abs($0.y - $1.y) }, extra: 0)
  }

  /// Whether a path in pixels may be stroked.
  func allows(stroking path: [PathStep], width: Double) -> Bool {
    // Round joins and caps have as many edges as they are wide.
    allows(path, edge: { abs($0.y - $1.y) + abs($0.x - $1.x) + 4 * width }, extra: width)
  }

  private func allows(
    _ path: [PathStep], edge: ((x: Double, y: Double), (x: Double, y: Double)) -> Double,
    extra: Double
  ) -> Bool {
    var cost = 0.0
    var last: (x: Double, y: Double)?
    var (left, right, top, bottom) = (width, 0.0, height, 0.0)
    for step in path {
      guard let end = step.end else { continue }
      if let last { cost += edge(last, end) }
      last = end
      (left, right) = (min(left, end.x), max(right, end.x))
      (top, bottom) = (min(top, end.y), max(bottom, end.y))
    }
    let area =
      max(0, min(width, right + extra) - max(0, left - extra))
      * max(0, min(height, bottom + extra) - max(0, top - extra))
    steps -= path.count
    rows -= cost
    pixels -= area
    return check()
  }

  /// Whether a picture may be painted over so many pixels.
  func allows(painting area: Double) -> Bool {
    // Sampling a picture costs about ten times a colour.
    pixels -= 10 * min(area, width * height)
    return check()
  }

  /// Whether a picture of so many pixels may be decoded.
  func allows(decoding count: Int) -> Bool {
    decoded -= count
    return check()
  }

  private func check() -> Bool {
    if objects < 0 || steps < 0 || rows < 0 || pixels < 0 || decoded < 0 { isExhausted = true }
    return !isExhausted
  }
}
