internal import Native

/// How much stamp ink each pixel of a small picture of a page holds, 0 to 255.
///
/// Red is recognized by how far it leads once the colour of the light is taken out. A grey copy has tone alone, against
/// the paper nearby; what is darker than stamps ever are counts no more than they do, or print would drown them.
struct InkMap: Sendable {
  let width: Int
  let height: Int
  let colour: StampColour
  let amounts: [UInt8]

  subscript(x: Int, y: Int) -> Int { Int(amounts[y * width + x]) }

  /// - Parameter picture: RGB.
  init(_ picture: PixelBuffer, colour: StampColour) {
    width = picture.width
    height = picture.height
    self.colour = colour
    switch colour {
    case .red: amounts = Self.redness(of: picture)
    case .grey: amounts = Self.darkness(of: picture)
    }
  }

  private static func redness(of picture: PixelBuffer) -> [UInt8] {
    let measure = Redness(paperOf: picture)
    let samples = picture.samples.span
    return (0..<picture.width * picture.height).map { index in
      let at = 3 * index
      return UInt8(
        measure.amount(
          red: Int(samples[at]), green: Int(samples[at + 1]), blue: Int(samples[at + 2])))
    }
  }

  private static func darkness(of picture: PixelBuffer) -> [UInt8] {
    let grey = picture.grey
    let paper = PaperTone(of: grey)
    let samples = grey.samples.span
    var amounts = [UInt8](repeating: 0, count: grey.width * grey.height)
    for y in 0..<grey.height {
      for x in 0..<grey.width {
        let index = y * grey.width + x
        let tone = max(1, paper.tone(x: x, y: y))
        let dark = (tone - Int(samples[index])) * 255 / tone
        amounts[index] = UInt8(min(darkest, max(0, dark)))
      }
    }
    return amounts
  }

  /// Of 255: copied stamps are about half as dark as print.
  private static let darkest = 120
}

/// How far red leads in a pixel, the colour of the light taken out.
struct Redness: Sendable {
  /// Paper's red, green and blue in 256ths of its brightest.
  private let red: Int
  private let green: Int
  private let blue: Int
  /// Below this much red a pixel has no colour worth the name.
  private let least: Int

  /// - Parameter picture: RGB; its brighter half counts as paper.
  init(paperOf picture: PixelBuffer) {
    let samples = picture.samples.span
    let count = picture.width * picture.height
    var histogram = [Int](repeating: 0, count: 256)
    for index in 0..<count {
      histogram[Int(samples[3 * index + 1])] += 1
    }
    var bound = 255
    var above = 0
    while bound > 0, above * 2 < count {
      above += histogram[bound]
      bound -= 1
    }
    var sums = (red: 0, green: 0, blue: 0)
    for index in 0..<count where Int(samples[3 * index + 1]) > bound {
      sums.red += Int(samples[3 * index])
      sums.green += Int(samples[3 * index + 1])
      sums.blue += Int(samples[3 * index + 2])
    }
    let brightest = max(1, sums.red, sums.green, sums.blue)
    // Light of any colour, but never a page that is red itself: that would hide its stamps.
    red = max(128, sums.red * 256 / brightest)
    green = max(128, sums.green * 256 / brightest)
    blue = max(128, sums.blue * 256 / brightest)
    least = max(24, brightest / max(1, above) * 2 / 5)
  }

  /// 0 to 255 for a pixel's samples.
  func amount(red r: Int, green g: Int, blue b: Int) -> Int {
    let own = r * 256 / red
    let others = max(g * 256 / green, b * 256 / blue)
    guard own > others else { return 0 }
    return min(255, (own - others) * 255 / max(least, own))
  }
}

/// The tone of bare paper over a grey page, from its brightest pixels block by block.
struct PaperTone: Sendable {
  private static let block = 24
  private let columns: Int
  private let rows: Int
  private var tones: [Int]

  init(of grey: PixelBuffer) {
    columns = (grey.width + Self.block - 1) / Self.block
    rows = (grey.height + Self.block - 1) / Self.block
    var brightest = [Int](repeating: 0, count: max(1, columns * rows))
    let samples = grey.samples.span
    for y in 0..<grey.height {
      for x in 0..<grey.width {
        let cell = y / Self.block * columns + x / Self.block
        brightest[cell] = max(brightest[cell], Int(samples[y * grey.width + x]))
      }
    }
    // A block full of print takes its paper from the neighbours.
    tones = brightest
    for row in 0..<rows {
      for column in 0..<columns {
        var tone = 0
        for y in max(0, row - 1)...min(rows - 1, row + 1) {
          for x in max(0, column - 1)...min(columns - 1, column + 1) {
            tone = max(tone, brightest[y * columns + x])
          }
        }
        tones[row * columns + column] = tone
      }
    }
  }

  func tone(x: Int, y: Int) -> Int { tones[y / Self.block * columns + x / Self.block] }
}
