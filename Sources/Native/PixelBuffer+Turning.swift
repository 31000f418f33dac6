extension PixelBuffer {
  /// Returns the picture turned clockwise by quarter turns.
  package func turned(quarters: Int) -> PixelBuffer {
    let quarters = ((quarters % 4) + 4) % 4
    guard quarters != 0 else { return self }
    let newWidth = quarters == 2 ? width : height
    let newHeight = quarters == 2 ? height : width
    // Where the target's first pixel comes from, and how far apart neighbours of its rows and columns lie there.
    let (origin, alongRow, alongColumn) =
      switch quarters {
      case 1: ((height - 1) * width, -width, 1)
      case 2: (width * height - 1, -1, -width)
      default: (width - 1, width, -1)
      }
    let turned = unsafe [UInt8](unsafeUninitializedCapacity: samples.count) { target, filled in
      unsafe samples.withUnsafeBufferPointer { source in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        // In tiles, so that both sides stay in the cache.
        let tile = 32
        for top in stride(from: 0, to: newHeight, by: tile) {
          for left in stride(from: 0, to: newWidth, by: tile) {
            for row in top..<min(top + tile, newHeight) {
              let right = min(left + tile, newWidth)
              let place = origin + row * alongColumn + left * alongRow
              unsafe Self.copy(
                right - left, channels: channels, from: from + place * channels,
                step: alongRow * channels, to: to + (row * newWidth + left) * channels)
            }
          }
        }
      }
      filled = samples.count
    }
    return PixelBuffer(width: newWidth, height: newHeight, channels: channels, samples: turned)
  }

  /// Copies pixels that lie `step` samples apart to a row.
  @inline(__always)
  private static func copy(
    _ count: Int, channels: Int, from source: UnsafePointer<UInt8>, step: Int,
    to target: UnsafeMutablePointer<UInt8>
  ) {
    var read = unsafe UnsafeRawPointer(source)
    var write = UnsafeMutableRawPointer(target)
    // Two samples and one: a loop over so few costs more than their copying.
    if channels == 3 {
      for _ in 0..<count {
        unsafe write.storeBytes(of: read.loadUnaligned(as: UInt16.self), as: UInt16.self)
        unsafe write.storeBytes(
          of: read.load(fromByteOffset: 2, as: UInt8.self), toByteOffset: 2, as: UInt8.self)
        unsafe read += step
        unsafe write += 3
      }
    } else {
      for _ in 0..<count {
        unsafe write.copyMemory(from: read, byteCount: channels)
        unsafe read += step
        unsafe write += channels
      }
    }
  }
}
