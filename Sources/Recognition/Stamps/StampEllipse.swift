internal import Glibc
package import Model

/// The outline of a round stamp as a camera shows it: a circle pressed in one direction.
package struct StampEllipse: Hashable, Sendable {
  package var center: Point
  // The symmetric matrix that takes the unit circle to the outline, so that no turn is added.
  private var xx: Double
  private var xy: Double
  private var yy: Double

  init(center: Point, radius: Double) {
    self.center = center
    xx = radius
    xy = 0
    yy = radius
  }

  /// The radius of the circle that has the same area.
  package var radius: Double { max(0, xx * yy - xy * xy).squareRoot() }

  /// The least half width over the greatest.
  var roundness: Double {
    let middle = (xx + yy) / 2
    let half = (((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy).squareRoot()
    return middle + half > 0 ? (middle - half) / (middle + half) : 0
  }

  /// A point of the stamp: 1 is its outline; angles run clockwise from the x axis, y downwards.
  func point(_ share: Double, cosine: Double, sine: Double) -> Point {
    Point(
      x: center.x + share * (xx * cosine + xy * sine),
      y: center.y + share * (xy * cosine + yy * sine))
  }

  /// How far the outline lies from the middle in a direction of the picture.
  func reach(cosine: Double, sine: Double) -> Double {
    // |S^-1 d| is the share at distance 1.
    let determinant = xx * yy - xy * xy
    guard determinant > 0 else { return 0 }
    let u = (yy * cosine - xy * sine) / determinant
    let v = (xx * sine - xy * cosine) / determinant
    return 1 / max(1e-9, (u * u + v * v).squareRoot())
  }

  /// Returns the ellipse in a picture `factor` times as large.
  package func scaled(by factor: Double) -> StampEllipse {
    var result = self
    result.center = Point(x: center.x * factor, y: center.y * factor)
    result.xx *= factor
    result.xy *= factor
    result.yy *= factor
    return result
  }

  /// The upright box that lies around the ellipse.
  package var box: Quad {
    let (across, down) = ((xx * xx + xy * xy).squareRoot(), (xy * xy + yy * yy).squareRoot())
    return Quad(
      x: center.x - across, y: center.y - down, width: 2 * across, height: 2 * down)
  }

  /// The ellipse through points, by least squares; `nil` where they lie on none.
  init?(through points: [Point], near: StampEllipse) {
    guard points.count >= 8, near.radius > 0 else { return nil }
    // a x² + b xy + c y² + d x + e y = 1 in units of the radius.
    var rows = [[Double]](repeating: [Double](repeating: 0, count: 6), count: 5)
    for point in points {
      let x = (point.x - near.center.x) / near.radius
      let y = (point.y - near.center.y) / near.radius
      let terms = [x * x, x * y, y * y, x, y]
      for i in 0..<5 {
        for j in 0..<5 { rows[i][j] += terms[i] * terms[j] }
        rows[i][5] += terms[i]
      }
    }
    guard let conic = Self.solve(rows) else { return nil }
    let (a, b, c, d, e) = (conic[0], conic[1], conic[2], conic[3], conic[4])
    let determinant = 4 * a * c - b * b
    guard determinant > 1e-6 else { return nil }
    let x = (b * e - 2 * c * d) / determinant
    let y = (b * d - 2 * a * e) / determinant
    let level = 1 + a * x * x + b * x * y + c * y * y
    guard level > 1e-6 else { return nil }
    // The matrix of the shape is M; the outline is its inverse square root.
    let (p, q, r) = (a / level, b / level / 2, c / level)
    let root = max(0, p * r - q * q).squareRoot()
    let trace = (p + r + 2 * root).squareRoot()
    guard root > 1e-9, trace > 1e-9 else { return nil }
    // Square root of a 2 x 2 matrix, then its inverse.
    let (sp, sq, sr) = ((p + root) / trace, q / trace, (r + root) / trace)
    let size = sp * sr - sq * sq
    guard size > 1e-9 else { return nil }
    center = Point(
      x: near.center.x + x * near.radius, y: near.center.y + y * near.radius)
    xx = sr / size * near.radius
    xy = -sq / size * near.radius
    yy = sp / size * near.radius
  }

  /// Gauss-Jordan elimination with row exchange; each row ends in its right side.
  private static func solve(_ equations: [[Double]]) -> [Double]? {
    var rows = equations
    for column in rows.indices {
      let pivot = rows.indices.dropFirst(column).max {
        abs(rows[$0][column]) < abs(rows[$1][column])
      }
      guard let pivot, abs(rows[pivot][column]) > 1e-12 else { return nil }
      rows.swapAt(column, pivot)
      for row in rows.indices where row != column {
        let factor = rows[row][column] / rows[column][column]
        for index in column...rows.count { rows[row][index] -= factor * rows[column][index] }
      }
    }
    return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
  }
}
