extension PixelBuffer {
  /// Returns a part of the picture; `nil` where it is empty or reaches beyond the picture.
  ///
  /// - Parameters:
  ///   - columns: of pixels, 0-based from the left.
  ///   - rows: of pixels, 0-based from the top.
  package func part(columns: Range<Int>, rows: Range<Int>) -> PixelBuffer? {
    guard !columns.isEmpty, !rows.isEmpty, columns.lowerBound >= 0, rows.lowerBound >= 0,
      columns.upperBound <= width, rows.upperBound <= height
    else { return nil }
    var part: [UInt8] = []
    part.reserveCapacity(columns.count * rows.count * channels)
    for row in rows {
      let start = (row * width + columns.lowerBound) * channels
      part += samples[start..<(start + columns.count * channels)]
    }
    return PixelBuffer(
      width: columns.count, height: rows.count, channels: channels, samples: part)
  }
}
