internal import Model
internal import Recognition

/// The parts of a page on which single papers lie: side by side, one below the other, or small in a scene.
///
/// Papers are known from one another by what each of them has: a title in large print at its head, in its middle,
/// nothing printed across the space to the next, and a label that the next has as well. A form of one paper has such
/// spaces too, but one title and each label once.
struct PaperRegions {
  /// A part of the upright page, in its units.
  struct Region {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
  }

  private let text: PageText
  /// Of the upright page.
  private let size: Point
  private let all: [TextSegment]
  /// Where labels stand.
  private let labels: [FoundLabel]

  /// - Parameter materials: that were found on the page.
  init(of text: PageText, width: Double, height: Double, materials: [MaterialDefinition]) {
    self.text = text
    let search = LabelSearch(text: text)
    labels = Set(materials.flatMap(\.fields).flatMap(\.labels)).sorted().flatMap {
      search.places(of: $0, field: nil)
    }.filter { $0.strength >= 0.3 }
    size = Point(x: width, y: height)
    all = text.whole.filter { $0.range.count > 1 }
  }

  /// Each paper's part, where there are several papers or one that takes little of the page; else none.
  var parts: [Region] {
    let papers = cut(all, most: Self.mostPapers)
    let page = Region(left: 0, top: 0, right: size.x, bottom: size.y)
    guard papers.count < 2 else {
      let bounds = papers.map(bounds)
      return papers.indices.map { own in
        bounds.indices.reduce(region(of: papers[own])) { region, other in
          other == own ? region : region.beside(bounds[other], paper: bounds[own])
        }
      }
    }
    guard let only = papers.first, only.count >= Self.fewestLines else { return [] }
    let own = region(of: only)
    return own.area < Self.small * page.area ? [own] : []
  }

  /// A paper that takes less of the picture than this is looked at again by itself: its letters are small.
  private static let small = 0.4
  private static let (mostPapers, fewestLines) = (4, 5)
  /// A title is so many times as high as the usual line of its paper, at most so far down, and so near its middle.
  private static let (larger, head, middle) = (1.45, 0.4, 0.2)
  /// Around the text of a paper, in heights of its lines: its border, its stamp, a code.
  private static let margin = 4.0

  // MARK: Cutting

  private func cut(_ lines: [TextSegment], most: Int) -> [[TextSegment]] {
    guard most > 1, lines.count >= 2 * Self.fewestLines else { return [lines] }
    let ways: [(TextSegment) -> ClosedRange<Double>] = [
      { min($0.start, $0.end)...max($0.start, $0.end) },
      { ($0.v - 0.4 * $0.height)...($0.v + 0.4 * $0.height) },
    ]
    var cuts: [(width: Double, sides: [[TextSegment]])] = []
    for (way, span) in ways.enumerated() {
      for gap in gaps(lines.map(span)) {
        let sides = [
          lines.filter { span($0).upperBound <= gap.from },
          lines.filter { span($0).upperBound > gap.from },
        ]
        if sides.allSatisfy(isPaper), repeatsLabel(beyond: gap.from, way == 0, lines) {
          cuts.append((gap.width, sides))
        }
      }
    }
    guard let widest = cuts.max(by: { $0.width < $1.width }) else { return [lines] }
    return widest.sides.flatMap { cut($0, most: most - 1) }
  }

  /// The spaces that no line crosses, by where they begin.
  private func gaps(_ spans: [ClosedRange<Double>]) -> [(from: Double, width: Double)] {
    var gaps: [(from: Double, width: Double)] = []
    var end: Double?
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let end, span.lowerBound > end { gaps.append((end, span.lowerBound - end)) }
      end = max(end ?? span.upperBound, span.upperBound)  // allowed: the first
    }
    return gaps
  }

  /// Whether a label of one side of a cut stands on the other side too.
  private func repeatsLabel(beyond place: Double, _ isAcross: Bool, _ lines: [TextSegment]) -> Bool
  {
    let own = Set(lines.map(\.line))
    let inside = labels.filter { label in label.parts.keys.contains(where: own.contains) }
    let sides = Dictionary(grouping: inside) { (isAcross ? $0.start : $0.v) > place }
    let texts = [true, false].map { Set(sides[$0, default: []].map(\.text)) }
    return !texts[0].isDisjoint(with: texts[1])
  }

  private func isPaper(_ lines: [TextSegment]) -> Bool {
    guard lines.count >= Self.fewestLines, let left = lines.map(\.start).min(),
      let right = lines.map(\.end).max(), let top = lines.map(\.v).min(),
      let bottom = lines.map(\.v).max()
    else { return false }
    let heights = lines.map(\.height).sorted()
    return lines.contains { line in
      line.height > Self.larger * heights[heights.count / 2] && line.range.count >= 4
        && line.end - line.start > 2 * line.height
        && line.v - top < Self.head * (bottom - top)
        && abs((line.start + line.end) / 2 - (left + right) / 2) < Self.middle * (right - left)
    }
  }

  // MARK: Places on the page

  private func bounds(of lines: [TextSegment]) -> Region {
    let corners = lines.flatMap { text.lines[$0.line].box.quad.corners }
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else {
      return Region(left: 0, top: 0, right: size.x, bottom: size.y)
    }
    return Region(left: left, top: top, right: right, bottom: bottom)
  }

  private func region(of lines: [TextSegment]) -> Region {
    let heights = lines.map(\.height).sorted()
    let margin = Self.margin * heights[heights.count / 2]
    let own = bounds(of: lines)
    return Region(
      left: max(0, own.left - margin), top: max(0, own.top - margin),
      right: min(size.x, own.right + margin), bottom: min(size.y, own.bottom + margin))
  }
}

extension PaperRegions.Region {
  var area: Double { max(0, right - left) * max(0, bottom - top) }

  /// The region up to the middle of the space between its own text and another paper's.
  fileprivate func beside(_ other: Self, paper own: Self) -> Self {
    var region = self
    if other.left >= own.right { region.right = min(region.right, (own.right + other.left) / 2) }
    if other.right <= own.left { region.left = max(region.left, (own.left + other.right) / 2) }
    if other.top >= own.bottom { region.bottom = min(region.bottom, (own.bottom + other.top) / 2) }
    if other.bottom <= own.top { region.top = max(region.top, (own.top + other.bottom) / 2) }
    return region
  }
}
