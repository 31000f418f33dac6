internal import Glibc
internal import Model
internal import Native

/// The ink of one stamp, sampled by places in the stamp: what is printed in other colours is not there.
struct StampPatch {
  let outline: StampEllipse
  private let picture: PixelBuffer
  private let colour: StampColour
  private let redness: Redness
  private let paper: PaperTones
  /// The ink of firm strokes, 1 to 255.
  private(set) var firm = 255.0
  private var ring = 255.0

  /// - Parameter picture: the page in RGB, in whose pixels the stamp lies.
  init(_ stamp: SeenStamp, in picture: PixelBuffer) {
    outline = stamp.outline
    colour = stamp.colour
    self.picture = picture
    let around = Self.surroundings(of: stamp.outline, in: picture)
    redness = Redness(paperOf: around.part)
    paper = PaperTones(around.part, left: around.left, top: around.top, cells: Self.paperCells)
    ring = ringInk
    firm = firmInk
  }

  private static func surroundings(of outline: StampEllipse, in picture: PixelBuffer)
    -> (part: PixelBuffer, left: Int, top: Int)
  {
    let box = outline.box
    let margin = 0.15 * outline.radius
    let left = min(picture.width - 1, max(0, Int(box.topLeft.x - margin)))
    let right = min(picture.width, max(left + 1, Int(box.topRight.x + margin)))
    let top = min(picture.height - 1, max(0, Int(box.topLeft.y - margin)))
    let bottom = min(picture.height, max(top + 1, Int(box.bottomLeft.y + margin)))
    var samples: [UInt8] = []
    samples.reserveCapacity((right - left) * (bottom - top) * 3)
    for y in top..<bottom {
      samples +=
        picture.samples[
          ((y * picture.width + left) * 3)..<((y * picture.width + right) * 3)]
    }
    let part = PixelBuffer(
      width: right - left, height: bottom - top, channels: 3, samples: samples)
    return (part, left, top)
  }

  /// What most inked places between star and ring do not exceed.
  private var firmInk: Double {
    var amounts: [Double] = []
    for share in stride(from: 0.55, through: 1.0, by: 0.03) {
      for direction in Self.directions {
        let amount = strokes(
          at: outline.point(share, cosine: direction.cosine, sine: direction.sine))
        if amount > 16 { amounts.append(amount) }
      }
    }
    amounts.sort()
    return amounts.isEmpty ? 255 : max(24, amounts[amounts.count * 9 / 10])
  }

  /// The tone of a grey stamp: that of its ring, which is seldom printed over.
  private var ringInk: Double {
    let line = Self.directions.map { direction in
      [0.94, 0.96, 0.98, 1.0].reduce(0.0) { most, share in
        max(
          most,
          sample(at: outline.point(share, cosine: direction.cosine, sine: direction.sine)).dark)
      }
    }.sorted()
    return max(16, line[line.count / 2])
  }

  private static let directions = (0..<120).map { step in
    let angle = 2 * Double.pi * Double(step) / 120
    return (cosine: cos(angle), sine: sin(angle))
  }

  /// The ink at a place of the picture, 0 to 255, as surely the stamp's own as the picture tells.
  func ink(at point: Point) -> Double {
    let sample = sample(at: point)
    return colour == .red ? sample.lead : strokes(sample)
  }

  /// The ink at a place of the picture, 0 to 255, as sharp as the picture shows it.
  func strokes(at point: Point) -> Double { strokes(sample(at: point)) }

  private func strokes(_ sample: Sample) -> Double {
    switch colour {
    case .red:
      // JPEG keeps colour at half the size: darkness is sharper than the lead of red, which says whose it is.
      let own = min(1, max(0, (sample.lead - 8) / 24))
      let isPrint = min(1, max(0, (sample.print - 0.3) * 4))
      return sample.dark * own * (1 - isPrint) + min(sample.dark, sample.lead) * isPrint
    case .grey:
      // What is much darker than the ring is print over or under the stamp.
      return sample.dark > Self.mostOfRing * ring ? 0 : sample.dark
    }
  }

  private static let mostOfRing = 1.6
  /// A side of the grid on which the light around a stamp is known.
  private static let paperCells = 7

  private struct Sample {
    /// How far red leads, 0 to 255.
    var lead = 0.0
    /// 0 (paper) to 255, in green light for a red stamp.
    var dark = 0.0
    /// How dark it is in red light, in which red ink is as bright as paper, 0 to 1.
    var print = 0.0
  }

  /// Outside the picture there is no ink.
  private func sample(at point: Point) -> Sample {
    let (x, y) = (point.x - 0.5, point.y - 0.5)
    guard x >= 0, y >= 0, x < Double(picture.width - 1), y < Double(picture.height - 1) else {
      return Sample()
    }
    let (column, row) = (Int(x), Int(y))
    let (right, down) = (x - Double(column), y - Double(row))
    let at = (row * picture.width + column) * 3
    let next = at + picture.width * 3
    let samples = picture.samples.span
    func channel(_ index: Int) -> Double {
      let upper =
        Double(samples[at + index]) * (1 - right) + Double(samples[at + 3 + index]) * right
      let lower =
        Double(samples[next + index]) * (1 - right) + Double(samples[next + 3 + index]) * right
      return upper * (1 - down) + lower * down
    }
    let (red, green, blue) = (channel(0), channel(1), channel(2))
    let paper = paper.tone(x: x, y: y)
    switch colour {
    case .red:
      return Sample(
        lead: Double(redness.amount(red: Int(red), green: Int(green), blue: Int(blue))),
        dark: min(255, max(0, (paper.green - green) * 255 / paper.green)),
        print: (paper.red - red) / paper.red)
    case .grey:
      let tone = 0.3 * red + 0.59 * green + 0.11 * blue
      return Sample(dark: min(255, max(0, (paper.grey - tone) * 255 / paper.grey)))
    }
  }

  /// Black on white as the recognizer knows print, from ink.
  func tone(ofInk ink: Double) -> UInt8 {
    UInt8(min(255, max(0, 255 - ink * 235 / firm)))
  }
}
