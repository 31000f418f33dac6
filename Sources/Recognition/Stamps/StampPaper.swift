internal import Model
internal import Native

/// How bright bare paper is at each place around a stamp: a photo's light changes from one side of it to the other.
struct StampPaper {
  /// Samples of paper.
  struct Tone {
    var red: Double
    var green: Double
    var grey: Double
  }

  /// Cells a side.
  private static let cells = 7

  private let left: Double
  private let top: Double
  private let cellWidth: Double
  private let cellHeight: Double
  private let tones: [Tone]

  /// - Parameters:
  ///   - part: of a page in RGB, the stamp and a little around it.
  ///   - left: its place on the page, in pixels.
  init(_ part: PixelBuffer, left: Int, top: Int) {
    self.left = Double(left)
    self.top = Double(top)
    cellWidth = max(1, Double(part.width) / Double(Self.cells))
    cellHeight = max(1, Double(part.height) / Double(Self.cells))
    var tones: [Tone] = []
    for row in 0..<Self.cells {
      for column in 0..<Self.cells {
        tones.append(
          Self.paper(
            part, columns: Self.range(column, of: part.width),
            rows: Self.range(row, of: part.height)))
      }
    }
    self.tones = tones
  }

  private static func range(_ index: Int, of count: Int) -> Range<Int> {
    let from = index * count / cells
    return from..<max(from + 1, (index + 1) * count / cells)
  }

  /// What four in five pixels do not exceed: letters and print take less of a cell.
  private static func paper(_ part: PixelBuffer, columns: Range<Int>, rows: Range<Int>) -> Tone {
    var red: [UInt8] = []
    var green: [UInt8] = []
    var blue: [UInt8] = []
    for y in rows where y < part.height {
      for x in columns where x < part.width {
        let at = (y * part.width + x) * 3
        red.append(part.samples[at])
        green.append(part.samples[at + 1])
        blue.append(part.samples[at + 2])
      }
    }
    func high(_ samples: [UInt8]) -> Double {
      samples.isEmpty ? 255 : Double(max(1, samples.sorted()[samples.count * 8 / 10]))
    }
    let (r, g, b) = (high(red), high(green), high(blue))
    return Tone(red: r, green: g, grey: 0.3 * r + 0.59 * g + 0.11 * b)
  }

  /// Between the middles of the cells around a point of the page.
  func tone(x: Double, y: Double) -> Tone {
    let most = Double(Self.cells - 1)
    let u = min(most, max(0, (x - left) / cellWidth - 0.5))
    let v = min(most, max(0, (y - top) / cellHeight - 0.5))
    let (column, row) = (min(Self.cells - 2, Int(u)), min(Self.cells - 2, Int(v)))
    let (right, down) = (u - Double(column), v - Double(row))
    let at = row * Self.cells + column
    func blend(_ part: KeyPath<Tone, Double>) -> Double {
      let upper = tones[at][keyPath: part] * (1 - right) + tones[at + 1][keyPath: part] * right
      let lower =
        tones[at + Self.cells][keyPath: part] * (1 - right)
        + tones[at + Self.cells + 1][keyPath: part] * right
      return upper * (1 - down) + lower * down
    }
    return Tone(red: blend(\.red), green: blend(\.green), grey: blend(\.grey))
  }
}
