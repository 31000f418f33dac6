internal import Glibc
internal import Model
internal import Native

/// The line under the star, which says what a stamp is for (合同专用章).
struct StampCenterLine {
  private let patch: StampPatch
  private let cosine: Double
  private let sine: Double
  /// Edges in shares of the radius, in the stamp's own directions: to the right, and down from the middle.
  private let left: Double
  private let right: Double
  private let upper: Double
  private let lower: Double

  private static let grid = 0.02

  /// - Returns: `nil` where no line stands there.
  init?(_ patch: StampPatch, ring: StampRing) {
    self.patch = patch
    let top = Double(ring.top) * .pi / 180
    // To the right is a quarter turn clockwise from up.
    cosine = cos(top + .pi / 2)
    sine = sin(top + .pi / 2)
    let (cosine, sine) = (cosine, sine)
    func ink(_ across: Double, _ down: Double) -> Double {
      let distance = (across * across + down * down).squareRoot()
      guard distance > 0 else { return 0 }
      let x = (across * cosine - down * sine) / distance
      let y = (across * sine + down * cosine) / distance
      // Among the letters of the ring nothing belongs to the line.
      guard distance < ring.inside(cosine: x, sine: y) else { return 0 }
      return patch.ink(at: patch.outline.point(distance, cosine: x, sine: y))
    }
    let columns = stride(from: -0.7, through: 0.7, by: Self.grid).map { $0 }
    let downs = stride(from: 0.26, through: 0.76, by: Self.grid).map { $0 }
    let least = 0.35 * patch.firm
    let rows = downs.map { down in
      Double(columns.count { ink($0, down) > least }) / Double(columns.count)
    }
    guard let most = rows.max(), most > 0.12 else { return nil }
    // The tallest run of rows with ink.
    var best = 0..<0
    var start: Int?
    for (index, share) in rows.enumerated() {
      if share > 0.25 * most {
        let from = start ?? index
        start = from
        if index + 1 - from > best.count { best = from..<(index + 1) }
      } else {
        start = nil
      }
    }
    guard (4...16).contains(best.count) else { return nil }
    let inside = columns.filter { across in
      best.contains { ink(across, downs[$0]) > least }
    }
    // From the middle outwards to the first wide hole: beyond it letters of the ring may end.
    let toRight = Self.run(inside.filter { $0 >= 0 })
    let toLeft = Self.run(inside.filter { $0 < 0 }.reversed())
    guard let first = toLeft.last, let last = toRight.last, last - first > 0.3 else { return nil }
    left = first - 2 * Self.grid
    right = last + 2 * Self.grid
    upper = downs[best.lowerBound] - 1.2 * Self.grid
    lower = downs[best.upperBound - 1] + 1.2 * Self.grid
  }

  /// As far as one follows the other, from the middle of the stamp on.
  private static func run(_ columns: [Double]) -> [Double] {
    var run: [Double] = []
    var end = 0.0
    for column in columns {
      guard abs(column - end) < widestHole else { break }
      run.append(column)
      end = column
    }
    return run
  }

  private static let widestHole = 0.13

  private static func place(
    _ across: Double, _ down: Double, _ cosine: Double, _ sine: Double, _ outline: StampEllipse
  ) -> Point {
    // Down is a quarter turn clockwise from right.
    let x = across * cosine - down * sine
    let y = across * sine + down * cosine
    return outline.point(1, cosine: x, sine: y)
  }

  /// The line as print.
  func line(height: Int) -> PixelBuffer {
    let width = max(height, Int((right - left) / (lower - upper) * Double(height)))
    var samples: [UInt8] = []
    samples.reserveCapacity(width * height * 3)
    for row in 0..<height {
      let down = upper + (Double(row) + 0.5) / Double(height) * (lower - upper)
      for column in 0..<width {
        let across = left + (Double(column) + 0.5) / Double(width) * (right - left)
        let tone = patch.tone(
          ofInk: patch.strokes(at: Self.place(across, down, cosine, sine, patch.outline)))
        samples += [tone, tone, tone]
      }
    }
    return PixelBuffer(width: width, height: height, channels: 3, samples: samples)
  }
}
