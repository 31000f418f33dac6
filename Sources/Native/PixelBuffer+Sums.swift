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

  /// Averages `sums` over ranges of columns, channel by channel.
  ///
  /// - Parameters:
  ///   - sums: as ``add(rows:to:)`` makes them.
  ///   - columns: which columns of the picture each pixel of `row` covers; within the picture.
  ///   - shares: by the number of columns, 2³² over the number of samples that were added up.
  ///   - row: one sample for each range and channel, 0 to 255.
  package func average(
    _ sums: [UInt32], over columns: [Range<Int>], shares: [UInt64], into row: inout [UInt8]
  ) {
    guard sums.count >= width * channels, row.count >= columns.count * channels,
      columns.allSatisfy({
        $0.lowerBound >= 0 && $0.upperBound <= width && $0.count < shares.count
      })
    else { return }
    unsafe sums.withUnsafeBufferPointer { source in
      unsafe row.withUnsafeMutableBufferPointer { target in
        var at = 0
        for range in columns {
          let share = shares[range.count]
          for channel in 0..<channels {
            var sum: UInt32 = 0
            for column in range { unsafe sum &+= source[column * channels + channel] }
            unsafe target[at] = UInt8(truncatingIfNeeded: (UInt64(sum) &* share) >> 32)
            at += 1
          }
        }
      }
    }
  }
}
