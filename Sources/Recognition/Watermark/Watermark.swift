internal import Model
internal import Native

/// Text that somebody laid across a page in many places, paler than the print, as people do with copies that they
/// hand out (仅供认证使用).
struct Watermark {
  /// How far ink lies below paper, 0 (paper) to 1 (black), where it stops being the watermark's.
  private let pale: Double
  /// Pixels around print that stay as they are.
  private let margin: Int
  private let paper: PaperTones
  /// Its lines, along their text.
  let lines: [TextBox]
  /// Of its lines, where they are aslant to the print, in radians.
  let angle: Double?
  /// Lines of print that hold nothing of it.
  let print: [TextBox]

  /// A line and how dark its ink is.
  private typealias Inked = (slope: LineSlope, darkness: Double)

  /// Finds a watermark that stands aslant to the print; `nil` where there is none, or one too dark to be distinguished from
  /// print.
  ///
  /// - Parameters:
  ///   - picture: RGB, upright.
  ///   - boxes: all lines found in it.
  init?(in picture: PixelBuffer, boxes: [TextBox]) {
    let slopes = boxes.compactMap(LineSlope.init)
    // Most pages end here, without a look at a pixel.
    guard let usual = slopes.map(\.angle).median else { return nil }
    let isMixed = slopes.count { $0.isAslant(to: usual) } >= Self.fewestLines
    let areAllAslant = slopes.allSatisfy { $0.isAslant(to: 0) }
    guard isMixed || areAllAslant else { return nil }
    let paper = PaperTones(picture, cells: Self.cells, step: 4)
    let lines = Self.inked(slopes, in: picture, on: paper)
    let mark = Self.aslant(lines, areAll: areAllAslant)
    guard let angle = mark.map(\.slope.angle).median else { return nil }
    let parallel = mark.filter { !$0.slope.isAslant(to: angle) }
    guard parallel.count >= Self.fewestLines, parallel.count * 3 >= mark.count * 2,
      Self.isWide(parallel.map(\.slope.box), in: picture)
    else { return nil }
    self.init(
      parallel, among: lines, keeping: lines.filter { $0.slope.isAslant(to: angle) }, on: paper,
      angle: angle)
  }

  /// The pale lines that stand aslant to the print.
  private static func aslant(_ lines: [Inked], areAll: Bool) -> [Inked] {
    if areAll {
      // So many letters across that little of the print was seen: all that is pale is the watermark's.
      guard let bound = InkBound.between(lines.map(\.darkness), fewestDark: 1) else { return lines }
      return lines.filter { $0.darkness < bound }
    }
    guard let bound = InkBound.between(lines.map(\.darkness), fewestDark: fewestLines),
      let level = lines.filter({ $0.darkness >= bound }).map(\.slope.angle).median
    else { return [] }
    return lines.filter { $0.darkness < bound && $0.slope.isAslant(to: level) }
  }

  /// Finds a watermark that runs as the print does, by its words, some of which only watermarks have.
  ///
  /// - Parameter lines: all lines of the page, as they were read.
  init?(in picture: PixelBuffer, lines: [PageLine]) {
    let texts = lines.map(\.line.text)
    let known = Set(texts.indices.filter { WatermarkWords.areIn(texts[$0]) })
    guard !known.isEmpty else { return nil }
    let repeated = known.union(
      WatermarkWords.repeated(in: texts, atLeast: Self.fewestLines))
    let paper = PaperTones(picture, cells: Self.cells, step: 4)
    let inked = lines.enumerated().compactMap { index, line in
      LineSlope(line.box).flatMap { slope in
        picture.darkness(in: slope.box, on: paper).map {
          (index: index, line: (slope: slope, darkness: $0))
        }
      }
    }
    let all = inked.map(\.line)
    guard let bound = InkBound.between(all.map(\.darkness), fewestDark: Self.fewestLines)
    else { return nil }
    let pale = inked.filter { $0.line.darkness < bound }
    let mark = pale.filter { repeated.contains($0.index) }
    // A letter's own words may be paler than its title, and some of them stand in many lines.
    let isMostOfPale = mark.count >= Self.fewestLines && mark.count * 2 >= pale.count
    let isKnown =
      mark.count { known.contains($0.index) } >= 2 && pale.count * 2 <= all.count
    guard isMostOfPale || isKnown else { return nil }
    let others = inked.filter { !repeated.contains($0.index) }
    self.init(mark.map(\.line), among: all, keeping: others.map(\.line), on: paper, angle: nil)
  }

  /// - Parameter others: lines that hold nothing of the watermark, so that they must stay.
  private init?(
    _ mark: [Inked], among all: [Inked], keeping others: [Inked], on paper: PaperTones,
    angle: Double?
  ) {
    // Where it crosses print a line is darker.
    let light = mark.map(\.darkness).sorted()[mark.count / 8]
    let print = all.filter { $0.darkness > Self.leastRatio * light }
    let tones = print.map(\.darkness).sorted()
    // The palest print decides, since it has most to lose.
    let dark = tones.isEmpty ? Self.usualPrint : tones[tones.count / 4]
    guard dark - light >= Self.leastDifference else { return nil }
    self.paper = paper
    self.angle = angle
    lines = mark.map(\.slope.alongText)
    self.print = others.filter { $0.darkness > Self.leastRatio * light }.map(\.slope.box)
    pale = light + 0.15 * (dark - light)
    let heights = (print.isEmpty ? mark : print).map {
      min($0.slope.box.width, $0.slope.box.height)
    }
    margin = max(1, Int(heights.reduce(0, +) / Double(heights.count) / 20))
  }

  private static let cells = 24
  static let fewestLines = 3
  /// Between the darkness of print and that of the watermark.
  private static let leastRatio = 1.3
  /// How dark print is where none of it is known.
  private static let usualPrint = 0.8
  private static let leastDifference = 0.2

  private static func inked(
    _ slopes: [LineSlope], in picture: PixelBuffer, on paper: PaperTones
  ) -> [Inked] {
    slopes.compactMap { slope in
      picture.darkness(in: slope.box, on: paper).map { (slope: slope, darkness: $0) }
    }
  }

  /// Whether lines reach over much of the page: those of a stamp's ring stand in one place.
  private static func isWide(_ boxes: [TextBox], in picture: PixelBuffer) -> Bool {
    func reach(_ places: [Double], of size: Int) -> Bool {
      guard let first = places.min(), let last = places.max() else { return false }
      return last - first >= 0.3 * Double(size)
    }
    return reach(boxes.map(\.center.x), of: picture.width)
      || reach(boxes.map(\.center.y), of: picture.height)
  }

  /// The picture with all ink made paper that is no print and not beside print.
  func removed(from picture: PixelBuffer) -> PixelBuffer {
    paper.cleared(picture, below: pale, margin: margin)
  }
}

extension [Double] {
  /// The upper one of the two in the middle; `nil` for none.
  fileprivate var median: Double? { isEmpty ? nil : sorted()[count / 2] }
}
