package import Native

extension PixelBuffer {
  /// The luminance (BT.601 weights) of an RGB picture.
  package var grey: PixelBuffer {
    guard channels == 3 else { return self }
    var luminance = [UInt8](repeating: 0, count: width * height)
    samples.withContiguousStorage { source in
      var from = 0
      for index in 0..<(width * height) {
        let sum =
          77 * Int(source[from]) + 150 * Int(source[from + 1]) + 29 * Int(source[from + 2])
        luminance[index] = UInt8(sum >> 8)
        from += 3
      }
    }
    return PixelBuffer(width: width, height: height, channels: 1, samples: luminance)
  }

  /// The picture averaged down (or repeated up) to another size.
  package func resized(width newWidth: Int, height newHeight: Int) -> PixelBuffer {
    var target = [UInt8](repeating: 0, count: newWidth * newHeight * channels)
    let (row, pixel) = (newWidth * channels, channels)
    averaged(width: newWidth, height: newHeight) { y, x, channel, value in
      target[y * row + x * pixel + channel] = UInt8(truncatingIfNeeded: value)
    }
    return PixelBuffer(width: newWidth, height: newHeight, channels: channels, samples: target)
  }

  /// Box-averages to another size and hands over each sample: its row, column and channel, and its value, 0 to 255.
  ///
  /// Inlined with what is written: a call for each sample costs more than its sum.
  @inline(__always)
  func averaged(width newWidth: Int, height newHeight: Int, write: (Int, Int, Int, Int) -> Void) {
    guard newWidth > 0, newHeight > 0, width > 0, height > 0 else { return }
    let columns = Self.ranges(from: width, to: newWidth)
    let rows = Self.ranges(from: height, to: newHeight)
    var sums = [UInt32](repeating: 0, count: width * channels)
    let widest = columns.reduce(0) { max($0, $1.count) }
    for newY in rows.indices {
      for index in sums.indices { sums[index] = 0 }
      add(rows: rows[newY], to: &sums)
      let shares = (0...widest).map { Self.reciprocal(of: max(1, $0 * rows[newY].count)) }
      for newX in columns.indices {
        let range = columns[newX]
        let share = shares[range.count]
        for channel in 0..<channels {
          var sum: UInt32 = 0
          var at = range.lowerBound * channels + channel
          for _ in range {
            sum &+= sums[at]
            at += channels
          }
          write(newY, newX, channel, Int((UInt64(sum) &* share) >> 32))
        }
      }
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

extension [UInt8] {
  /// Lends the elements as a span: one bounds check a read, no copy, no exclusivity check.
  fileprivate func withContiguousStorage(_ body: (Span<UInt8>) -> Void) {
    body(self.span)
  }
}
