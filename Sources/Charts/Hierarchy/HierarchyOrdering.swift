internal import Model

/// Lays a draft's boxes out as a hierarchy: parents first, and what stands in no tree said to be so.
struct HierarchyOrdering {
  let boxes: [HierarchyDraft.Box]
  let parents: [HierarchyOrientation.Parent?]
  let links: [HierarchyDraft.Link]

  /// Levels beyond this are not a chart's; walks over them would take the square of the nodes.
  private static let depthLimit = 200

  package func hierarchy(defects: [HierarchyDefect]) -> Hierarchy {
    var children = [[Int]](repeating: [], count: boxes.count)
    for (index, parent) in parents.enumerated() {
      if let parent { children[parent.index].append(index) }
    }
    let isLinked = links.reduce(into: [Bool](repeating: false, count: boxes.count)) {
      linked, link in
      linked[link.from] = true
      linked[link.to] = true
    }
    let roots = boxes.indices.filter { parents[$0] == nil && keeps($0, isLinked) }
    var result = Hierarchy(nodes: [], defects: defects)
    var unreadable = 0
    var isDeep = false
    var stack = roots.reversed().map { (box: $0, parent: Int?.none, level: 1) }
    while let (box, parent, level) = stack.popLast() {
      var below = parent
      if let label = boxes[box].label {
        let confidence = boxes[box].confidence * (parents[box]?.confidence ?? 1)
        result.nodes.append(
          Hierarchy.Node(
            name: label.name, kind: label.kind, title: label.title, person: label.person,
            parent: parent, confidence: (confidence * 1000).rounded() / 1000,
            place: boxes[box].place))
        below = result.nodes.count - 1
      } else if !boxes[box].isContactDetail {
        // What stands below a box without text goes to the box above.
        unreadable += 1
      }
      guard level < Self.depthLimit else {
        isDeep = isDeep || !children[box].isEmpty
        continue
      }
      for child in children[box].reversed() { stack.append((child, below, level + 1)) }
    }
    if unreadable > 0 { result.defects.append(HierarchyDefect(.unreadable, [String(unreadable)])) }
    if isDeep { result.defects.append(HierarchyDefect(.tooLarge, [String(Self.depthLimit)])) }
    result.defects += rootDefects(of: result) + duplicates(in: result)
    return result
  }

  /// Boxes that stand alone beside a chart: its title, date and legend are no part of it.
  private func keeps(_ index: Int, _ isLinked: [Bool]) -> Bool {
    guard !isLinked[index], !links.isEmpty else { return true }
    guard let label = boxes[index].label else { return false }
    return !Self.remarks.contains { label.name.contains($0) } && label.name.count <= 30
  }

  private static let remarks = [
    "架构图", "结构图", "组织图", "图例", "日期", "版本", "编制", "制表", "更新", "审批", "说明", "备注", "单位：", "盖章", "年月",
    "注：",
  ]

  private func rootDefects(of hierarchy: Hierarchy) -> [HierarchyDefect] {
    let roots = hierarchy.roots
    guard roots.count > 1 else { return [] }
    let hasChildren = Set(hierarchy.nodes.compactMap(\.parent))
    let orphans = roots.filter { !hasChildren.contains($0) }
    let heads = roots.filter(hasChildren.contains)
    func names(_ indices: [Int]) -> [String] {
      indices.prefix(20).map { index in
        HierarchyDefect.shown(hierarchy.nodes[index].name, hierarchy.nodes[index].kind)
      }
    }
    if heads.isEmpty { return [HierarchyDefect(.severalRoots, names(roots))] }
    return (heads.count > 1 ? [HierarchyDefect(.severalRoots, names(heads))] : [])
      + (orphans.isEmpty ? [] : [HierarchyDefect(.orphan, names(orphans))])
  }

  private func duplicates(in hierarchy: Hierarchy) -> [HierarchyDefect] {
    struct Sibling: Hashable {
      let parent: Int?
      let name: String
    }
    var seen: Set<Sibling> = []
    var twice: [String] = []
    for node in hierarchy.nodes where node.kind == .department || node.kind == .company {
      let isNew = seen.insert(Sibling(parent: node.parent, name: node.name)).inserted
      if !isNew, twice.count < 20 { twice.append(node.name) }
    }
    return twice.isEmpty ? [] : [HierarchyDefect(.duplicateSiblings, twice)]
  }
}
