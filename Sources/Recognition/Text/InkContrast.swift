internal import Model
package import Native

extension PixelBuffer {
  /// Returns whether a box holds print, going by the contrast of print nearby.
  ///
  /// Labels reach two thirds of the contrast of what stands beside them, bare paper seldom a fifth of it: dust,
  /// watermarks and shadows count as print, since reading bare paper does no harm.
  package func hasPrint(in box: TextBox, like print: TextBox) -> Bool {
    guard let own = contrast(in: box), let usual = contrast(in: print) else { return true }
    return own * 5 >= usual
  }

  /// How far the darkest fiftieth of a box lies below its paper, 0 to 255, in green light.
  ///
  /// Print of any size reaches it; bare paper has only its grain.
  ///
  /// `nil` for a box outside the picture.
  func contrast(in box: TextBox) -> Int? {
    var histogram = [Int](repeating: 0, count: 256)
    let source = samples.span
    var count = 0
    visitPixels(of: box) { pixel in
      histogram[Int(source[pixel * channels + channels / 2])] += 1
      count += 1
    }
    func tone(below share: Double) -> Int? {
      var left = Int(share * Double(count))
      return histogram.firstIndex { bin in
        left -= bin
        return left < 0
      }
    }
    guard let paper = tone(below: 0.75), let ink = tone(below: 0.02) else { return nil }
    return paper - ink
  }
}
