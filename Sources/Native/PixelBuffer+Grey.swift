extension PixelBuffer {
  /// The grey picture that holds the luminance of an RGB picture (weights of BT.601).
  package var grey: PixelBuffer {
    guard channels == 3 else { return self }
    let count = width * height
    let luminance = unsafe [UInt8](unsafeUninitializedCapacity: count) { target, filled in
      // Without a check for each sample, so that many are weighed at once.
      unsafe samples.withUnsafeBufferPointer { source in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        for index in 0..<count {
          let pixel = unsafe from + 3 * index
          let sum =
            unsafe 77 &* UInt32(pixel[0]) &+ 150 &* UInt32(pixel[1]) &+ 29
            &* UInt32(pixel[2])
          unsafe to[index] = UInt8(truncatingIfNeeded: sum >> 8)
        }
      }
      filled = count
    }
    return PixelBuffer(width: width, height: height, channels: 1, samples: luminance)
  }
}
