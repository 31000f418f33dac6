extension PixelBuffer {
  /// Adds some rows sample by sample to `sums`, one for each sample of a row; 32 bits hold those of sixteen million
  /// rows.
  ///
  /// - Parameter rows: 0-based; those that the picture does not have are left out.
  package func add(rows: Range<Int>, to sums: inout [UInt32]) {
    let length = width * channels
    guard sums.count >= length, samples.count >= length * height else { return }
    // Without a check for each sample, so that many are added at once.
    unsafe samples.withUnsafeBufferPointer { source in
      unsafe sums.withUnsafeMutableBufferPointer { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        for y in rows.clamped(to: 0..<height) {
          let row = unsafe from + y * length
          for index in 0..<length { unsafe to[index] &+= UInt32(row[index]) }
        }
      }
    }
  }
}
