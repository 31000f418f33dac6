internal import Native

/// Dark print in a strip of a page, side by side with gaps between.
struct InkClusters {
  /// Columns of pixels that hold ink, 0-based, those with a small gap between them as one.
  let columns: [Range<Int>]

  /// Ink is darker than the paper by at least this share.
  private static let contrast = 0.35
  /// Gaps narrower than this share of a letter's height lie within a number.
  private static let gap = 0.3

  /// - Parameters:
  ///   - strip: a grey picture in three channels, without red ink.
  ///   - letter: the height of the strip's letters in pixels.
  init(_ strip: PixelBuffer, letter: Double) {
    let tones = stride(from: 0, to: strip.samples.count, by: strip.channels).map {
      strip.samples[$0]
    }
    let sorted = tones.sorted()
    guard strip.width > 0, !sorted.isEmpty else {
      columns = []
      return
    }
    let paper = Double(sorted[sorted.count * 3 / 4])
    let bound = UInt8(paper * (1 - Self.contrast))
    // The uppermost and lowest lines show what stands above and below.
    let rows = (strip.height / 5)..<(strip.height * 4 / 5)
    let inked = (0..<strip.width).filter { column in
      rows.contains { tones[$0 * strip.width + column] < bound }
    }
    columns = inked.reduce(into: [Range<Int>]()) { clusters, column in
      if let last = clusters.last, Double(column - last.upperBound) < Self.gap * letter {
        clusters[clusters.count - 1] = last.lowerBound..<(column + 1)
      } else {
        clusters.append(column..<(column + 1))
      }
    }.filter { Double($0.count) > 0.08 * letter }
  }
}
