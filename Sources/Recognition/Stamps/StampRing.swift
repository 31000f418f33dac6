internal import Glibc
internal import Model
internal import Native

/// Where the letters of a stamp's ring stand, and the ring rolled out to a line.
///
/// Angles are counted in steps clockwise from the x axis.
struct StampRing {
  private static let steps = 360
  /// Shares of the radius, from the star outwards, in hundredths.
  private static let shares = 30...104

  /// Between letters there is less than this share of what letters have.
  private static let leastPresence = 0.22
  /// Where a stamp without a line around it (it may be cut off) has its letters end.
  private static let usualClearance = 94
  /// Letters are no taller, in hundredths of the radius; what stands further in is another line.
  private static let tallest = 34

  private let patch: StampPatch
  /// Ink by hundredth of the radius, then by step.
  private let ink: [[Double]]
  /// The letters' inner and outer edge as shares of the radius.
  private(set) var band: (inner: Double, outer: Double) = (0.6, 0.92)
  /// Steps from the first letter to the last; its start lies in 0 ..< 360.
  private(set) var letters: Range<Int> = 0..<360

  /// The step that points from the middle to the top of the stamp.
  var top: Int { (letters.lowerBound + letters.upperBound) / 2 }

  /// Up to which share of the radius nothing belongs to the ring in a direction.
  func inside(cosine: Double, sine: Double) -> Double {
    let turn = atan2(sine, cosine) * 180 / .pi
    let step = (Int(turn.rounded()) + Self.steps) % Self.steps
    // The first and last letters leave room for the ends of a line.
    let firm = letters.dropFirst(6).dropLast(6)
    let isLetter = firm.contains(step) || firm.contains(step + Self.steps)
    return isLetter ? band.inner - 0.03 : Self.foot
  }

  /// The digits at the foot of a stamp stand further out.
  private static let foot = 0.8

  /// - Returns: `nil` where no letters stand in the ring.
  init?(_ patch: StampPatch) {
    self.patch = patch
    let directions = (0..<Self.steps).map { step in
      let angle = 2 * Double.pi * Double(step) / Double(Self.steps)
      return (cosine: cos(angle), sine: sin(angle))
    }
    ink = Self.shares.map { share in
      directions.map { direction in
        patch.ink(
          at: patch.outline.point(
            Double(share) / 100, cosine: direction.cosine, sine: direction.sine))
      }
    }
    let clear = clearance
    // A first guess at the letters' height finds the gap, the gap finds the letters, and they their height.
    guard let first = lettersBetweenGap(outer: clear, inner: clear - 28) else { return nil }
    letters = first
    guard let found = height(below: clear) else { return nil }
    band = found
    guard
      let again = lettersBetweenGap(
        outer: Int((found.outer * 100).rounded()), inner: Int((found.inner * 100).rounded()))
    else { return nil }
    letters = again
  }

  private func row(_ share: Int) -> [Double] {
    ink[min(Self.shares.upperBound, max(Self.shares.lowerBound, share)) - Self.shares.lowerBound]
  }

  private func mean(_ row: [Double]) -> Double { row.reduce(0, +) / Double(max(1, row.count)) }

  /// The hundredth of the radius where the ring has ended inwards and letters have not begun.
  private var clearance: Int {
    let profile = (78...104).map { (share: $0, ink: mean(row($0))) }
    let ring = profile.filter { $0.share >= 90 }.max { $0.ink < $1.ink }
    let valley = ring.flatMap { ring in
      profile.filter { $0.share < ring.share && $0.share >= ring.share - 16 }
        .min { ($0.ink, -$0.share) < ($1.ink, -$1.share) }
    }
    return valley.map(\.share) ?? Self.usualClearance
  }

  /// What four in five steps do not exceed.
  private static func strong(_ values: [Double]) -> Double { values.sorted()[steps * 8 / 10] }

  /// How much of a letter stands at each step: digits at the foot do not reach far inwards, a line under the star
  /// not far outwards.
  private func presence(outer: Int, inner: Int) -> [Double] {
    let middle = (outer + inner) / 2
    let upper = Self.smoothed(sum(of: middle..<outer))
    let lower = Self.smoothed(sum(of: inner..<middle))
    let (strongUpper, strongLower) = (Self.strong(upper), Self.strong(lower))
    guard strongUpper > 8, strongLower > 8 else { return [Double](repeating: 0, count: Self.steps) }
    return zip(upper, lower).map { min($0 / strongUpper, $1 / strongLower) }
  }

  private func sum(of shares: Range<Int>) -> [Double] {
    var sums = [Double](repeating: 0, count: Self.steps)
    for share in shares {
      for (step, amount) in row(share).enumerated() { sums[step] += amount }
    }
    return sums.map { $0 / Double(max(1, shares.count)) }
  }

  /// Means over four steps either way.
  private static func smoothed(_ values: [Double]) -> [Double] {
    values.indices.map { step in
      var sum = 0.0
      for near in (step - 4)...(step + 4) { sum += values[(near + values.count) % values.count] }
      return sum / 9
    }
  }

  /// All steps but the longest run without a letter.
  private func lettersBetweenGap(outer: Int, inner: Int) -> Range<Int>? {
    let presence = presence(outer: outer, inner: inner)
    let strong = Self.strong(presence)
    guard strong > 0 else { return nil }
    let least = Self.leastPresence * strong
    var best = (start: 0, length: 0)
    var start: Int?
    for step in 0..<(2 * Self.steps) {
      if presence[step % Self.steps] < least {
        let from = start ?? step
        start = from
        if step - from + 1 > best.length, from < Self.steps { best = (from, step - from + 1) }
      } else {
        start = nil
      }
    }
    guard best.length < Self.steps * 3 / 4 else { return nil }
    // Smoothing reaches four steps beyond the letters.
    let from = (best.start + best.length) % Self.steps
    return from..<(from + Self.steps - best.length)
  }

  /// The letters' edges as the ink of their directions shows them.
  private func height(below clear: Int) -> (inner: Double, outer: Double)? {
    let steps = letters.map { $0 % Self.steps }
    func ink(_ share: Int) -> Double {
      let row = row(share)
      return steps.reduce(0) { $0 + row[$1] } / Double(max(1, steps.count))
    }
    let profile = (36...clear).map { (share: $0, ink: ink($0)) }
    guard let most = profile.filter({ $0.share >= 50 }).map(\.ink).max(), most > 8 else {
      return nil
    }
    // Outwards from the inside: letters end where a third of their ink is left.
    guard let outer = profile.last(where: { $0.ink > 0.3 * most })?.share else { return nil }
    var inner = outer
    var missing = 0
    for entry in profile.reversed() where entry.share < outer {
      if entry.ink > 0.3 * most {
        inner = entry.share
        missing = 0
      } else {
        missing += 1
        if missing >= 4, outer - inner >= 10 { break }
      }
      if outer - entry.share >= Self.tallest { break }
    }
    guard outer - inner >= 10 else { return nil }
    return (Double(inner) / 100, Double(outer) / 100)
  }

  /// The letters as a line of print.
  ///
  /// - Parameter stretch: of its width; letters of long names are pressed together.
  func line(height: Int, stretch: Double) -> PixelBuffer {
    let margin = 0.1 * (band.outer - band.inner)
    let outer = min(band.outer + margin, 1)
    let inner = band.inner - margin
    // Half a letter of paper on both sides.
    let pad = Int((0.35 * (outer - inner) / ((outer + inner) / 2) * 180 / .pi).rounded())
    let from = Double(letters.lowerBound - pad)
    let span = Double(min(Self.steps, letters.count + 2 * pad))
    let arc = span * .pi / 180 * (outer + inner) / 2
    let width = max(height, Int((arc / (outer - inner) * Double(height) * stretch).rounded()))
    var samples: [UInt8] = []
    samples.reserveCapacity(width * height * 3)
    let directions = (0..<width).map { column in
      let angle = (from + (Double(column) + 0.5) / Double(width) * span) * .pi / 180
      return (cosine: cos(angle), sine: sin(angle))
    }
    for row in 0..<height {
      let share = outer - (Double(row) + 0.5) / Double(height) * (outer - inner)
      for direction in directions {
        let tone = patch.tone(
          ofInk: patch.strokes(
            at: patch.outline.point(share, cosine: direction.cosine, sine: direction.sine)))
        samples += [tone, tone, tone]
      }
    }
    return PixelBuffer(width: width, height: height, channels: 3, samples: samples)
  }
}
