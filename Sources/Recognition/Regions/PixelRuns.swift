/// Pixels of one sort as runs of neighbours in rows, and which runs touch one another.
package struct PixelRuns {
  /// Neighbours in a row, `end` not among them.
  package struct Run {
    package let row: Int
    package var start: Int
    package var end: Int
  }

  /// In the order of reading.
  package private(set) var runs: [Run] = []
  private var sets = DisjointSets(count: 0)

  /// - Parameters:
  ///   - mask: a byte a pixel.
  ///   - sort: the byte that belongs to runs.
  ///   - corners: whether runs that touch at corners alone are of one region.
  package init(_ mask: [UInt8], width: Int, height: Int, of sort: UInt8, touchingAt corners: Bool) {
    let slack = corners ? 1 : 0
    var previous = 0..<0
    for y in 0..<height {
      let row = y * width
      let first = runs.count
      var x = 0
      while x < width {
        guard mask[row + x] == sort else {
          x += 1
          continue
        }
        let start = x
        while x < width, mask[row + x] == sort { x += 1 }
        runs.append(Run(row: y, start: start, end: x))
        _ = sets.add()
      }
      var above = previous.lowerBound
      for index in first..<runs.count {
        let run = runs[index]
        while above < previous.upperBound, runs[above].end + slack <= run.start { above += 1 }
        var other = above
        while other < previous.upperBound, runs[other].start < run.end + slack {
          sets.attach(index, to: other)
          other += 1
        }
      }
      previous = first..<runs.count
    }
  }

  /// Returns the run that stands for all of a run's region.
  package mutating func region(of run: Int) -> Int { sets.root(of: run) }
}
