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
    var sets = DisjointSets(count: 0)
    for y in 0..<height {
      let row = y * width
      var x = 0
      while x < width {
        guard mask[row + x] == sort else {
          x += 1
          continue
        }
        let start = x
        while x < width, mask[row + x] == sort { x += 1 }
        var label = -1
        if y > 0 {
          var last: Int32 = -1
          for column in start..<x {
            let above = labels[row - width + column]
            guard above >= 0, above != last else { continue }
            last = above
            if label < 0 { label = Int(above) } else { sets.join(label, Int(above)) }
          }
        }
        if label < 0 { label = sets.add() }
        for column in start..<x { labels[row + column] = Int32(label) }
      }
    }
    number(&sets)
  }

  /// Gives each set one number and measures it.
  private mutating func number(_ sets: inout DisjointSets) {
    var numbers = [Int32](repeating: -1, count: sets.count)
    var last = (label: Int32(-1), number: Int32(-1))
    for place in labels.indices where labels[place] >= 0 {
      // Neighbours in a row mostly have one label.
      if labels[place] != last.label {
        let root = sets.root(of: Int(labels[place]))
        if numbers[root] < 0 {
          numbers[root] = Int32(regions.count)
          regions.append(Region())
        }
        last = (labels[place], numbers[root])
      }
      let number = last.number
      labels[place] = number
      let (y, x) = place.quotientAndRemainder(dividingBy: width)
      let index = Int(number)
      regions[index].count += 1
      regions[index].left = min(regions[index].left, x)
      regions[index].right = max(regions[index].right, x)
      regions[index].top = min(regions[index].top, y)
      regions[index].bottom = max(regions[index].bottom, y)
    }
  }
}
