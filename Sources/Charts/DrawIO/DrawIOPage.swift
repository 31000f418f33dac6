internal import Model
internal import Native
internal import Tables

/// The boxes and edges of one draw.io page.
struct DrawIOPage {
  package private(set) var draft = HierarchyDraft()
  private(set) var size = PageSize(width: 0, height: 0, unit: .pixels)

  private struct Cell {
    let id: String
    let parent: String
    let label: String
    let style: String
    let source: String?
    let target: String?
    let isEdge: Bool
    let isVertex: Bool
    let geometry: XMLElement?
  }

  private var cells: [Cell] = []
  private var places: [String: Int] = [:]
  private let number: Int

  /// - Parameter number: 0-based page.
  init(_ graph: XMLElement, number: Int) {
    self.number = number
    // allowed: a page without cells has none
    for element in graph.first("root").map(\.elements) ?? [] {
      guard let cell = Self.cell(element), places[cell.id] == nil else { continue }
      places[cell.id] = cells.count
      cells.append(cell)
    }
    build()
  }

  /// `mxCell`, or `object` and `UserObject` that hold the id and label of the cell in them.
  private static func cell(_ element: XMLElement) -> Cell? {
    let inner = element.name == "mxCell" ? element : element.first("mxCell")
    guard let inner, let id = element["id"] ?? inner["id"] else { return nil }
    let label = element["label"] ?? inner["value"]
    return Cell(
      // allowed: none given
      id: id, parent: inner["parent"] ?? "", label: label.map(MarkupText.plain) ?? "",
      // allowed: none given
      style: inner["style"] ?? "", source: inner["source"], target: inner["target"],
      isEdge: inner["edge"] == "1", isVertex: inner["vertex"] == "1",
      geometry: inner.first("mxGeometry"))
  }

  private mutating func build() {
    let boxes = cells.indices.filter { cells[$0].isVertex && !isOnEdge(cells[$0]) }
    let rectangles = boxes.map { rectangle(of: $0) }
    var owners = [Int: Int]()
    let lines = cells.indices.filter { cells[$0].isEdge }
    let linked = Set(
      lines.flatMap { [cells[$0].source, cells[$0].target] }.compactMap { id in
        id.flatMap { places[$0] }
      })
    var added: [Int] = []
    for (offset, cell) in boxes.enumerated()
    where !cells[cell].label.isEmpty || linked.contains(cell) {
      let parts = textParts(of: cell, among: boxes, linked: linked)
      let label = ([cells[cell].label] + parts.map { cells[$0].label }).filter { !$0.isEmpty }
        .joined(separator: "\n")
      if owners[cell] != nil { continue }
      let box = rectangles[offset]
      let index = draft.add(
        label,
        place: Hierarchy.Place(page: number, shape: cells[cell].id, box: box?.quad))
      owners[cell] = index
      added.append(cell)
      for part in parts { owners[part] = index }
      // allowed: a box without place
      size.width = max(size.width, box.map { $0.x + $0.width } ?? 0)
      size.height = max(size.height, box.map { $0.y + $0.height } ?? 0)  // allowed: as above
    }
    let targets = added.compactMap { cell in
      boxes.firstIndex(of: cell).flatMap { rectangles[$0] }.map { (owners[cell], $0) }
    }
    var loose = 0
    for line in lines { loose += link(cells[line], owners, targets) ? 0 : 1 }
    if loose > 0 { draft.defects.append(HierarchyDefect(.unreadable, ["\(loose) links"])) }
    nest(added, owners, linked)
  }

  /// Labels of edges are cells in cells that are edges.
  private func isOnEdge(_ cell: Cell) -> Bool {
    cell.style.contains("edgeLabel") || places[cell.parent].map { cells[$0].isEdge } == true
  }

  /// Texts in a box without edges of their own: the person below the department's name.
  private func textParts(of cell: Int, among boxes: [Int], linked: Set<Int>) -> [Int] {
    let inside = boxes.filter { cells[$0].parent == cells[cell].id && !linked.contains($0) }
    guard linked.contains(cell), !inside.isEmpty,
      inside.allSatisfy({ cells[$0].style.hasPrefix("text;") || cells[$0].style == "text" })
    else { return [] }
    return inside
  }

  /// - Returns: whether both ends were found.
  private mutating func link(
    _ edge: Cell, _ owners: [Int: Int], _ targets: [(Int?, ChartRectangle)]
  ) -> Bool {
    func end(_ id: String?, _ role: String) -> Int? {
      if let id, let cell = places[id] {
        // An edge to a group goes to the box that holds it.
        return owners[cell]
      }
      let points = edge.geometry?.elements("mxPoint")
      guard let point = points?.first(where: { $0["as"] == role }) else { return nil }
      let origin = origin(of: edge.parent)
      let place = Point(
        x: origin.x + Self.number(point["x"]), y: origin.y + Self.number(point["y"]))
      return ChartRectangle.nearest(to: place, among: targets, within: 12)
    }
    guard let from = end(edge.source, "sourcePoint"), let to = end(edge.target, "targetPoint")
    else {
      return false
    }
    let isBackwards =
      edge.style.contains("endArrow=none") && edge.style.contains("startArrow=")
      && !edge.style.contains("startArrow=none")
    if isBackwards { draft.link(to, from) } else { draft.link(from, to) }
    return true
  }

  /// A box in a labelled box, without edges, stands below it.
  private mutating func nest(_ added: [Int], _ owners: [Int: Int], _ linked: Set<Int>) {
    for cell in added where !linked.contains(cell) {
      var above = places[cells[cell].parent]
      var steps = 0
      while let container = above, steps < 200 {
        if let owner = owners[container], let own = owners[cell], owner != own {
          draft.link(owner, own)
          break
        }
        above = places[cells[container].parent]
        steps += 1
      }
    }
  }

  private func rectangle(of cell: Int) -> ChartRectangle? {
    guard let geometry = cells[cell].geometry else { return nil }
    let origin = origin(of: cells[cell].parent)
    return ChartRectangle(
      x: origin.x + Self.number(geometry["x"]), y: origin.y + Self.number(geometry["y"]),
      width: Self.number(geometry["width"]), height: Self.number(geometry["height"]))
  }

  /// Places are relative to the cell around.
  private func origin(of id: String) -> Point {
    var point = Point(x: 0, y: 0)
    var next = places[id]
    var steps = 0
    while let cell = next, steps < 200 {
      if cells[cell].isVertex, let geometry = cells[cell].geometry {
        point.x += Self.number(geometry["x"])
        point.y += Self.number(geometry["y"])
      }
      next = places[cells[cell].parent]
      steps += 1
    }
    return point
  }

  private static func number(_ text: String?) -> Double {
    guard let text, let number = Double(text), number.isFinite, abs(number) < 1e7 else { return 0 }
    return number
  }
}
