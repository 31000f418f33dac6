internal import Model
internal import Native

/// Visio drawings (VSDX): shapes, glued connectors, and the shape data of organization charts.
enum VisioChart {
  package static func read(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    let parts = try ArchiveReader.chartParts(in: bytes) {
      $0.hasPrefix("visio/pages/page") && $0.hasSuffix(".xml")
    }
    var pages = ChartPages()
    let paths = parts.keys.filter { $0 != "visio/pages/pages.xml" }
      .sorted { ($0.count, $0) < ($1.count, $1) }
    for (number, path) in paths.enumerated() {
      var reader = VisioPage()
      reader.read(try XMLDocument.chart(parts[path] ?? []))  // allowed: is there
      // Lengths are in inches.
      pages.add(reader.page.draft(number: number, reach: 0.06))
    }
    guard !paths.isEmpty else { throw .noChart }
    let draft = pages.joined
    guard !draft.boxes.isEmpty else { throw .noChart }
    return ChartReading(draft)
  }
}

/// One page; Visio's y points up.
private struct VisioPage {
  var page = ShapePage()

  package mutating func read(_ root: XMLElement) {
    var begins: [String: String] = [:]
    var ends: [String: String] = [:]
    // allowed: none is glued
    for connect in root.first("Connects").map({ $0.elements("Connect") }) ?? [] {
      guard let line = connect["FromSheet"], let box = connect["ToSheet"] else { continue }
      switch connect["FromCell"] {
      case "BeginX", "BeginY": begins[line] = box
      case "EndX", "EndY": ends[line] = box
      default: break
      }
    }
    let lines = Set(begins.keys).union(ends.keys)
    if let shapes = root.first("Shapes") {
      add(
        shapes, AffineMap(a: 1, d: -1), lines: lines,
        joined: Set(begins.keys).intersection(ends.keys))
    }
    for line in lines.sorted(by: { ($0.count, $0) < ($1.count, $1) }) {
      if let from = begins[line], let to = ends[line] {
        page.links.append(ShapePage.Link(from: owner[from] ?? from, to: owner[to] ?? to))
      }
    }
  }

  /// Which labelled shape stands for a part of it.
  private var owner: [String: String] = [:]

  private mutating func add(
    _ shapes: XMLElement, _ outer: AffineMap, lines: Set<String>, joined: Set<String>
  ) {
    for shape in shapes.elements("Shape") where !page.isFull {
      guard let id = shape["ID"] else { continue }
      let cells = cells(of: shape)
      if lines.contains(id) || cells["BeginX"] != nil {
        if !joined.contains(id) { addLine(cells, outer) }
        continue
      }
      let box = box(cells)
      let inner = shape.first("Shapes")
      let label = label(of: shape)
      // An organization chart's shape is a group whose parts hold the name and the title.
      let isWhole = !label.isEmpty || inner.map { !hasConnectedParts($0) } == true
      if isWhole {
        let parts = inner.map { texts(in: $0) } ?? []  // allowed: no parts
        let text = ([label] + parts.filter { !label.contains($0) }).filter { !$0.isEmpty }
          .joined(separator: "\n")
        page.shapes.append(ShapePage.Shape(box: outer(box), text: text, id: id))
        if let inner { claim(inner, for: id) }
      } else if let inner {
        add(
          inner, outer.after(AffineMap(e: box.x, f: box.y)), lines: lines, joined: joined)
      }
    }
  }

  private func hasConnectedParts(_ shapes: XMLElement) -> Bool {
    shapes.elements("Shape").contains { !text(of: $0).isEmpty && $0.first("Shapes") != nil }
  }

  private mutating func claim(_ shapes: XMLElement, for id: String) {
    for shape in shapes.elements("Shape") {
      if let part = shape["ID"] { owner[part] = id }
      if let inner = shape.first("Shapes") { claim(inner, for: id) }
    }
  }

  private func texts(in shapes: XMLElement) -> [String] {
    shapes.elements("Shape").flatMap { shape in
      [text(of: shape)].filter { !$0.isEmpty }
        + (shape.first("Shapes").map { texts(in: $0) } ?? [])  // allowed: a leaf
    }
  }

  private func text(of shape: XMLElement) -> String {
    guard let text = shape.first("Text")?.text else { return "" }
    return text.split(whereSeparator: \.isNewline).map(String.init)
      .filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
  }

  /// The text, or else what the shape data says.
  private func label(of shape: XMLElement) -> String {
    let own = text(of: shape)
    if !own.isEmpty { return own }
    let rows = shape.elements("Section").filter { $0["N"] == "Property" }
      .flatMap { $0.elements("Row") }
    func value(_ names: [String]) -> String? {
      rows.first { row in row["N"].map { names.contains($0) } == true }?
        .elements("Cell").first { $0["N"] == "Value" }?["V"]
    }
    return [value(["Department", "部门"]), value(["Name", "姓名", "名称"]), value(["Title", "职务"])]
      .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func cells(of shape: XMLElement) -> [String: Double] {
    var cells: [String: Double] = [:]
    for cell in shape.elements("Cell") {
      guard let name = cell["N"], let value = cell["V"].flatMap({ Double($0) }), value.isFinite,
        abs(value) < 1e6
      else { continue }
      cells[name] = value
    }
    return cells
  }

  private func box(_ cells: [String: Double]) -> ChartRectangle {
    let width = cells["Width", default: 0]
    let height = cells["Height", default: 0]
    return ChartRectangle(
      x: cells["PinX", default: 0] - cells["LocPinX", default: width / 2],
      y: cells["PinY", default: 0] - cells["LocPinY", default: height / 2], width: width,
      height: height)
  }

  private mutating func addLine(_ cells: [String: Double], _ outer: AffineMap) {
    guard let x1 = cells["BeginX"], let y1 = cells["BeginY"], let x2 = cells["EndX"],
      let y2 = cells["EndY"]
    else { return }
    page.segments.append(
      ChartSegment(from: outer(Point(x: x1, y: y1)), to: outer(Point(x: x2, y: y2))))
  }
}
