internal import Model
package import Native

/// How good a picture is for reading, by eye-like measures that do not depend on its size.
package struct PictureQuality: Hashable, Sendable {
  /// How much of an edge's contrast one pixel step carries at the edges of the text, 0 (smeared) to 1 (crisp).
  package var sharpness: Double
  /// Mean luminance of the document, 0 to 1.
  package var brightness: Double
  /// Share of the document that is burnt out, 0 to 1; 0 on a page that is evenly white.
  package var glare: Double
  /// Share of the picture that the document fills, 0 to 1.
  package var coverage: Double
  /// Whether the picture has no colour (a copy or a grey scan).
  package var isGrayscale: Bool

  /// - Parameters:
  ///   - picture: RGB.
  ///   - grey: its luminance.
  ///   - boxes: lines of text in the picture's pixels.
  package init(of picture: PixelBuffer, grey: PixelBuffer, boxes: [TextBox]) {
    let small = picture.resized(
      width: min(160, picture.width),
      height: max(1, picture.height * min(160, picture.width) / max(1, picture.width)))
    let mask = DocumentMask(of: small)
    coverage = Self.rounded(mask.share)
    brightness = Self.rounded(mask.meanLuminance / 255)
    isGrayscale = Self.isGrayscale(small)
    glare = Self.rounded(Self.burntShare(of: picture, paper: mask.medianLuminance))
    sharpness = Self.rounded(Self.edgeCrispness(of: grey, boxes: boxes))
  }

  /// Chroma above 24 of 255 on fewer than one small cell in 200: paper yellow and JPEG noise do not make colour.
  private static func isGrayscale(_ small: PixelBuffer) -> Bool {
    var coloured = 0
    let count = small.width * small.height
    for index in 0..<count {
      let red = Int(small.samples[3 * index])
      let green = Int(small.samples[3 * index + 1])
      let blue = Int(small.samples[3 * index + 2])
      if max(red, green, blue) - min(red, green, blue) > 24 { coloured += 1 }
    }
    return coloured * 200 < count
  }

  /// Blocks of 16 x 16 that are wholly burnt out, where the paper itself is not that bright.
  private static func burntShare(of picture: PixelBuffer, paper: Double) -> Double {
    guard paper < 235 else { return 0 }
    let columns = picture.width / 16
    let rows = picture.height / 16
    guard columns > 0, rows > 0 else { return 0 }
    let samples = picture.samples.span
    var burnt = 0
    for row in 0..<rows {
      for column in 0..<columns {
        var isBurnt = true
        // Every fourth pixel both ways tells as much.
        probing: for y in stride(from: row * 16, to: row * 16 + 16, by: 4) {
          for x in stride(from: column * 16, to: column * 16 + 16, by: 4) {
            let at = (y * picture.width + x) * 3
            if samples[at] < 250 || samples[at + 1] < 250 || samples[at + 2] < 250 {
              isBurnt = false
              break probing
            }
          }
        }
        if isBurnt { burnt += 1 }
      }
    }
    return Double(burnt) / Double(columns * rows)
  }

  /// The median over text boxes of the steepest pixel step against the contrast around it.
  private static func edgeCrispness(of grey: PixelBuffer, boxes: [TextBox]) -> Double {
    let samples = grey.samples.span
    var crispness: [Double] = []
    for box in boxes where box.width > 2 * box.height {
      let y = Int(box.center.y)
      let left = max(4, Int(box.center.x - box.width / 2))
      let right = min(grey.width - 5, Int(box.center.x + box.width / 2))
      guard left + 16 < right else { continue }
      var ratios: [Double] = []
      for row in [y - Int(box.height / 6), y, y + Int(box.height / 6)]
      where row >= 0 && row < grey.height {
        var x = left
        while x < right {
          let base = row * grey.width + x
          let step = abs(Int(samples[base + 1]) - Int(samples[base]))
          if step >= 8 {
            var low = 255
            var high = 0
            for offset in -3...4 {
              low = min(low, Int(samples[base + offset]))
              high = max(high, Int(samples[base + offset]))
            }
            if high - low >= 40 { ratios.append(Double(step) / Double(high - low)) }
          }
          x += 1
        }
      }
      ratios.sort()
      // The steepest tenth: the flanks of strokes, not their ramps.
      if ratios.count >= 10 { crispness.append(ratios[ratios.count * 9 / 10]) }
    }
    crispness.sort()
    return crispness.isEmpty ? 0 : crispness[crispness.count / 2]
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
