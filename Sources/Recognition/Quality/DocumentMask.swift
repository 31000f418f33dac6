internal import Native

/// Which part of a small picture is the document: what a flood of the background from the edges does not reach.
struct DocumentMask {
  /// 0 to 1; 1 where the edges of the picture are the document's own paper.
  private(set) var share = 1.0
  private(set) var meanLuminance = 0.0
  private(set) var medianLuminance = 0.0

  /// How far a neighbour's colour may lie from the one before it for the flood to go on.
  private static let tolerance = 14

  init(of picture: PixelBuffer) {
    let width = picture.width
    let height = picture.height
    guard width > 2, height > 2 else { return }
    let samples = picture.samples
    var isBackground = [Bool](repeating: false, count: width * height)
    var queue: [Int] = []
    for x in 0..<width { queue += [x, (height - 1) * width + x] }
    for y in 0..<height { queue += [y * width, y * width + width - 1] }
    for index in queue { isBackground[index] = true }
    func distance(_ a: Int, _ b: Int) -> Int {
      (0..<3).reduce(0) { max($0, abs(Int(samples[3 * a + $1]) - Int(samples[3 * b + $1]))) }
    }
    while let index = queue.popLast() {
      let x = index % width
      let y = index / width
      for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
        let nx = x + dx
        let ny = y + dy
        guard nx >= 0, ny >= 0, nx < width, ny < height else { continue }
        let next = ny * width + nx
        if !isBackground[next], distance(index, next) <= Self.tolerance {
          isBackground[next] = true
          queue.append(next)
        }
      }
    }
    var luminances: [Int] = []
    for index in 0..<(width * height) where !isBackground[index] {
      luminances.append(Self.luminance(samples, index))
    }
    let inside = Double(luminances.count) / Double(width * height)
    // A flood that reaches nearly everything ran over the paper itself: the page fills the picture.
    if inside < 0.15 {
      luminances = (0..<(width * height)).map { Self.luminance(samples, $0) }
      share = 1
    } else {
      share = inside
    }
    luminances.sort()
    meanLuminance = Double(luminances.reduce(0, +)) / Double(luminances.count)
    medianLuminance = Double(luminances[luminances.count / 2])
  }

  private static func luminance(_ samples: [UInt8], _ index: Int) -> Int {
    (77 * Int(samples[3 * index]) + 150 * Int(samples[3 * index + 1])
      + 29 * Int(samples[3 * index + 2])) >> 8
  }
}
