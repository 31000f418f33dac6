/// A projective map of the plane.
struct Homography {
  typealias Position = (x: Double, y: Double)

  /// Rows of the 3 x 3 matrix; the last element is 1.
  private let terms: [Double]

  /// The map that takes four corners (clockwise from the top left) to those of the rectangle
  /// from the origin to `width`, `height`; `nil` where three of them lie on a line.
  init?(from corners: [Position], toWidth width: Double, height: Double) {
    self.init(from: corners, to: [(0, 0), (width, 0), (width, height), (0, height)])
  }

  /// The map that takes four corners to four others, in the same order; `nil` where three of the
  /// first lie on a line.
  init?(from corners: [Position], to targets: [Position]) {
    var rows: [[Double]] = []
    for (source, target) in zip(corners, targets) {
      rows.append([
        source.x, source.y, 1, 0, 0, 0, -source.x * target.x, -source.y * target.x, target.x,
      ])
      rows.append([
        0, 0, 0, source.x, source.y, 1, -source.x * target.y, -source.y * target.y, target.y,
      ])
    }
    guard let solution = Self.solve(rows) else { return nil }
    terms = solution + [1]
  }

  func callAsFunction(_ x: Double, _ y: Double) -> Position {
    let depth = terms[6] * x + terms[7] * y + 1
    return (
      (terms[0] * x + terms[1] * y + terms[2]) / depth,
      (terms[3] * x + terms[4] * y + terms[5]) / depth
    )
  }

  /// Gauss-Jordan elimination with row exchange; each row ends in its right side.
  private static func solve(_ equations: [[Double]]) -> [Double]? {
    var rows = equations
    let count = rows.count
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) }
      guard let pivot, abs(rows[pivot][column]) > 1e-12 else { return nil }
      rows.swapAt(column, pivot)
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        for index in column...count { rows[row][index] -= factor * rows[column][index] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }
}
