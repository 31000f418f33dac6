internal import Glibc
internal import Model

/// Turns the detector's probability map into rotated boxes (the "differentiable binarization" decoding).
///
/// Published constants of PP-OCR: a pixel is text above 0.3, a box above a mean of 0.5, and boxes grow by
/// area * 1.6 / perimeter because the network draws them shrunk.
struct TextRegions {
  static let pixelThreshold: Float = 0.3
  static let boxThreshold = 0.5
  static let growth = 1.6
  /// Narrower regions are specks.
  static let leastSide = 3.0

  /// Boxes in map pixels.
  ///
  /// - Parameters:
  ///   - map: `height` rows of `stride` probabilities; only `width` of each are the picture.
  static func boxes(in map: Span<Float>, width: Int, height: Int, stride: Int) -> [TextBox] {
    func rectangle(around region: TextRegion) -> TextBox? {
      guard var rectangle = smallestRectangle(around: convexHull(region.ends)),
        min(rectangle.width, rectangle.height) >= leastSide
      else { return nil }
      rectangle.score = meanProbability(
        in: rectangle, map: map, width: width, height: height, stride: stride)
      return rectangle
    }
    var boxes: [TextBox] = []
    for region in components(in: map, width: width, height: height, stride: stride) {
      guard let whole = rectangle(around: region) else { continue }
      if whole.score >= boxThreshold {
        boxes.append(grown(whole))
      } else if isLong(whole), let (left, right) = region.cutAtNeck(),
        let first = rectangle(around: left), let second = rectangle(around: right),
        max(first.score, second.score) >= boxThreshold,
        min(first.score, second.score) >= halfThreshold,
        !isLong(first) || !isLong(second) || abs(first.angle - second.angle) < mostBend
      {
        boxes += [grown(first), grown(second)]
      }
    }
    return boxes
  }

  /// Of the other half of a region of which one half is a box: a label with a gap between its letters.
  private static let halfThreshold = 0.35
  /// Halves of a stamp's ring lean against each other by more, in radians; a label and its value do not.
  private static let mostBend = 0.15

  private static func isLong(_ box: TextBox) -> Bool { box.width > 4 * box.height }

  private static func grown(_ box: TextBox) -> TextBox {
    let distance = box.width * box.height * growth / (2 * (box.width + box.height))
    var grown = box
    grown.width += 2 * distance
    grown.height += 2 * distance
    return grown
  }

  // MARK: Connected regions

  private static func components(in map: Span<Float>, width: Int, height: Int, stride: Int)
    -> [TextRegion]
  {
    var mask = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width where isText(map, x, y, stride) { mask[y * width + x] = 1 }
    }
    var found = PixelRuns(mask, width: width, height: height, of: 1, touchingAt: true)
    var regions: [Int: [PixelRuns.Run]] = [:]
    for (index, run) in found.runs.enumerated() {
      regions[found.region(of: index), default: []].append(run)
    }
    return regions.keys.sorted().compactMap { regions[$0].map(TextRegion.init) }
  }

  // A 2 x 2 dilation, so that hairline gaps do not cut a line in two.
  @inline(__always)
  private static func isText(_ map: Span<Float>, _ x: Int, _ y: Int, _ stride: Int) -> Bool {
    let here = y * stride + x
    if map[here] > pixelThreshold { return true }
    if x > 0, map[here - 1] > pixelThreshold { return true }
    if y > 0, map[here - stride] > pixelThreshold { return true }
    return x > 0 && y > 0 && map[here - stride - 1] > pixelThreshold
  }

  // MARK: Rectangles

  /// Andrew's monotone chain; counter-clockwise in a y-up view.
  private static func convexHull(_ points: [Point]) -> [Point] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else { return sorted }
    func cross(_ a: Point, _ b: Point, _ c: Point) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    func half(_ points: some Sequence<Point>) -> [Point] {
      var chain: [Point] = []
      for point in points {
        while chain.count >= 2, cross(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
          chain.removeLast()
        }
        chain.append(point)
      }
      return chain
    }
    return half(sorted).dropLast() + half(sorted.reversed()).dropLast()
  }

  /// The rectangle of least area; its angle is within a quarter turn of the x axis.
  private static func smallestRectangle(around hull: [Point]) -> TextBox? {
    guard hull.count >= 3 else { return nil }
    var best: (area: Double, box: TextBox)?
    for index in hull.indices {
      let from = hull[index]
      let to = hull[(index + 1) % hull.count]
      let length = hypot(to.x - from.x, to.y - from.y)
      guard length > 0 else { continue }
      let axis = Point(x: (to.x - from.x) / length, y: (to.y - from.y) / length)
      var along = (least: Double.infinity, most: -Double.infinity)
      var across = (least: Double.infinity, most: -Double.infinity)
      for point in hull {
        let a = point.x * axis.x + point.y * axis.y
        let b = -point.x * axis.y + point.y * axis.x
        along = (min(along.least, a), max(along.most, a))
        across = (min(across.least, b), max(across.most, b))
      }
      // Pixels have an extent: the rectangle runs half a pixel past their centres.
      let width = along.most - along.least + 1
      let height = across.most - across.least + 1
      if let best, best.area <= width * height { continue }
      let a = (along.least + along.most) / 2
      let b = (across.least + across.most) / 2
      let center = Point(x: a * axis.x - b * axis.y + 0.5, y: a * axis.y + b * axis.x + 0.5)
      best = (
        width * height,
        TextBox(
          center: center, width: width, height: height, angle: atan2(axis.y, axis.x), score: 0)
      )
    }
    return best?.box.turnedLevel
  }

  private static func meanProbability(
    in box: TextBox, map: Span<Float>, width: Int, height: Int, stride: Int
  ) -> Double {
    let corners = box.quad.corners
    let top = max(0, Int((corners.map(\.y).min() ?? 0).rounded(.down)))  // allowed: four corners
    let bottom = min(height - 1, Int((corners.map(\.y).max() ?? 0).rounded(.up)))  // allowed: same
    let left = max(0, Int((corners.map(\.x).min() ?? 0).rounded(.down)))  // allowed: same
    let right = min(width - 1, Int((corners.map(\.x).max() ?? 0).rounded(.up)))  // allowed: same
    guard top <= bottom, left <= right else { return 0 }
    let cosine = cos(box.angle)
    let sine = sin(box.angle)
    var sum = 0.0
    var count = 0
    for y in top...bottom {
      for x in left...right {
        let dx = Double(x) + 0.5 - box.center.x
        let dy = Double(y) + 0.5 - box.center.y
        guard abs(dx * cosine + dy * sine) <= box.width / 2,
          abs(dy * cosine - dx * sine) <= box.height / 2
        else { continue }
        sum += Double(map[y * stride + x])
        count += 1
      }
    }
    return count == 0 ? 0 : sum / Double(count)
  }
}

extension TextBox {
  /// The same rectangle with its angle within 45 degrees of the x axis.
  fileprivate var turnedLevel: TextBox {
    var box = self
    while box.angle > .pi / 4 {
      box.angle -= .pi / 2
      swap(&box.width, &box.height)
    }
    while box.angle <= -.pi / 4 {
      box.angle += .pi / 2
      swap(&box.width, &box.height)
    }
    return box
  }
}
