internal import Recognition

/// Connected pixels of one sort, numbered; 4-connected, by runs of rows.
struct PixelRegions {
  /// What is known of a region.
  struct Region {
    var count = 0
    var left = Int.max
    var right = -1
    var top = Int.max
    var bottom = -1
  }

  package let width: Int
  package let height: Int
  /// For each pixel the number of its region, -1 for pixels of the other sort.
  private(set) var labels: [Int32]
  private(set) var regions: [Region] = []

  /// - Parameters:
  ///   - mask: a byte a pixel.
  ///   - sort: the byte that belongs to regions.
  init(_ mask: [UInt8], width: Int, height: Int, of sort: UInt8) {
    self.width = width
    self.height = height
    labels = [Int32](repeating: -1, count: width * height)
    var found = PixelRuns(mask, width: width, height: height, of: sort, touchingAt: false)
    var numbers: [Int: Int] = [:]
    for (index, run) in found.runs.enumerated() {
      let region = found.region(of: index)
      let number = numbers[region, default: regions.count]
      if number == regions.count {
        numbers[region] = number
        regions.append(Region())
      }
      for column in run.start..<run.end { labels[run.row * width + column] = Int32(number) }
      regions[number].count += run.end - run.start
      regions[number].left = min(regions[number].left, run.start)
      regions[number].right = max(regions[number].right, run.end - 1)
      regions[number].top = min(regions[number].top, run.row)
      regions[number].bottom = max(regions[number].bottom, run.row)
    }
  }
}
