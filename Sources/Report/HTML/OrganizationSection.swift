internal import Model

extension ReportSection {
  /// The chart as a tree beside the back office's, departments that differ marked.
  static func organization(_ context: ReportContext) throws -> ReportSection? {
    let figures = [MaterialKind.orgChart, .contacts].flatMap { kind in
      context.report.extractions.flatMap { extraction in
        extraction.documents.filter { $0.kind == kind }.compactMap { document in
          document.hierarchy.flatMap { hierarchy in
            OrganizationFigure(
              hierarchy, file: extraction.file, kind: kind,
              differing: OrganizationFigure.differing(in: context, kind: kind), context)
          }
        }
      }
    }
    guard !figures.isEmpty else { return nil }
    return ReportSection(
      id: "organization", title: context.pick("组织架构", "Organization"), isFolded: false,
      body: figures.map(\.html).joined(separator: "\n"))
  }
}

/// One hierarchy drawn from left to right, without scripts.
struct OrganizationFigure {
  let html: String

  private static let nodeLimit = 400
  private static let boxWidth = 168.0
  private static let boxHeight = 34.0

  /// - Returns: `nil` where there is nothing to draw.
  init?(
    _ hierarchy: Hierarchy, file: String, kind: MaterialKind, differing: Set<String>,
    _ context: ReportContext
  ) {
    guard !hierarchy.nodes.isEmpty else { return nil }
    // Parents stand before their children, so any beginning is a tree of its own.
    let shown = ShownTree(
      Hierarchy(nodes: Array(hierarchy.nodes.prefix(Self.nodeLimit))), options: context.options)
    let layout = TreeLayout(
      shown.hierarchy, boxWidth: Self.boxHeight, boxHeight: Self.boxWidth, gap: 8, levelGap: 36)
    let paths = hierarchy.paths
    var parts: [String] = []
    for (index, node) in shown.hierarchy.nodes.enumerated() {
      guard let parent = node.parent else { continue }
      parts.append(Self.link(layout.boxes[parent], layout.boxes[index]))
    }
    for index in shown.hierarchy.nodes.indices {
      let isDepartment =
        shown.hierarchy.nodes[index].kind == .department
        || shown.hierarchy.nodes[index].kind == .company
      let differs =
        isDepartment
        && differing.contains { paths[index] == $0 || paths[index].hasSuffix("/" + $0) }
      parts.append(Self.box(layout.boxes[index], shown.lines(of: index), differs: differs))
    }
    let title = "\(context.name(of: kind))：\(file)"
    let size = (layout.height + 2, layout.width + 2)
    let left = hierarchy.nodes.count - shown.hierarchy.nodes.count
    let more =
      left > 0
      ? "<p class=\"soft small\">"
        + XML.escaped(context.pick("另有 \(left) 项未画出。", "\(left) more are not drawn.")) + "</p>" : ""
    html =
      "<figure class=\"tree\"><figcaption>\(XML.escaped(title))</figcaption>"
      + "<svg\(XML.attributes([("viewBox", "-1 -1 \(JSON.numberText(size.0)) \(JSON.numberText(size.1))"), ("width", JSON.numberText(size.0)), ("role", "img"), ("aria-label", title)]))>"
      + parts.joined() + "</svg>\(more)</figure>"
  }

  /// The paths that the comparison names, on this side.
  static func differing(in context: ReportContext, kind: MaterialKind) -> Set<String> {
    func texts(_ key: String) -> [String] {
      guard case .list(let values) = context.report.factSet.facts[key]?.value else { return [] }
      return values.compactMap(\.string)
    }
    let isChart = kind == .orgChart
    let pairs = (texts("org.renamed") + texts("org.moved")).compactMap { text in
      let sides = text.split(separator: " → ")
      return (isChart ? sides.first : sides.last).map(String.init)
    }
    return Set(
      pairs + texts(isChart ? "org.only_in_chart" : "org.only_in_contacts")
        + texts("org.heads_differ"))
  }

  /// Layouts run from top to bottom; figures from left to right.
  private static func link(_ from: TreeLayout.Box, _ to: TreeLayout.Box) -> String {
    let x1 = from.y + from.height
    let middle = (x1 + to.y) / 2
    let (y1, y2) = (from.x + from.width / 2, to.x + to.width / 2)
    let points = [(x1, y1), (middle, y1), (middle, y2), (to.y, y2)]
      .map { "\(JSON.numberText($0.0)),\(JSON.numberText($0.1))" }.joined(separator: " ")
    return "<polyline points=\"\(points)\" fill=\"none\" stroke=\"#8a94a3\"/>"
  }

  private static func box(
    _ box: TreeLayout.Box, _ lines: [String], differs: Bool
  ) -> String {
    let frame = XML.attributes([
      ("x", JSON.numberText(box.y)), ("y", JSON.numberText(box.x)),
      ("width", JSON.numberText(box.height)), ("height", JSON.numberText(box.width)), ("rx", "4"),
      ("fill", differs ? "#fdecea" : "#ffffff"), ("stroke", differs ? "#b3261e" : "#8a94a3"),
      ("stroke-width", differs ? "2" : "1"),
    ])
    let step = 15.0
    let shown = lines.prefix(2)
    let first = box.x + box.width / 2 + 4.5 - step / 2 * Double(shown.count - 1)
    let texts = shown.enumerated().map { number, line in
      let place = XML.attributes([
        ("x", JSON.numberText(box.y + 8)), ("y", JSON.numberText(first + step * Double(number))),
        ("font-size", number == 0 ? "13" : "11"), ("fill", "#1b2430"),
      ])
      let cut = line.count > 14 ? String(line.prefix(13)) + "…" : line
      return "<text\(place)>\(differs && number == 0 ? "≠ " : "")\(XML.escaped(cut))</text>"
    }
    // The whole text on hovering, and for those who listen.
    return "<g><title>\(XML.escaped(lines.joined(separator: " · ")))</title><rect\(frame)/>"
      + texts.joined() + "</g>"
  }
}
