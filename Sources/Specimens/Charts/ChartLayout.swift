/// Where boxes stand and how lines run, in units of about a pixel.
struct ChartLayout {
  struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  enum Style: String, CaseIterable, Codable {
    /// The company on top, lines over a common bar.
    case down
    /// The company at the left.
    case right
    /// The company on top, straight lines.
    case slanted
  }

  let style: Style
  private(set) var boxes: [Box] = []
  /// Of each line x and y of its corners in turn.
  private(set) var lines: [[Double]] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  static let textSize = 20.0

  init(_ tree: ChartTree, style: Style) {
    self.style = style
    let children = tree.children
    let depths = tree.depths
    let widths = tree.nodes.indices.map { index in
      tree.lines(of: index).map { Double($0.count) * Self.textSize }.max().map { $0 + 28 } ?? 80
    }
    let heights = tree.nodes.indices.map { Double(tree.lines(of: $0).count) * 27 + 16 }
    let levels = depths.max() ?? 1
    let isRight = style == .right
    // Room of each level along the way down.
    let rooms = (1...levels).map { level in
      tree.nodes.indices.filter { depths[$0] == level }
        .map { isRight ? widths[$0] : heights[$0] }.max() ?? 0
    }
    var starts: [Double] = []
    var next = 30.0
    for room in rooms {
      starts.append(next)
      next += room + (isRight ? 60 : 56)
    }
    let across = (isRight ? heights : widths)
    var centers = [Double](repeating: 0, count: tree.nodes.count)
    var place = 30.0
    func placed(_ index: Int) {
      for child in children[index] { placed(child) }
      if let first = children[index].first, let last = children[index].last {
        centers[index] = (centers[first] + centers[last]) / 2
        let end = centers[index] + across[index] / 2 + 22
        // A parent wider than its children pushes what follows.
        if end > place { place = end }
        let start = centers[index] - across[index] / 2
        if start < ends[depths[index] - 1] {
          shift(index, by: ends[depths[index] - 1] - start)
        }
      } else {
        centers[index] = max(place, ends[depths[index] - 1]) + across[index] / 2
        place = centers[index] + across[index] / 2 + (isRight ? 14 : 22)
      }
      ends[depths[index] - 1] = centers[index] + across[index] / 2 + (isRight ? 14 : 22)
    }
    func shift(_ index: Int, by distance: Double) {
      centers[index] += distance
      ends[depths[index] - 1] = centers[index] + across[index] / 2 + (isRight ? 14 : 22)
      place = max(place, ends[depths[index] - 1])
      for child in children[index] { shift(child, by: distance) }
    }
    var ends = [Double](repeating: 30, count: levels)
    placed(0)
    for index in tree.nodes.indices {
      let along = starts[depths[index] - 1]
      boxes.append(
        isRight
          ? Box(
            x: along, y: centers[index] - heights[index] / 2, width: widths[index],
            height: heights[index])
          : Box(
            x: centers[index] - widths[index] / 2, y: along, width: widths[index],
            height: heights[index]))
    }
    width = (boxes.map { $0.x + $0.width }.max() ?? 0) + 30
    height = (boxes.map { $0.y + $0.height }.max() ?? 0) + 30
    for (index, node) in tree.nodes.enumerated() {
      guard let parent = node.parent else { continue }
      lines.append(line(from: boxes[parent], to: boxes[index], bar: starts[depths[index] - 1]))
    }
  }

  private func line(from: Box, to: Box, bar: Double) -> [Double] {
    switch style {
    case .down:
      let middle = bar - 26
      let (x1, x2) = (from.x + from.width / 2, to.x + to.width / 2)
      return [x1, from.y + from.height, x1, middle, x2, middle, x2, to.y]
    case .right:
      let middle = bar - 30
      let (y1, y2) = (from.y + from.height / 2, to.y + to.height / 2)
      return [from.x + from.width, y1, middle, y1, middle, y2, to.x, y2]
    case .slanted:
      return [from.x + from.width / 2, from.y + from.height, to.x + to.width / 2, to.y]
    }
  }
}
