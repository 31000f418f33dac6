internal import Model
internal import Native

extension PaperTones.Tone {
  /// How far an RGB pixel lies below paper in the channel that shows it most, 0 to 1.
  fileprivate func darkness(of samples: Span<UInt8>, at index: Int) -> Double {
    max(
      1 - Double(samples[index]) / red, 1 - Double(samples[index + 1]) / green,
      1 - Double(samples[index + 2]) / blue)
  }
}

extension PixelBuffer {
  /// How far the darkest fiftieth of a box lies below paper, 0 to 1.
  ///
  /// `nil` for a box outside the picture.
  func darkness(in box: TextBox, on paper: PaperTones) -> Double? {
    let tone = paper.tone(x: box.center.x, y: box.center.y)
    let source = samples.span
    var values: [Double] = []
    visitPixels(of: box) { values.append(tone.darkness(of: source, at: 3 * $0)) }
    guard !values.isEmpty else { return nil }
    values.sort()
    return max(0, values[values.count * 49 / 50])
  }
}

extension PaperTones {
  /// A picture with all ink made paper that is paler than a bound and not beside darker ink, which keeps its edges.
  ///
  /// - Parameters:
  ///   - picture: RGB, whose paper this is.
  ///   - bound: 0 (paper) to 1 (black).
  ///   - margin: pixels around darker ink that stay as they are, at least 1.
  func cleared(_ picture: PixelBuffer, below bound: Double, margin: Int) -> PixelBuffer {
    let width = picture.width
    let kept = Self.spread(darker(than: bound, in: picture), width: width, by: margin)
    var samples = picture.samples
    for y in 0..<picture.height {
      var tone = self.tone(x: 0, y: Double(y))
      for x in 0..<width {
        if x % Self.even == 0 { tone = self.tone(x: Double(x), y: Double(y)) }
        guard !kept[y * width + x] else { continue }
        let at = (y * width + x) * 3
        // What is brighter than paper is no ink.
        samples[at] = max(samples[at], UInt8(tone.red))
        samples[at + 1] = max(samples[at + 1], UInt8(tone.green))
        samples[at + 2] = max(samples[at + 2], UInt8(tone.blue))
      }
    }
    return PixelBuffer(width: width, height: picture.height, channels: 3, samples: samples)
  }

  /// Over so many pixels paper counts as even.
  private static let even = 16

  private func darker(than bound: Double, in picture: PixelBuffer) -> [Bool] {
    var dark = [Bool](repeating: false, count: picture.width * picture.height)
    let source = picture.samples.span
    for y in 0..<picture.height {
      var tone = self.tone(x: 0, y: Double(y))
      for x in 0..<picture.width {
        if x % Self.even == 0 { tone = self.tone(x: Double(x), y: Double(y)) }
        let index = y * picture.width + x
        dark[index] = tone.darkness(of: source, at: 3 * index) > bound
      }
    }
    return dark
  }

  /// With the pixels around each, first along rows, then along columns.
  private static func spread(_ mask: [Bool], width: Int, by margin: Int) -> [Bool] {
    guard width > 0 else { return mask }
    let height = mask.count / width
    var wide = mask
    for y in 0..<height { widen(&wide, from: y * width, step: 1, count: width, by: margin) }
    for x in 0..<width { widen(&wide, from: x, step: width, count: height, by: margin) }
    return wide
  }

  /// Widens what is set along one row or column, forwards and then backwards.
  private static func widen(
    _ mask: inout [Bool], from start: Int, step: Int, count: Int, by margin: Int
  ) {
    for (first, step) in [(start, step), (start + (count - 1) * step, -step)] {
      var left = 0
      var index = first
      for _ in 0..<count {
        if mask[index] {
          left = margin
        } else if left > 0 {
          mask[index] = true
          left -= 1
        }
        index += step
      }
    }
  }
}
