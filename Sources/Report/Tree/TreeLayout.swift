internal import Model

/// Where the boxes of a drawn hierarchy stand: leaves beside each other, parents above the middle of theirs.
struct TreeLayout {
  struct Box: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  /// One a node.
  private(set) var boxes: [Box]
  private(set) var width: Double
  private(set) var height: Double

  init(
    _ hierarchy: Hierarchy, boxWidth: Double = 120, boxHeight: Double = 44, gap: Double = 20,
    levelGap: Double = 40
  ) {
    let children = hierarchy.children
    let count = hierarchy.nodes.count
    var depths = [Int](repeating: 0, count: count)
    for (index, node) in hierarchy.nodes.enumerated() {
      if let parent = node.parent { depths[index] = depths[parent] + 1 }
    }
    // Nodes stand subtree by subtree, so leaves are met from left to right.
    var centers = [Double](repeating: 0, count: count)
    var next = 0.0
    for index in 0..<count where children[index].isEmpty {
      centers[index] = next + boxWidth / 2
      next += boxWidth + gap
    }
    for index in (0..<count).reversed() {
      guard let first = children[index].first, let last = children[index].last else { continue }
      centers[index] = (centers[first] + centers[last]) / 2
    }
    boxes = (0..<count).map { index in
      Box(
        x: centers[index] - boxWidth / 2, y: Double(depths[index]) * (boxHeight + levelGap),
        width: boxWidth, height: boxHeight)
    }
    width = max(0, next - gap)
    height = boxes.reduce(0) { max($0, $1.y + $1.height) }
  }
}
