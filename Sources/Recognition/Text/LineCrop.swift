internal import Glibc
internal import Model
internal import Native

/// Cuts a rotated box out of a picture as the recognizer wants it: 48 pixels high, level.
struct LineCrop {
  static let height = 48

  let box: TextBox
  /// The share of its natural width that the crop is drawn with: 0.75 costs a quarter less to read.
  var squeeze = 1.0

  /// In pixels at height 48, at least 8.
  var width: Int {
    max(8, Int((box.width / max(1, box.height) * Double(Self.height) * squeeze).rounded(.up)))
  }

  /// Writes the crop as blue, green and red planes from -1 to 1.
  ///
  /// - Parameters:
  ///   - offset: of the crop's first sample in `input`.
  ///   - stride: samples a row; the crop is squeezed when it is wider.
  func write(
    from picture: PixelBuffer, to input: inout MutableSpan<Float>, offset: Int, stride: Int
  ) {
    let columns = min(width, stride)
    let plane = Self.height * stride
    let stepX = box.width / Double(columns)
    let stepY = box.height / Double(Self.height)
    let cosine = cos(box.angle)
    let sine = sin(box.angle)
    let quad = box.quad
    // Shrinking by more than two would skip pixels: take several samples a pixel then.
    let fold = max(1, min(4, Int((stepY / 1.5).rounded())))
    let weight = 1 / Float(fold * fold)
    let source = picture.samples.span
    let lastX = picture.width - 1
    let lastY = picture.height - 1
    // Where samples lie along and down the line: the same for all of a column and of a row.
    let along = Self.places(columns, fold: fold, step: stepX)
    let down = Self.places(Self.height, fold: fold, step: stepY)
    let alongX = along.map { quad.topLeft.x + $0 * cosine }
    let alongY = along.map { quad.topLeft.y + $0 * sine }
    for row in 0..<Self.height {
      for column in 0..<columns {
        var blue: Float = 0
        var green: Float = 0
        var red: Float = 0
        for sub in 0..<(fold * fold) {
          let (at, below) =
            fold == 1 ? (column, row) : (column * fold + sub % fold, row * fold + sub / fold)
          let x = alongX[at] - down[below] * sine - 0.5
          let y = alongY[at] + down[below] * cosine - 0.5
          let clampedX = min(max(x, 0), Double(lastX))
          let clampedY = min(max(y, 0), Double(lastY))
          let x0 = Int(clampedX)
          let y0 = Int(clampedY)
          let x1 = min(x0 + 1, lastX)
          let y1 = min(y0 + 1, lastY)
          let fx = Float(clampedX - Double(x0))
          let fy = Float(clampedY - Double(y0))
          let a = (y0 * picture.width + x0) * 3
          let b = (y0 * picture.width + x1) * 3
          let c = (y1 * picture.width + x0) * 3
          let d = (y1 * picture.width + x1) * 3
          let wa = (1 - fx) * (1 - fy)
          let wb = fx * (1 - fy)
          let wc = (1 - fx) * fy
          let wd = fx * fy
          red +=
            wa * Float(source[a]) + wb * Float(source[b]) + wc * Float(source[c])
            + wd * Float(source[d])
          green +=
            wa * Float(source[a + 1]) + wb * Float(source[b + 1]) + wc * Float(source[c + 1])
            + wd * Float(source[d + 1])
          blue +=
            wa * Float(source[a + 2]) + wb * Float(source[b + 2]) + wc * Float(source[c + 2])
            + wd * Float(source[d + 2])
        }
        let at = offset + row * stride + column
        input[at] = blue * weight / 127.5 - 1
        input[at + plane] = green * weight / 127.5 - 1
        input[at + 2 * plane] = red * weight / 127.5 - 1
      }
    }
  }

  /// The middles of `fold` samples in each of `count` cells.
  private static func places(_ count: Int, fold: Int, step: Double) -> [Double] {
    (0..<(count * fold)).map { index in
      (Double(index / fold) + (Double(index % fold) + 0.5) / Double(fold)) * step
    }
  }
}
