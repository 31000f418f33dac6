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
    averaged(width: newWidth, height: newHeight) { index, value in
      target[index] = UInt8(value)
    }
    return PixelBuffer(width: newWidth, height: newHeight, channels: channels, samples: target)
  }

  /// Box-averages to another size and hands over each sample (0 to 255) with its index in rows of samples.
  func averaged(width newWidth: Int, height newHeight: Int, write: (Int, Int) -> Void) {
    guard newWidth > 0, newHeight > 0, width > 0, height > 0 else { return }
    let columns = Self.ranges(from: width, to: newWidth)
    let rows = Self.ranges(from: height, to: newHeight)
    var sums = [Int](repeating: 0, count: width * channels)
    samples.withContiguousStorage { source in
      for (newY, rowRange) in rows.enumerated() {
        for index in sums.indices { sums[index] = 0 }
        for y in rowRange {
          let start = y * width * channels
          for index in sums.indices { sums[index] &+= Int(source[start + index]) }
        }
        for (newX, columnRange) in columns.enumerated() {
          let count = columnRange.count * rowRange.count
          for channel in 0..<channels {
            var sum = 0
            for x in columnRange { sum &+= sums[x * channels + channel] }
            write((newY * newWidth + newX) * channels + channel, sum / count)
          }
        }
      }
    }
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
