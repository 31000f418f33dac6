internal import Native

extension PixelBuffer {
  /// Turned clockwise by a multiple of 90 degrees.
  func turned(clockwise degrees: Int) -> PixelBuffer {
    let quarter = ((degrees / 90) % 4 + 4) % 4
    guard quarter != 0 else { return self }
    let newWidth = quarter == 2 ? width : height
    let newHeight = quarter == 2 ? height : width
    var result = [UInt8](repeating: 0, count: samples.count)
    var target = 0
    for y in 0..<newHeight {
      for x in 0..<newWidth {
        let source =
          switch quarter {
          case 1: (height - 1 - x) * width + y
          case 2: (height - 1 - y) * width + width - 1 - x
          default: x * width + width - 1 - y
          }
        for channel in 0..<channels {
          result[target + channel] = samples[source * channels + channel]
        }
        target += channels
      }
    }
    return PixelBuffer(width: newWidth, height: newHeight, channels: channels, samples: result)
  }
}
