internal import Model
internal import Native

/// The shapes and connectors of a slide or a drawing in a document; lengths in points.
struct OfficeShapes {
  var page = ShapePage()
  /// How far the end of a loose line may be from a box.
  static let reach = 4.0
  /// English metric units in a point.
  private static let unit = 12_700.0

  package mutating func read(_ root: XMLElement) { walk(root, AffineMap(), prefix: "") }

  /// Depth is bounded by libxml2.
  private mutating func walk(_ element: XMLElement, _ outer: AffineMap, prefix: String) {
    guard !page.isFull else { return }
    switch element.name {
    // What older programs should show instead.
    case "Fallback": return
    case "grpSp", "wgp":
      let inner = group(element, outer)
      for child in element.elements { walk(child, inner, prefix: prefix) }
    case "sp", "wsp":
      if isConnector(element) {
        addConnector(element, outer, prefix)
      } else {
        addShape(element, outer, prefix)
      }
    case "cxnSp": addConnector(element, outer, prefix)
    case "anchor", "inline":
      // Ids of shapes count within a drawing.
      let own = "\(page.shapes.count)-"
      let place = anchor(element)
      for child in element.elements {
        walk(child, outer.after(AffineMap(e: place.x, f: place.y)), prefix: own)
      }
    default:
      for child in element.elements { walk(child, outer, prefix: prefix) }
    }
  }

  private func isConnector(_ element: XMLElement) -> Bool {
    element.first("cNvCnPr") != nil
      || geometry(element).map { $0 == "line" || $0.contains("Connector") } == true
  }

  private func geometry(_ element: XMLElement) -> String? {
    element.first("spPr")?.first("prstGeom")?["prst"]
  }

  /// Where a drawing stands in a document's page, as far as it says.
  private func anchor(_ element: XMLElement) -> Point {
    func offset(_ name: String) -> Double {
      let text = element.first(name)?.first("posOffset")?.text
      return text.flatMap { Double($0) }.map { $0 / Self.unit } ?? 0  // allowed: at the margin
    }
    return Point(x: offset("positionH"), y: offset("positionV"))
  }

  private func group(_ element: XMLElement, _ outer: AffineMap) -> AffineMap {
    let frame = element.first("grpSpPr")?.first("xfrm")
    guard let frame, let place = frame.first("off"), let size = frame.first("ext"),
      let innerPlace = frame.first("chOff"), let innerSize = frame.first("chExt")
    else { return outer }
    let innerWidth = number(innerSize["cx"])
    let innerHeight = number(innerSize["cy"])
    let x = innerWidth > 0 ? number(size["cx"]) / innerWidth : 1
    let y = innerHeight > 0 ? number(size["cy"]) / innerHeight : 1
    return outer.after(
      AffineMap(
        a: x, d: y, e: number(place["x"]) - x * number(innerPlace["x"]),
        f: number(place["y"]) - y * number(innerPlace["y"])))
  }

  private func number(_ text: String?) -> Double {
    guard let text, let number = Double(text), number.isFinite, abs(number) < 1e12 else { return 0 }
    return number / Self.unit
  }

  private func frame(_ element: XMLElement) -> (box: ChartRectangle, flipsX: Bool, flipsY: Bool)? {
    guard let frame = element.first("spPr")?.first("xfrm"), let place = frame.first("off"),
      let size = frame.first("ext")
    else { return nil }
    func isSet(_ name: String) -> Bool { frame[name] == "1" || frame[name] == "true" }
    return (
      ChartRectangle(
        x: number(place["x"]), y: number(place["y"]), width: number(size["cx"]),
        height: number(size["cy"])),
      isSet("flipH"), isSet("flipV")
    )
  }

  private func identifier(_ element: XMLElement) -> String? {
    for name in ["nvSpPr", "nvCxnSpPr"] {
      if let id = element.first(name)?.first("cNvPr")?["id"] { return id }
    }
    return element.first("cNvPr")?["id"]
  }

  private mutating func addShape(_ element: XMLElement, _ outer: AffineMap, _ prefix: String) {
    let body = element.first("txBody") ?? element.first("txbx")
    let text = body.map(DrawingText.plain) ?? ""  // allowed: a shape without text
    guard !text.isEmpty, let frame = frame(element) else { return }
    page.shapes.append(
      ShapePage.Shape(
        box: outer(frame.box), text: text, id: identifier(element).map { prefix + $0 }))
  }

  private mutating func addConnector(_ element: XMLElement, _ outer: AffineMap, _ prefix: String) {
    let properties =
      element.first("nvCxnSpPr")?.first("cNvCxnSpPr") ?? element.first("cNvCnPr")
      ?? element.first("nvSpPr")?.first("cNvSpPr")
    if let from = properties?.first("stCxn")?["id"], let to = properties?.first("endCxn")?["id"] {
      page.links.append(ShapePage.Link(from: prefix + from, to: prefix + to))
      return
    }
    guard let frame = frame(element) else { return }
    let box = frame.box
    let left = frame.flipsX ? box.x + box.width : box.x
    let right = frame.flipsX ? box.x : box.x + box.width
    let top = frame.flipsY ? box.y + box.height : box.y
    let bottom = frame.flipsY ? box.y : box.y + box.height
    page.segments.append(
      ChartSegment(from: outer(Point(x: left, y: top)), to: outer(Point(x: right, y: bottom))))
  }
}
