internal import Glibc
internal import Native

extension PixelBuffer {
  /// Softened by a bell curve of that standard deviation in pixels.
  func blurred(sigma: Double) -> PixelBuffer {
    guard sigma > 0.2 else { return self }
    let reach = max(1, Int((sigma * 2.2).rounded()))
    let raw = (-reach...reach).map { step in exp(-Double(step * step) / (2 * sigma * sigma)) }
    let sum = raw.reduce(0, +)
    let weights = raw.map { Int32(($0 / sum * 1024).rounded()) }
    return swept(weights, step: channels, along: width).sweptDown(weights)
  }

  /// Smeared sideways over that many pixels, as by a moving hand.
  func smeared(over length: Int) -> PixelBuffer {
    guard length > 1 else { return self }
    return swept(
      [Int32](repeating: Int32(1024 / length), count: length), step: channels, along: width)
  }

  /// Each row filtered; beyond its ends the end pixel goes on.
  private func swept(_ weights: [Int32], step: Int, along count: Int) -> PixelBuffer {
    let reach = weights.count / 2
    let total = weights.reduce(0, +)
    let row = width * channels
    var result = [UInt8](repeating: 0, count: samples.count)
    for y in 0..<height {
      let start = y * row
      for x in 0..<count {
        let isInside = x >= reach && x < count - reach
        for channel in 0..<channels {
          var sum: Int32 = 0
          let at = start + x * step + channel
          if isInside {
            var from = at - reach * step
            for weight in weights {
              sum += weight * Int32(samples[from])
              from += step
            }
          } else {
            for (index, weight) in weights.enumerated() {
              let column = min(count - 1, max(0, x + index - reach))
              sum += weight * Int32(samples[start + column * step + channel])
            }
          }
          result[at] = UInt8(min(255, (sum + total / 2) / total))
        }
      }
    }
    return PixelBuffer(width: width, height: height, channels: channels, samples: result)
  }

  private func sweptDown(_ weights: [Int32]) -> PixelBuffer {
    let reach = weights.count / 2
    let total = weights.reduce(0, +)
    let row = width * channels
    var result = [UInt8](repeating: 0, count: samples.count)
    var sums = [Int32](repeating: 0, count: row)
    for y in 0..<height {
      for x in 0..<row { sums[x] = total / 2 }
      for (index, weight) in weights.enumerated() {
        let from = min(height - 1, max(0, y + index - reach)) * row
        for x in 0..<row { sums[x] += weight * Int32(samples[from + x]) }
      }
      let start = y * row
      for x in 0..<row { result[start + x] = UInt8(min(255, sums[x] / total)) }
    }
    return PixelBuffer(width: width, height: height, channels: channels, samples: result)
  }
}
