extension PixelBuffer {
  /// The picture turned clockwise by quarter turns.
  package func turned(quarters: Int) -> PixelBuffer {
    let quarters = ((quarters % 4) + 4) % 4
    guard quarters != 0 else { return self }
    let newWidth = quarters == 2 ? width : height
    let newHeight = quarters == 2 ? height : width
    // Where the first pixel goes, and how far apart neighbours of a row and of a column lie then.
    let (start, alongRow, alongColumn) =
      switch quarters {
      case 1: (height - 1, newWidth, -1)
      case 2: (width * height - 1, -1, -width)
      default: ((width - 1) * newWidth, -newWidth, 1)
      }
    let turned = unsafe [UInt8](unsafeUninitializedCapacity: samples.count) { target, filled in
      unsafe samples.withUnsafeBufferPointer { source in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        // In tiles, so that both sides stay in the cache.
        let tile = 32
        for top in stride(from: 0, to: height, by: tile) {
          for left in stride(from: 0, to: width, by: tile) {
            for y in top..<min(top + tile, height) {
              var read = unsafe from + (y * width + left) * channels
              var place = start + y * alongColumn + left * alongRow
              for _ in left..<min(left + tile, width) {
                let write = unsafe to + place * channels
                unsafe write[0] = read[0]
                // A loop over so few samples costs more than their copying.
                if channels == 3 {
                  unsafe write[1] = read[1]
                  unsafe write[2] = read[2]
                } else {
                  for channel in 1..<channels { unsafe write[channel] = read[channel] }
                }
                unsafe read += channels
                place += alongRow
              }
            }
          }
        }
      }
      filled = samples.count
    }
    return PixelBuffer(width: newWidth, height: newHeight, channels: channels, samples: turned)
  }
}
