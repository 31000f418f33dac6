internal import Native

/// The edge of a box that is filled with a colour.
///
/// On white paper such a box is ink where it is darker than its surroundings on average: all along its edge, as deep
/// as the surroundings reach, and in its shadow. This ink is the box's own; left alone it would join the connectors
/// on both sides.
struct FilledBox {
  /// The box's inner, even part, as a number among ``regions`` and the rectangle around it, ends included.
  let region: Int
  let columns: ClosedRange<Int>
  package let rows: ClosedRange<Int>
  /// For each pixel the number of its region.
  let regions: [Int32]

  /// How much darker than what is around it a box must be for its edge to be ink.
  private static let share = 0.8

  /// The places of the edge's pixels; none where the box is not filled.
  ///
  /// Straight out from the inner part runs ink that ends within the edge; what runs on is a connector.
  ///
  /// - Parameters:
  ///   - reach: of the averages that ink is compared with, in pixels.
  ///   - shadow: the greatest width of frame and shadow, in pixels.
  func edge(in grey: PixelBuffer, _ ink: InkMask, reach: Int, shadow: Int) -> [Int] {
    let depth = reach + shadow
    guard isFilled(grey, beyond: depth * 2) else { return [] }
    var places: [Int] = []
    for x in columns {
      // Photographed boxes are a little askew: the inner part begins further in.
      if let y = rows.first(where: { isInside(x, $0, in: ink.width) }) {
        places += run(from: (x, y - 1), by: (0, -1), depth, ink)
      }
      if let y = rows.last(where: { isInside(x, $0, in: ink.width) }) {
        places += run(from: (x, y + 1), by: (0, 1), depth, ink)
      }
    }
    for y in rows {
      if let x = columns.first(where: { isInside($0, y, in: ink.width) }) {
        places += run(from: (x - 1, y), by: (-1, 0), depth, ink)
      }
      if let x = columns.last(where: { isInside($0, y, in: ink.width) }) {
        places += run(from: (x + 1, y), by: (1, 0), depth, ink)
      }
    }
    return places
  }

  private func isInside(_ x: Int, _ y: Int, in width: Int) -> Bool {
    regions[y * width + x] == region
  }

  private func run(
    from start: (x: Int, y: Int), by step: (x: Int, y: Int), _ depth: Int, _ ink: InkMask
  ) -> [Int] {
    var places: [Int] = []
    var (x, y) = start
    while x >= 0, y >= 0, x < ink.width, y < ink.height, ink.pixels[y * ink.width + x] == 1 {
      guard places.count < depth else { return [] }
      places.append(y * ink.width + x)
      x += step.x
      y += step.y
    }
    return places
  }

  private func isFilled(_ grey: PixelBuffer, beyond distance: Int) -> Bool {
    var inside: [Int] = []
    var outside: [Int] = []
    func sample(_ x: Int, _ y: Int, into list: inout [Int]) {
      guard x >= 0, y >= 0, x < grey.width, y < grey.height else { return }
      list.append(Int(grey.samples[y * grey.width + x]))
    }
    for step in 0...16 {
      let x = columns.lowerBound + columns.count * step / 17
      let y = rows.lowerBound + rows.count * step / 17
      for row in rows where isInside(x, row, in: grey.width) { sample(x, row, into: &inside) }
      sample(x, rows.lowerBound - distance, into: &outside)
      sample(x, rows.upperBound + distance, into: &outside)
      sample(columns.lowerBound - distance, y, into: &outside)
      sample(columns.upperBound + distance, y, into: &outside)
    }
    guard let within = Self.median(inside), let around = Self.median(outside) else { return false }
    return Double(within) <= Double(around) * Self.share
  }

  private static func median(_ values: [Int]) -> Int? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }
}
