package import Native

extension PixelBuffer {
  /// Returns the picture averaged down (or repeated up) to another size.
  package func resized(width newWidth: Int, height newHeight: Int) -> PixelBuffer {
    guard width > 0, height > 0 else {
      return PixelBuffer(width: newWidth, height: newHeight, channels: channels, filledWith: 0)
    }
    var samples: [UInt8] = []
    samples.reserveCapacity(newWidth * newHeight * channels)
    averaged(width: newWidth, height: newHeight) { _, row in samples += row }
    return PixelBuffer(width: newWidth, height: newHeight, channels: channels, samples: samples)
  }

  /// Returns the picture in a larger size, its samples interpolated.
  func enlarged(width newWidth: Int, height newHeight: Int) -> PixelBuffer {
    guard width > 1, height > 1, newWidth > 0, newHeight > 0 else {
      return resized(width: newWidth, height: newHeight)
    }
    /// For each new sample the two old ones around it and the share of the second, of 256.
    func places(_ old: Int, _ new: Int) -> [(first: Int, second: Int, share: Int)] {
      (0..<new).map { index in
        let at = max(0, (2 * index + 1) * old * 128 / new - 128)
        let first = min(old - 1, at / 256)
        return (first, min(old - 1, first + 1), at % 256)
      }
    }
    let columns = places(width, newWidth)
    var enlarged: [UInt8] = []
    enlarged.reserveCapacity(newWidth * newHeight * channels)
    for row in places(height, newHeight) {
      let upper = row.first * width
      let lower = row.second * width
      for column in columns {
        for channel in 0..<channels {
          func mixed(_ start: Int) -> Int {
            Int(samples[(start + column.first) * channels + channel]) * (256 - column.share)
              + Int(samples[(start + column.second) * channels + channel]) * column.share
          }
          enlarged.append(
            UInt8((mixed(upper) * (256 - row.share) + mixed(lower) * row.share) >> 16))
        }
      }
    }
    return PixelBuffer(width: newWidth, height: newHeight, channels: channels, samples: enlarged)
  }

  /// Box-averages to another size and hands over each row: its number and its samples, 0 to 255.
  func averaged(width newWidth: Int, height newHeight: Int, write: (Int, [UInt8]) -> Void) {
    guard newWidth > 0, newHeight > 0, width > 0, height > 0 else { return }
    let columns = Self.ranges(from: width, to: newWidth)
    let rows = Self.ranges(from: height, to: newHeight)
    var sums = [UInt32](repeating: 0, count: width * channels)
    var row = [UInt8](repeating: 0, count: newWidth * channels)
    let widest = columns.reduce(0) { max($0, $1.count) }
    for newY in rows.indices {
      for index in sums.indices { sums[index] = 0 }
      add(rows: rows[newY], to: &sums)
      let shares = (0...widest).map { Self.reciprocal(of: max(1, $0 * rows[newY].count)) }
      average(sums, over: columns, shares: shares, into: &row)
      write(newY, row)
    }
  }

  /// 2³² over the number of samples, rounded up: multiplying by it and cutting 32 bits off divides.
  ///
  /// The same as a division for sums of up to 4,000 samples, and for more a value higher by one now and then.
  private static func reciprocal(of count: Int) -> UInt64 {
    (1 << 32 + UInt64(count) - 1) / UInt64(count)
  }

  /// For each of `new` cells the source cells it covers, at least one.
  private static func ranges(from old: Int, to new: Int) -> [Range<Int>] {
    (0..<new).map { index in
      let start = index * old / new
      return start..<max(start + 1, (index + 1) * old / new)
    }
  }
}
