package import Model
package import Native
package import Recognition

/// An organization chart in a picture of a page.
///
/// Text stands in white regions that lines close in: these are the boxes. What ink is left between boxes are the
/// connectors; the boxes that a connected piece of it touches belong together.
package struct PictureChart {
  private var lines: [PageLine]
  private let width: Int
  private let height: Int
  /// Height of the letters, in pixels.
  private let letter: Double

  /// A box and the texts in it.
  private struct Found {
    var region: Int
    var box: ChartRectangle
    package var lines: [Int] = []
  }

  private var found: [Found] = []
  private var nets: [[Int]] = []

  /// Boxes on one page; more is a drawing of something else.
  private static let boxLimit = 2_000

  /// - Parameters:
  ///   - picture: the upright page.
  ///   - lines: in its pixels.
  ///   - look: reads what no text was found in: places of lines to lines.
  /// - Returns: `nil` where there are no boxes with text that lines join.
  package init?(
    _ picture: PixelBuffer, lines: [PageLine], look: ([TextBox]) -> [PageLine] = { _ in [] }
  ) {
    let heights = lines.map(\.box.height).sorted()
    // The boxes of lines are up to twice as high as their letters, but hardly wider.
    let widths = lines.filter { $0.line.characters.count >= 2 }
      .map { $0.box.width / Double($0.line.characters.count) }.sorted()
    guard lines.count >= 2, !heights.isEmpty, !widths.isEmpty else { return nil }
    self.lines = lines
    width = picture.width
    height = picture.height
    letter = max(8, min(heights[heights.count / 2] * 0.7, widths[widths.count / 2]))
    let grey = picture.channels == 1 ? picture : picture.grey
    let reach = max(12, Int(letter))
    var ink = InkMask(grey, reach: reach)
    ink.thicken()
    for line in lines { ink.erase(core(of: line.box)) }
    let free = PixelRegions(ink.pixels, width: width, height: height, of: 0)
    find(in: free)
    // Fewer than two boxes with text are no chart, and looking closer costs time.
    guard found.count >= 2 else { return nil }
    lookCloser(in: free, look)
    guard found.count >= 2, found.count <= Self.boxLimit else { return nil }
    join(ink, grey, reach: reach)
    guard !nets.isEmpty else { return nil }
  }

  /// The letters alone: what reaches beyond them would take frames away.
  private func core(of box: TextBox) -> Quad {
    TextBox(
      center: box.center, width: max(2, box.width - box.height * 0.4),
      height: min(box.height * 0.78, letter * 0.85), angle: box.angle, score: box.score
    ).quad
  }

  private mutating func find(in free: PixelRegions) {
    var places: [Int: Int] = [:]
    regionsOf = free.labels
    for (index, line) in lines.enumerated() {
      guard let region = region(of: line.box, in: free) else { continue }
      if places[region] == nil {
        let size = free.regions[region]
        places[region] = found.count
        found.append(
          Found(
            region: region,
            box: ChartRectangle(
              x: Double(size.left), y: Double(size.top), width: Double(size.right - size.left + 1),
              height: Double(size.bottom - size.top + 1))))
      }
      if let place = places[region] { found[place].lines.append(index) }
    }
  }

  /// Closed boxes without text are read once more; those that stay without are boxes all the same, or their
  /// frames would pass for lines.
  private mutating func lookCloser(in free: PixelRegions, _ look: ([TextBox]) -> [PageLine]) {
    let known = Set(found.map(\.region))
    var places: [TextBox] = []
    for (region, size) in free.regions.enumerated() where !known.contains(region) {
      let across = Double(size.right - size.left + 1)
      let down = Double(size.bottom - size.top + 1)
      guard !isOpen(size), across >= letter * 1.8, down >= letter, down <= letter * 8,
        Double(size.count) >= across * down * 0.5, Double(size.count) >= letter * letter * 2,
        found.count < Self.boxLimit
      else { continue }
      found.append(
        Found(
          region: region,
          box: ChartRectangle(
            x: Double(size.left), y: Double(size.top), width: across, height: down)))
      let rows = max(1, Int((down / (letter * 1.5)).rounded(.down)))
      for row in 0..<rows {
        places.append(
          TextBox(
            center: Point(
              x: Double(size.left) + across / 2,
              y: Double(size.top) + down * (Double(row) + 0.5) / Double(rows)),
            width: across * 0.94, height: min(down / Double(rows), letter * 1.6), angle: 0, score: 1
          ))
      }
    }
    guard !places.isEmpty else { return }
    let owners = Dictionary(
      found.enumerated().map { ($0.element.region, $0.offset) }, uniquingKeysWith: { $1 })
    for line in look(places) where line.line.meanProbability > 0.5 {
      guard let region = region(of: line.box, in: free), let owner = owners[region] else {
        continue
      }
      found[owner].lines.append(lines.count)
      lines.append(line)
    }
  }

  /// Whether it is the page around the boxes, or what a frame around all of them holds.
  private func isOpen(_ size: PixelRegions.Region) -> Bool {
    if size.left == 0 || size.top == 0 || size.right == width - 1 || size.bottom == height - 1 {
      return true
    }
    // The box of a company in a chart of three may well cover an eighth of the page.
    return size.count * 8 >= width * height && Double(size.bottom - size.top) > letter * 12
  }

  private var regionsOf: [Int32] = []

  /// The closed region around a text; `nil` where it is open to the page.
  private func region(of box: TextBox, in free: PixelRegions) -> Int? {
    var votes: [Int: Int] = [:]
    let half = box.width / 2 * 0.9
    for step in -8...8 {
      let along = half * Double(step) / 8
      let x = Int(box.center.x + along * Self.cosine(box.angle))
      let y = Int(box.center.y + along * box.angle)
      guard x >= 0, y >= 0, x < width, y < height else { continue }
      let label = Int(free.labels[y * width + x])
      if label >= 0 { votes[label, default: 0] += 1 }
    }
    let best = votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    guard let region = best?.key else { return nil }
    guard !isOpen(free.regions[region]) else { return nil }
    return region
  }

  /// Lines are nearly level.
  private static func cosine(_ angle: Double) -> Double { 1 - angle * angle / 2 }

  /// Grows each box over its frame; what ink is left joins the boxes it touches.
  private mutating func join(_ ink: InkMask, _ grey: PixelBuffer, reach: Int) {
    var owners = [Int32](repeating: -1, count: width * height)
    var boxOf = [Int: Int32]()
    for (index, item) in found.enumerated() { boxOf[item.region] = Int32(index) }
    var front: [Int] = []
    for place in regionsOf.indices {
      let region = Int(regionsOf[place])
      guard region >= 0, let box = boxOf[region] else { continue }
      owners[place] = box
      front.append(place)
    }
    for (index, item) in found.enumerated() {
      let columns = Int(item.box.x)...Int(item.box.x + item.box.width) - 1
      let rows = Int(item.box.y)...Int(item.box.y + item.box.height) - 1
      let box = FilledBox(
        region: item.region, columns: columns, rows: rows, regions: regionsOf)
      for place in box.edge(in: grey, ink, reach: reach, shadow: Int(letter / 2))
      where owners[place] < 0 {
        owners[place] = Int32(index)
        front.append(place)
      }
    }
    // The frame is a few pixels of ink; beyond it a little of anything.
    let frame = max(5, Int(letter / 3))
    for step in 0..<(frame + 3) {
      var next: [Int] = []
      for place in front {
        let x = place % width
        for (neighbour, isInside) in [
          (place - 1, x > 0), (place + 1, x + 1 < width), (place - width, place >= width),
          (place + width, place + width < owners.count),
        ] where isInside && owners[neighbour] < 0 {
          guard step >= frame || ink.pixels[neighbour] == 1 else { continue }
          owners[neighbour] = owners[place]
          next.append(neighbour)
        }
      }
      front = next
    }
    var rest = ink.pixels
    for place in rest.indices where owners[place] >= 0 { rest[place] = 0 }
    let pieces = PixelRegions(rest, width: width, height: height, of: 1)
    var touched = [Set<Int>](repeating: [], count: pieces.regions.count)
    for place in pieces.labels.indices {
      let piece = Int(pieces.labels[place])
      guard piece >= 0 else { continue }
      let x = place % width
      if x > 0, owners[place - 1] >= 0 { touched[piece].insert(Int(owners[place - 1])) }
      if x + 1 < width, owners[place + 1] >= 0 { touched[piece].insert(Int(owners[place + 1])) }
      if place >= width, owners[place - width] >= 0 {
        touched[piece].insert(Int(owners[place - width]))
      }
      if place + width < owners.count, owners[place + width] >= 0 {
        touched[piece].insert(Int(owners[place + width]))
      }
    }
    nets = touched.filter { $0.count >= 2 }.map { $0.sorted() }
  }

  /// Returns the chart, with places in the units of evidence.
  package func draft(page: Int, toEvidence: (Point) -> Point) -> HierarchyDraft {
    var draft = HierarchyDraft()
    for item in found {
      let texts = Self.rows(item.lines.map { lines[$0] })
      let sureness = item.lines.flatMap { lines[$0].line.characters.map(\.probability) }.min()
      draft.add(
        texts.joined(separator: "\n"),
        confidence: Double(sureness ?? 0),  // allowed: a box without letters is not sure
        place: Hierarchy.Place(page: page, box: item.box.quad.map(toEvidence)))
    }
    ChartLines(boxes: found.map(\.box), nets: nets).link(in: &draft, confidence: 0.98)
    return draft
  }

  /// Texts from top to bottom; pieces of one row joined.
  private static func rows(_ lines: [PageLine]) -> [String] {
    var rows: [[PageLine]] = []
    for line in lines.sorted(by: { $0.box.center.y < $1.box.center.y }) {
      if let last = rows.last?.last,
        abs(last.box.center.y - line.box.center.y) < line.box.height * 0.4
      {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.map { row in
      row.sorted { $0.box.center.x < $1.box.center.x }.map(\.line.text).joined()
    }
  }
}
