internal import Model
internal import Recognition

/// A straight piece of a line on a page.
struct ChartSegment: Hashable {
  var from: Point
  var to: Point

  /// How far a point is from it.
  func distance(to point: Point) -> Double {
    let dx = to.x - from.x
    let dy = to.y - from.y
    let length = dx * dx + dy * dy
    let along =
      length == 0 ? 0 : max(0, min(1, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length))
    let x = from.x + along * dx - point.x
    let y = from.y + along * dy - point.y
    return (x * x + y * y).squareRoot()
  }
}

/// Finds which boxes lines join, and which of them stands above, by geometry alone.
///
/// Pieces that touch are one net; a net joins the boxes that its loose ends reach. From the top of the chart
/// down, the box that is met first stands above the others of its net.
struct ChartLines {
  /// Boxes that one net of lines joins.
  private(set) var nets: [[Int]] = []
  /// Nets that reach fewer than two boxes.
  private(set) var looseNets = 0
  private let boxes: [ChartRectangle]

  /// - Parameter reach: how far an end may be from what it touches.
  init(boxes: [ChartRectangle], segments: [ChartSegment], reach: Double) {
    self.boxes = boxes
    join(segments, reach: reach)
  }

  /// - Parameter nets: as found in a picture.
  init(boxes: [ChartRectangle], nets: [[Int]]) {
    self.boxes = boxes
    self.nets = nets
  }

  /// Adds the nets to a draft whose boxes are in the same order.
  func link(in draft: inout HierarchyDraft, confidence: Double = 1) {
    var netsOf = [[Int]](repeating: [], count: boxes.count)
    for (net, members) in nets.enumerated() { for box in members { netsOf[box].append(net) } }
    var isSeen = [Bool](repeating: false, count: boxes.count)
    var isUsed = [Bool](repeating: false, count: nets.count)
    for start in tops(in: draft) where !isSeen[start] {
      isSeen[start] = true
      var queue = [start]
      var at = 0
      while at < queue.count {
        let above = queue[at]
        at += 1
        for net in netsOf[above] where !isUsed[net] {
          isUsed[net] = true
          for below in nets[net] where below != above {
            draft.link(above, below, confidence: confidence)
            guard !isSeen[below] else { continue }
            isSeen[below] = true
            queue.append(below)
          }
        }
      }
    }
  }

  /// Companies first, then from the top of the page down.
  private func tops(in draft: HierarchyDraft) -> [Int] {
    boxes.indices.sorted { left, right in
      let first = (draft.boxes[left].label?.kind == .company ? 0 : 1, boxes[left].y, boxes[left].x)
      let second = (
        draft.boxes[right].label?.kind == .company ? 0 : 1, boxes[right].y, boxes[right].x
      )
      return first < second
    }
  }

  private mutating func join(_ segments: [ChartSegment], reach: Double) {
    var sets = DisjointSets(count: segments.count)
    var reached = [Set<Int>](repeating: [], count: segments.count)
    var grid = SegmentGrid(cell: max(reach * 8, 24))
    for (index, segment) in segments.enumerated() { grid.add(segment, index) }
    let boxGrid = SegmentGrid(boxes: boxes, cell: max(reach * 8, 24), margin: reach)
    for (index, segment) in segments.enumerated() {
      for end in [segment.from, segment.to] {
        let touched = boxGrid.near(end).filter { boxes[$0].distance(to: end) <= reach }
          .min { (boxes[$0].distance(to: end), area($0)) < (boxes[$1].distance(to: end), area($1)) }
        if let touched {
          // Lines that leave a box at one point are not joined there: each has its own net.
          reached[index].insert(touched)
          continue
        }
        for other in grid.near(end) where other != index {
          if segments[other].distance(to: end) <= reach { sets.join(index, other) }
        }
      }
    }
    var members: [Int: Set<Int>] = [:]
    for index in segments.indices {
      members[sets.root(of: index), default: []].formUnion(reached[index])
    }
    for root in members.keys.sorted() {
      let net = members[root, default: []].sorted()
      if net.count >= 2 { nets.append(net) } else { looseNets += 1 }
    }
  }

  private func area(_ box: Int) -> Double { boxes[box].width * boxes[box].height }
}

/// Finds what lies near a point without looking at everything.
struct SegmentGrid {
  private struct Cell: Hashable {
    let x: Int
    let y: Int
  }

  private let cell: Double
  private var cells: [Cell: [Int]] = [:]
  /// What would fill too many cells is looked at always.
  private var large: [Int] = []

  init(cell: Double) { self.cell = cell }

  init(boxes: [ChartRectangle], cell: Double, margin: Double) {
    self.init(cell: cell)
    for (index, box) in boxes.enumerated() {
      add(
        index, box.x - margin, box.y - margin, box.x + box.width + margin,
        box.y + box.height + margin)
    }
  }

  mutating func add(_ segment: ChartSegment, _ index: Int) {
    add(
      index, min(segment.from.x, segment.to.x) - cell / 4,
      min(segment.from.y, segment.to.y) - cell / 4,
      max(segment.from.x, segment.to.x) + cell / 4, max(segment.from.y, segment.to.y) + cell / 4)
  }

  private mutating func add(_ index: Int, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    guard let columns = span(x1, x2), let rows = span(y1, y2),
      columns.count * rows.count <= 4_000
    else { return large.append(index) }
    for x in columns { for y in rows { cells[Cell(x: x, y: y), default: []].append(index) } }
  }

  private func span(_ low: Double, _ high: Double) -> ClosedRange<Int>? {
    guard low.isFinite, high.isFinite, abs(low) < 1e9, abs(high) < 1e9, low <= high else {
      return nil
    }
    return Int((low / cell).rounded(.down))...Int((high / cell).rounded(.down))
  }

  func near(_ point: Point) -> [Int] {
    guard let x = span(point.x, point.x)?.lowerBound, let y = span(point.y, point.y)?.lowerBound
    else {
      return large
    }
    return cells[Cell(x: x, y: y), default: []] + large
  }
}
