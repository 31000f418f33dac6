internal import Glibc
package import Model

/// Where things would lie if the page had been scanned flat and straight.
///
/// A photographed page has rows whose slope changes with height, and columns that lean and converge. Rows are
/// levelled by the slopes of the lines themselves; columns by the lean that brings most left edges into
/// line. Only the order of things hangs on it: each line is cut out of the picture along its own slope.
package struct PageLevel: Sendable {
  private var center = Point(x: 0, y: 0)
  /// The page's width and height.
  package private(set) var size = Point(x: 1, y: 1)
  // Slope of rows: a + b * (y - center) + c * (x - center).
  private var slope = 0.0
  private var slopeByY = 0.0
  private var slopeByX = 0.0
  // Lean of columns: s + t * (x - center) / width.
  private var lean = 0.0
  private var convergence = 0.0

  /// The angle by which the page is skewed, in degrees, clockwise positive.
  package var skewDegrees: Double { atan(slope) * 180 / .pi }

  package init(boxes: [TextBox], width: Double, height: Double) {
    center = Point(x: width / 2, y: height / 2)
    size = Point(x: max(1, width), y: max(1, height))
    fitRows(boxes.filter { $0.width > 3 * $0.height })
    fitColumns(boxes.filter { $0.width > 1.5 * $0.height })
  }

  /// Returns the point on the levelled page, in about the same units.
  package func level(_ point: Point) -> Point {
    let dx = point.x - center.x
    let dy = point.y - center.y
    let row = dy - (slope + slopeByY * dy) * dx - slopeByX * dx * dx / 2
    let column = dx + (lean + convergence * dx / size.x) * row
    return Point(x: column + center.x, y: row + center.y)
  }

  /// Returns the slope of a row at a point of the page, in radians.
  package func angle(at point: Point) -> Double { atan(slope(at: point)) }

  /// Returns the point of the page that lies at a point of the levelled page: ``level(_:)`` turned round.
  package func page(_ level: Point) -> Point {
    // The mapping is nearly the identity: a few corrections find its inverse.
    var point = level
    for _ in 0..<6 {
      let there = self.level(point)
      point.x += level.x - there.x
      point.y += level.y - there.y
    }
    return point
  }

  // MARK: Rows

  private mutating func fitRows(_ lines: [TextBox]) {
    guard !lines.isEmpty else { return }
    var kept = lines
    for _ in 0..<3 {
      fitOnce(kept)
      let residuals = kept.map { abs(tan($0.angle) - slope(at: $0.center)) }.sorted()
      let tolerance = max(0.01, 3 * residuals[residuals.count / 2])
      kept = lines.filter { abs(tan($0.angle) - slope(at: $0.center)) <= tolerance }
      if kept.count < 3 { return }
    }
  }

  private func slope(at point: Point) -> Double {
    slope + slopeByY * (point.y - center.y) + slopeByX * (point.x - center.x)
  }

  /// Weighted least squares; the two gradients only where enough lines speak, and held near zero.
  private mutating func fitOnce(_ lines: [TextBox]) {
    var normal = [[Double]](repeating: [0, 0, 0], count: 3)
    var right = [0.0, 0.0, 0.0]
    let total = lines.reduce(0) { $0 + $1.width }
    for line in lines {
      let weight = line.width / total
      let terms = [
        1, (line.center.y - center.y) / size.y, (line.center.x - center.x) / size.x,
      ]
      for i in 0..<3 {
        for j in 0..<3 { normal[i][j] += weight * terms[i] * terms[j] }
        right[i] += weight * terms[i] * tan(line.angle)
      }
    }
    // A ridge keeps few or clustered lines from inventing a gradient.
    let ridge = lines.count >= 5 ? 0.002 : 1
    normal[1][1] += ridge
    normal[2][2] += ridge * 4
    let solution = Self.solve(normal, right)
    slope = solution[0]
    slopeByY = solution[1] / size.y
    slopeByX = solution[2] / size.x
  }

  /// Cramer's rule for a symmetric positive 3 x 3 system.
  private static func solve(_ m: [[Double]], _ r: [Double]) -> [Double] {
    func determinant(_ m: [[Double]]) -> Double {
      m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
    }
    let whole = determinant(m)
    guard abs(whole) > 1e-12 else { return [r[0], 0, 0] }
    return (0..<3).map { column in
      var replaced = m
      for row in 0..<3 { replaced[row][column] = r[row] }
      return determinant(replaced) / whole
    }
  }

  // MARK: Columns

  private mutating func fitColumns(_ lines: [TextBox]) {
    // Without a better account columns stand square to the rows.
    lean = slope
    guard lines.count >= 5 else { return }
    let starts = lines.map {
      (point: $0.quad.topLeft.middle(to: $0.quad.bottomLeft), height: $0.height)
    }
    var best = (score: -1.0, lean: slope, convergence: 0.0)
    for leanStep in -24...24 {
      for convergenceStep in -4...4 {
        var trial = self
        trial.lean = slope + Double(leanStep) * 0.005
        trial.convergence = Double(convergenceStep) * 0.03
        let columns = starts.map { (x: trial.level($0.point).x, height: $0.height) }
          .sorted { $0.x < $1.x }
        // A little preference for square columns decides where nothing else does.
        var score = -0.02 * Double(abs(leanStep)) - 0.05 * Double(abs(convergenceStep))
        for (index, column) in columns.enumerated() {
          for other in columns[(index + 1)...] {
            let distance = (other.x - column.x) / min(column.height, other.height)
            if distance > 0.5 { break }
            score += 1 - 2 * distance
          }
        }
        if score > best.score { best = (score, trial.lean, trial.convergence) }
      }
    }
    lean = best.lean
    convergence = best.convergence
  }
}

extension Point {
  fileprivate func middle(to other: Point) -> Point {
    Point(x: (x + other.x) / 2, y: (y + other.y) / 2)
  }
}
