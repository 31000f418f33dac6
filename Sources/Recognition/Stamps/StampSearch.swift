internal import Glibc
internal import Model
package import Native

/// A round stamp seen on a page picture.
///
/// That it is seen is all a picture can show; whether it is genuine is another question.
package struct SeenStamp: Hashable, Sendable {
  package var colour: StampColour
  /// The outline is in the pixels of the page picture.
  package var outline: StampEllipse
  /// The share of its outline that is there, 0 to 1.
  package var completeness: Double
}

/// Looks for round stamps on a page at a small size: edges vote for the middle of the circles they may belong to.
package struct StampSearch: Sendable {
  /// The long side of the picture that is searched, in pixels.
  package static let side = 640
  /// Radii that are looked for, as shares of the long side: a stamp of 38 mm on A4 has 0.064.
  private static let radii = 0.03...0.17
  /// Directions in which outlines are probed.
  private static let directions = 96
  /// How many places with the most votes are looked at.
  private static let candidates = 12

  /// Returns all stamps of a page, red ones first; grey ones only where no red one is seen.
  package static func stamps(on page: PixelBuffer) -> [SeenStamp] {
    let side = max(page.width, page.height)
    guard min(page.width, page.height) >= 64, page.channels == 3 else { return [] }
    let factor = min(1, Double(Self.side) / Double(side))
    let small = page.resized(
      width: max(1, Int(Double(page.width) * factor)),
      height: max(1, Int(Double(page.height) * factor)))
    let back = Double(page.width) / Double(small.width)
    for colour in [StampColour.red, .grey] {
      let found = StampSearch(map: InkMap(small, colour: colour)).found()
      if !found.isEmpty {
        return found.map { stamp in
          SeenStamp(
            colour: colour, outline: stamp.outline.scaled(by: back),
            completeness: stamp.completeness)
        }
      }
    }
    return []
  }

  private let map: InkMap
  private let least: Int
  private let most: Int

  init(map: InkMap) {
    self.map = map
    let side = Double(max(map.width, map.height))
    least = max(8, Int(side * Self.radii.lowerBound))
    most = max(9, Int(side * Self.radii.upperBound))
  }

  /// From the one with the most complete outline down.
  func found() -> [SeenStamp] {
    let seen = places().compactMap { place -> SeenStamp? in
      guard let outline = outline(around: place),
        isStamp(outline.ellipse, completeness: outline.share)
      else { return nil }
      return SeenStamp(
        colour: map.colour, outline: outline.ellipse, completeness: outline.share)
    }
    var stamps: [SeenStamp] = []
    // Several places may lead to one stamp: the best outline is its own.
    for stamp in seen.sorted(by: { $0.completeness > $1.completeness }) {
      let isNew = stamps.allSatisfy { other in
        let (dx, dy) = (
          other.outline.center.x - stamp.outline.center.x,
          other.outline.center.y - stamp.outline.center.y
        )
        return (dx * dx + dy * dy).squareRoot()
          > 0.6 * (other.outline.radius + stamp.outline.radius)
      }
      if isNew { stamps.append(stamp) }
    }
    return stamps
  }

  // MARK: Votes

  /// Steeper steps of the map count as edges.
  private var leastStep: Int { map.colour == .red ? 90 : 48 }

  /// Places from the one with the most votes down, in cells of two pixels.
  private func places() -> [Point] {
    let columns = (map.width + 1) / 2
    let rows = (map.height + 1) / 2
    var votes = [Int32](repeating: 0, count: columns * rows)
    // A larger circle has more edge: its votes weigh less.
    let weights = stride(from: least, through: most, by: 2).map { Int32(4096 / Double($0)) }
    let amounts = map.amounts.span
    for y in 1..<(map.height - 1) {
      // Every other pixel, like the fields of one colour on a chessboard: an outline is thicker than one.
      for x in stride(from: 1 + y & 1, to: map.width - 1, by: 2) {
        let at = y * map.width + x
        // Sobel: how the map rises to the right and downwards.
        let a = Int(amounts[at - map.width - 1])
        let c = Int(amounts[at - map.width + 1])
        let g = Int(amounts[at + map.width - 1])
        let i = Int(amounts[at + map.width + 1])
        let across = c + 2 * Int(amounts[at + 1]) + i - a - 2 * Int(amounts[at - 1]) - g
        let down =
          g + 2 * Int(amounts[at + map.width]) + i - a - 2 * Int(amounts[at - map.width]) - c
        guard abs(across) + abs(down) >= leastStep else { continue }
        let length = Double(across * across + down * down).squareRoot()
        let (stepX, stepY) = (Double(across) / length, Double(down) / length)
        vote(from: x, y, along: stepX, stepY, weights, into: &votes, columns)
        vote(from: x, y, along: -stepX, -stepY, weights, into: &votes, columns)
      }
    }
    return Self.peaks(of: Self.blurred(votes, columns, rows), columns, rows, apart: least / 3)
  }

  /// Votes for the middles of circles of all radii that pass through an edge, to one side of it.
  @inline(__always)
  private func vote(
    from x: Int, _ y: Int, along stepX: Double, _ stepY: Double, _ weights: [Int32],
    into votes: inout [Int32], _ columns: Int
  ) {
    var toX = Double(x) + Double(least) * stepX
    var toY = Double(y) + Double(least) * stepY
    for weight in weights {
      guard toX >= 0, toY >= 0, toX < Double(map.width), toY < Double(map.height) else { break }
      votes[Int(toY) / 2 * columns + Int(toX) / 2] &+= weight
      toX += 2 * stepX
      toY += 2 * stepY
    }
  }

  /// Sums over 3 x 3 cells.
  private static func blurred(_ votes: [Int32], _ columns: Int, _ rows: Int) -> [Int32] {
    var result = votes
    guard columns > 2, rows > 2 else { return result }
    for y in 1..<(rows - 1) {
      for x in 1..<(columns - 1) {
        var sum: Int32 = 0
        for dy in -1...1 {
          let at = (y + dy) * columns + x
          sum &+= votes[at - 1] &+ votes[at] &+ votes[at + 1]
        }
        result[y * columns + x] = sum
      }
    }
    return result
  }

  private static func peaks(of votes: [Int32], _ columns: Int, _ rows: Int, apart: Int) -> [Point] {
    var left = votes
    var peaks: [Point] = []
    while peaks.count < candidates, let most = left.max(), most > 0,
      let index = left.firstIndex(of: most)
    {
      let (x, y) = (index % columns, index / columns)
      peaks.append(Point(x: Double(2 * x + 1), y: Double(2 * y + 1)))
      for row in max(0, y - apart)...min(rows - 1, y + apart) {
        for column in max(0, x - apart)...min(columns - 1, x + apart) {
          left[row * columns + column] = 0
        }
      }
    }
    return peaks
  }

  // MARK: Outlines

  /// Less ink than this is none.
  private var leastInk: Int { map.colour == .red ? 40 : 18 }

  private func ink(at point: Point) -> Int {
    let (x, y) = (Int(point.x.rounded()), Int(point.y.rounded()))
    guard x >= 0, y >= 0, x < map.width, y < map.height else { return 0 }
    return map[x, y]
  }

  private struct Ray {
    let cosine: Double
    let sine: Double
    /// Distances at which ink ends outwards.
    let ends: [Int]
  }

  private func rays(from center: Point) -> [Ray] {
    (0..<Self.directions).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(Self.directions)
      let (cosine, sine) = (cos(angle), sin(angle))
      var line = [Int](repeating: 0, count: most + 8)
      for radius in (least / 2)..<line.count {
        line[radius] = ink(
          at: Point(x: center.x + Double(radius) * cosine, y: center.y + Double(radius) * sine))
      }
      var ends: [Int] = []
      for radius in (least / 2)..<(line.count - 4) {
        let own = line[radius]
        // A ridge: nothing of it two steps further out, more than half gone one step further.
        if own >= leastInk, own >= line[radius + 1],
          min(line[radius + 2], line[radius + 3]) * 2 < own,
          own > line[radius + 1] || line[radius + 1] >= line[radius + 2]
        {
          ends.append(radius)
        }
      }
      return Ray(cosine: cosine, sine: sine, ends: ends)
    }
  }

  /// The outermost closed line of ink around a place, and how much of it is there.
  private func outline(around place: Point) -> (ellipse: StampEllipse, share: Double)? {
    let first = rays(from: place)
    // For each radius how many directions have an end of ink about there.
    var counts = [Double](repeating: 0, count: most + 8)
    for ray in first { for end in ray.ends { counts[end] += 1 } }
    var best = (radius: 0, count: 0.0)
    for radius in least...most {
      let reach = max(2, radius / 10)
      let window = max(0, radius - reach)...min(counts.count - 1, radius + reach)
      let directions = first.count { ray in ray.ends.contains { window.contains($0) } }
      // Outlines of letters lie within; a little preference takes the ring around them.
      let count = Double(directions) * (1 + 0.1 * Double(radius) / Double(most))
      if count > best.count { best = (radius, count) }
    }
    guard best.count >= 0.5 * Double(Self.directions) else { return nil }
    // The ring is the outermost line in most directions; print outside it is in few.
    let reach = max(2, best.radius / 10)
    let outermost = first.compactMap { ray in
      ray.ends.last { abs($0 - best.radius) <= reach }
    }.sorted()
    var ellipse = StampEllipse(center: place, radius: Double(outermost[outermost.count / 2]))
    var share = 0.0
    for tolerance in [0.16, 0.08, 0.05] {
      let points = rays(from: ellipse.center).compactMap { ray -> Point? in
        let reach = ellipse.reach(cosine: ray.cosine, sine: ray.sine)
        guard
          let end = ray.ends.min(by: { abs(Double($0) - reach) < abs(Double($1) - reach) }),
          abs(Double(end) - reach) <= max(1.5, tolerance * reach)
        else { return nil }
        return Point(
          x: ellipse.center.x + Double(end) * ray.cosine,
          y: ellipse.center.y + Double(end) * ray.sine)
      }
      share = Double(points.count) / Double(Self.directions)
      guard let fitted = StampEllipse(through: points, near: ellipse), fitted.roundness >= 0.6,
        fitted.radius >= Double(least) * 0.8, fitted.radius <= Double(most) * 1.2
      else { return nil }
      ellipse = fitted
    }
    return (ellipse, share)
  }

  // MARK: What a stamp looks like

  private func isStamp(_ ellipse: StampEllipse, completeness: Double) -> Bool {
    guard completeness >= (map.colour == .red ? 0.6 : 0.85) else { return false }
    // Letters between ring and star: neither bare paper nor a disc.
    var inked = 0
    var changes = 0
    let steps = 180
    for share in [0.6, 0.7, 0.8] {
      var before = false
      for step in 0...steps {
        let angle = 2 * Double.pi * Double(step) / Double(steps)
        let isInk =
          ink(at: ellipse.point(share, cosine: cos(angle), sine: sin(angle))) >= leastInk
        if step > 0 {
          if isInk { inked += 1 }
          if isInk != before { changes += 1 }
        }
        before = isInk
      }
    }
    let density = Double(inked) / Double(3 * steps)
    return density > 0.06 && density < 0.8 && changes >= 18
  }
}
