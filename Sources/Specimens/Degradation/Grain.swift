internal import Native

extension PixelBuffer {
  /// With the noise of a sensor, about `sigma` levels.
  func grained(sigma: Double, _ dice: inout Dice) -> PixelBuffer {
    guard sigma > 0 else { return self }
    var result = samples
    // Four bytes added up are nearly a bell curve of deviation 148; 16.16 fixed point.
    let scale = Int32(sigma / 148 * 65536)
    var state = dice.next() | 1
    var at = 0
    while at < result.count {
      // Xorshift: one step a sample has to be cheap.
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let bytes =
        Int32(state & 0xFF) + Int32(state >> 8 & 0xFF)
        + Int32(state >> 16 & 0xFF) + Int32(state >> 24 & 0xFF)
      let noisy = Int32(result[at]) + ((bytes - 510) * scale) >> 16
      result[at] = UInt8(min(255, max(0, noisy)))
      at += 1
    }
    return PixelBuffer(width: width, height: height, channels: channels, samples: result)
  }

  /// Grey, with paper whiter and ink blacker, as a copier leaves it.
  ///
  /// Red becomes light, as on copier drums.
  func copied(contrast: Double, lift: Double) -> PixelBuffer {
    var grey = [UInt8](repeating: 0, count: width * height)
    var curve = [UInt8](repeating: 0, count: 256)
    for level in 0..<256 {
      curve[level] = UInt8(min(255, max(0, (Double(level) - 128) * contrast + 128 + lift)))
    }
    var at = 0
    for index in grey.indices {
      let level =
        (Int(samples[at]) * 118 + Int(samples[at + 1]) * 112 + Int(samples[at + 2]) * 26) / 256
      grey[index] = curve[min(255, level)]
      at += 3
    }
    return PixelBuffer(width: width, height: height, channels: 1, samples: grey)
  }

  /// Grey as three equal channels.
  func coloured() -> PixelBuffer {
    guard channels == 1 else { return self }
    return PixelBuffer(
      width: width, height: height, channels: 3, samples: samples.flatMap { [$0, $0, $0] })
  }

  /// With small dark and light dots, as dust on a copier's glass leaves them.
  func speckled(count: Int, largest: Int, _ dice: inout Dice) -> PixelBuffer {
    var result = self
    for _ in 0..<count {
      let side = dice.number(1...largest)
      let left = dice.number(0...(width - side - 1))
      let top = dice.number(0...(height - side - 1))
      let level = UInt8(dice.chance(0.7) ? dice.number(20...110) : 250)
      for y in top..<(top + side) {
        for x in left..<(left + side) where side < 3 || dice.chance(0.8) {
          for channel in 0..<channels {
            result.samples[(y * width + x) * channels + channel] = level
          }
        }
      }
    }
    return result
  }

  /// With darker bands down the page, as a dirty scanner leaves them.
  func banded(count: Int, depth: Double, _ dice: inout Dice) -> PixelBuffer {
    var result = self
    for _ in 0..<count {
      let left = dice.number(0...(width - 8))
      let breadth = dice.number(1...3)
      for y in 0..<height {
        for at in ((y * width + left) * channels)..<((y * width + left + breadth) * channels) {
          result.samples[at] = UInt8(Double(result.samples[at]) * (1 - depth))
        }
      }
    }
    return result
  }
}
