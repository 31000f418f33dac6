internal import Foundation
internal import Native

/// The short form of a path's figures (GB/T 33190 9.3): `M 0 0 L 10 0 C`.
struct OFDPathData {
  private(set) var steps: [PathStep] = []
  private var pen = (x: 0.0, y: 0.0)
  private var start = (x: 0.0, y: 0.0)

  /// - Parameter limit: no more steps than these.
  /// - Returns: what stands before the first word that is none.
  init(_ text: String, limit: Int) {
    var words = text.split(whereSeparator: { $0.isWhitespace || $0 == "," })[...]
    while let word = words.popFirst(), steps.count < limit {
      guard let count = Self.counts[String(word)] else { return }
      let numbers = words.prefix(count).compactMap { Double($0) }
        .filter { $0.isFinite && abs($0) < 1e6 }
      guard numbers.count == count else { return }
      words = words.dropFirst(count)
      add(String(word), numbers)
    }
  }

  /// How many numbers follow each word.
  private static let counts = ["S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0]

  private mutating func add(_ word: String, _ n: [Double]) {
    switch word {
    case "S", "M":
      pen = (n[0], n[1])
      start = pen
      steps.append(.move(x: pen.x, y: pen.y))
    case "L":
      pen = (n[0], n[1])
      steps.append(.line(x: pen.x, y: pen.y))
    case "Q":
      let end = (x: n[2], y: n[3])
      steps.append(
        .curve(
          x1: pen.x + 2 / 3 * (n[0] - pen.x), y1: pen.y + 2 / 3 * (n[1] - pen.y),
          x2: end.x + 2 / 3 * (n[0] - end.x), y2: end.y + 2 / 3 * (n[1] - end.y), x: end.x,
          y: end.y))
      pen = end
    case "B":
      steps.append(.curve(x1: n[0], y1: n[1], x2: n[2], y2: n[3], x: n[4], y: n[5]))
      pen = (n[4], n[5])
    case "A":
      arc(
        radii: (n[0], n[1]), degrees: n[2], isLarge: n[3] != 0, isClockwise: n[4] != 0,
        to: (n[5], n[6]))
    default:
      steps.append(.close)
      pen = start
    }
  }

  /// An arc by its end points, as curves of at most a quarter turn (SVG 1.1, F.6.5).
  private mutating func arc(
    radii: (Double, Double), degrees: Double, isLarge: Bool, isClockwise: Bool,
    to end: (x: Double, y: Double)
  ) {
    let from = pen
    pen = end
    var (rx, ry) = (abs(radii.0), abs(radii.1))
    guard rx > 1e-6, ry > 1e-6, from != end else {
      steps.append(.line(x: end.x, y: end.y))
      return
    }
    let turn = degrees * .pi / 180
    let (c, s) = (cos(turn), sin(turn))
    let half = (x: (from.x - end.x) / 2, y: (from.y - end.y) / 2)
    let local = (x: c * half.x + s * half.y, y: -s * half.x + c * half.y)
    let reach = (local.x / rx) * (local.x / rx) + (local.y / ry) * (local.y / ry)
    if reach > 1 {
      rx *= reach.squareRoot()
      ry *= reach.squareRoot()
    }
    let (px, py) = (local.x / rx, local.y / ry)
    let distance = px * px + py * py
    let factor = (isLarge == isClockwise ? -1 : 1) * max(0, (1 - distance) / distance).squareRoot()
    let center = (x: factor * py, y: -factor * px)
    let first = atan2(py - center.y, px - center.x)
    var sweep = atan2(-py - center.y, -px - center.x) - first
    if isClockwise, sweep < 0 { sweep += 2 * .pi }
    if !isClockwise, sweep > 0 { sweep -= 2 * .pi }
    guard sweep.isFinite else {
      steps.append(.line(x: end.x, y: end.y))
      return
    }
    let middle = (x: (from.x + end.x) / 2, y: (from.y + end.y) / 2)
    // From the circle of radius one to the page.
    func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      let (ux, uy) = (rx * (x + center.x), ry * (y + center.y))
      return (c * ux - s * uy + middle.x, s * ux + c * uy + middle.y)
    }
    let count = max(1, Int((abs(sweep) / (.pi / 2)).rounded(.up)))
    let step = sweep / Double(count)
    let handle = 4 / 3 * tan(step / 4)
    for index in 0..<count {
      let (a, b) = (first + Double(index) * step, first + Double(index + 1) * step)
      let one = point(cos(a) - handle * sin(a), sin(a) + handle * cos(a))
      let two = point(cos(b) + handle * sin(b), sin(b) - handle * cos(b))
      let last = index == count - 1 ? end : point(cos(b), sin(b))
      steps.append(.curve(x1: one.x, y1: one.y, x2: two.x, y2: two.y, x: last.x, y: last.y))
    }
  }
}
