internal import Model
internal import Native
internal import Recognition

/// Which pixels of a page are drawn lines: darker than what lies around them.
struct InkMask {
  package let width: Int
  package let height: Int
  /// 1 for ink.
  private(set) var pixels: [UInt8]

  /// - Parameters:
  ///   - grey: the page, a byte a pixel.
  ///   - reach: half the side of the surroundings, in pixels.
  init(_ grey: PixelBuffer, reach: Int) {
    width = grey.width
    height = grey.height
    pixels = [UInt8](repeating: 0, count: width * height)
    // Sums of everything above and to the left.
    var sums = [Int32](repeating: 0, count: (width + 1) * (height + 1))
    for y in 0..<height {
      var row: Int32 = 0
      for x in 0..<width {
        row += Int32(grey.samples[y * width + x])
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row
      }
    }
    for y in 0..<height {
      let top = max(0, y - reach)
      let bottom = min(height, y + reach + 1)
      for x in 0..<width {
        let left = max(0, x - reach)
        let right = min(width, x + reach + 1)
        let sum =
          sums[bottom * (width + 1) + right] - sums[top * (width + 1) + right]
          - sums[bottom * (width + 1) + left] + sums[top * (width + 1) + left]
        let mean = Int(sum) / ((bottom - top) * (right - left))
        // A tenth darker, and more than grain.
        if Int(grey.samples[y * width + x]) + max(14, mean / 10) < mean {
          pixels[y * width + x] = 1
        }
      }
    }
  }

  /// Ink with its neighbours, so that thin lines do not leak.
  mutating func thicken() {
    var copy = pixels
    for y in 0..<height {
      for x in 0..<width where pixels[y * width + x] == 1 {
        if x + 1 < width { copy[y * width + x + 1] = 1 }
        if y + 1 < height { copy[(y + 1) * width + x] = 1 }
        if x > 0 { copy[y * width + x - 1] = 1 }
        if y > 0 { copy[(y - 1) * width + x] = 1 }
      }
    }
    pixels = copy
  }

  /// Removes the ink of letters.
  mutating func erase(_ box: Quad) {
    let center = Point(
      x: box.corners.reduce(0) { $0 + $1.x } / 4, y: box.corners.reduce(0) { $0 + $1.y } / 4)
    let along = Point(
      x: (box.topRight.x - box.topLeft.x) / 2, y: (box.topRight.y - box.topLeft.y) / 2)
    let down = Point(
      x: (box.bottomLeft.x - box.topLeft.x) / 2, y: (box.bottomLeft.y - box.topLeft.y) / 2)
    let halfWidth = (along.x * along.x + along.y * along.y).squareRoot()
    let halfHeight = (down.x * down.x + down.y * down.y).squareRoot()
    guard halfWidth > 1, halfHeight > 1 else { return }
    let reach = halfWidth + halfHeight
    let columns = span(center.x, reach, width)
    for y in span(center.y, reach, height) {
      for x in columns {
        let dx = Double(x) - center.x
        let dy = Double(y) - center.y
        let u = (dx * along.x + dy * along.y) / halfWidth
        let v = (dx * down.x + dy * down.y) / halfHeight
        if abs(u) <= halfWidth, abs(v) <= halfHeight { pixels[y * width + x] = 0 }
      }
    }
  }

  private func span(_ center: Double, _ reach: Double, _ limit: Int) -> Range<Int> {
    guard center.isFinite, reach.isFinite, abs(center) < 1e6, reach < 1e6 else { return 0..<0 }
    let low = max(0, min(limit, Int(center - reach)))
    return low..<max(low, min(limit, Int(center + reach) + 1))
  }
}
