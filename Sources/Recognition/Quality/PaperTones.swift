internal import Model
internal import Native

/// How bright bare paper is at each place of a picture: a photo's light changes from one side of it to the other.
struct PaperTones {
  /// Samples of paper.
  struct Tone {
    var red: Double
    var green: Double
    var blue: Double
    var grey: Double { 0.3 * red + 0.59 * green + 0.11 * blue }

    func mixed(with other: Tone, _ share: Double) -> Tone {
      Tone(
        red: red * (1 - share) + other.red * share,
        green: green * (1 - share) + other.green * share,
        blue: blue * (1 - share) + other.blue * share)
    }
  }

  /// A side.
  private let cells: Int
  private let left: Double
  private let top: Double
  private let cellWidth: Double
  private let cellHeight: Double
  /// Row by row.
  private let tones: [Tone]

  /// - Parameters:
  ///   - part: of a page in RGB.
  ///   - left: its place on the page, in pixels.
  ///   - cells: a side, at least 2.
  ///   - step: every so many pixels are looked at.
  init(_ part: PixelBuffer, left: Int = 0, top: Int = 0, cells: Int, step: Int = 1) {
    self.cells = cells
    self.left = Double(left)
    self.top = Double(top)
    cellWidth = max(1, Double(part.width) / Double(cells))
    cellHeight = max(1, Double(part.height) / Double(cells))
    func range(_ index: Int, of count: Int) -> Range<Int> {
      let from = index * count / cells
      return from..<max(from + 1, (index + 1) * count / cells)
    }
    tones = (0..<cells * cells).map { index in
      Self.paper(
        part, columns: range(index % cells, of: part.width),
        rows: range(index / cells, of: part.height), step: step)
    }
  }

  /// What four in five pixels do not exceed: letters and print take less of a cell.
  private static func paper(
    _ part: PixelBuffer, columns: Range<Int>, rows: Range<Int>, step: Int
  ) -> Tone {
    var histogram = [Int](repeating: 0, count: 3 * 256)
    var count = 0
    let samples = part.samples.span
    for y in stride(from: rows.lowerBound, to: min(rows.upperBound, part.height), by: step) {
      for x in stride(from: columns.lowerBound, to: min(columns.upperBound, part.width), by: step) {
        let at = (y * part.width + x) * 3
        for channel in 0..<3 { histogram[channel * 256 + Int(samples[at + channel])] += 1 }
        count += 1
      }
    }
    func high(_ channel: Int) -> Double {
      var left = count * 8 / 10
      let bins = histogram[channel * 256..<(channel + 1) * 256]
      let tone = bins.firstIndex { bin in
        left -= bin
        return left < 0
      }
      return tone.map { Double(max(1, $0 - channel * 256)) } ?? 255  // allowed: no pixels, white
    }
    return Tone(red: high(0), green: high(1), blue: high(2))
  }

  /// Between the middles of the cells around a point of the page.
  func tone(x: Double, y: Double) -> Tone {
    let (column, right) = Self.place((x - left) / cellWidth, of: cells)
    let (row, down) = Self.place((y - top) / cellHeight, of: cells)
    let at = row * cells + column
    let upper = tones[at].mixed(with: tones[at + 1], right)
    let lower = tones[at + cells].mixed(with: tones[at + cells + 1], right)
    return upper.mixed(with: lower, down)
  }

  private static func place(_ cell: Double, of cells: Int) -> (index: Int, share: Double) {
    let middle = min(Double(cells - 1), max(0, cell - 0.5))
    let index = min(cells - 2, Int(middle))
    return (index, middle - Double(index))
  }
}
