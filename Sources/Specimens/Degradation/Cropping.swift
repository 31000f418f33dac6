internal import Native

extension PixelBuffer {
  /// The part between two columns and two rows.
  func cropped(left: Int, top: Int, right: Int, bottom: Int) -> PixelBuffer {
    let columns = right - left
    var part: [UInt8] = []
    part.reserveCapacity(columns * (bottom - top) * channels)
    for y in top..<bottom {
      let start = (y * width + left) * channels
      part += samples[start..<(start + columns * channels)]
    }
    return PixelBuffer(
      width: columns, height: bottom - top, channels: channels, samples: part)
  }

  /// Half as wide and high, each pixel the mean of four.
  func halved() -> PixelBuffer {
    let (columns, rows) = (width / 2, height / 2)
    var part = [UInt8](repeating: 0, count: columns * rows * channels)
    let row = width * channels
    var target = 0
    for y in 0..<rows {
      for x in 0..<columns {
        for channel in 0..<channels {
          let at = y * 2 * row + x * 2 * channels + channel
          let sum =
            Int(samples[at]) + Int(samples[at + channels]) + Int(samples[at + row])
            + Int(samples[at + row + channels])
          part[target] = UInt8((sum + 2) / 4)
          target += 1
        }
      }
    }
    return PixelBuffer(width: columns, height: rows, channels: channels, samples: part)
  }
}
